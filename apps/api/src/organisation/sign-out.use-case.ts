import type { sessionRoutes } from '@hoest/contracts';
import type { Configuration } from '@hoest/platform';
import type { CallOf } from '../http/handle';
import { clearSessionCookies } from './session-cookies';

/** Ends the caller's session at once. An access token has none; it is revoked instead. */
export async function signOut(call: CallOf<typeof sessionRoutes.signOut>, configuration: Configuration): Promise<void> {
  const { tx, identity } = call;
  if (identity?.by !== 'session') return;
  await tx.query(`delete from session where organisation_id = $1 and id = $2`, [tx.organisationId, identity.proofId]);
  tx.audit({ action: 'signed_out', objectKind: 'session', objectId: identity.proofId, changes: {} });
  clearSessionCookies(call.reply, configuration);
}
