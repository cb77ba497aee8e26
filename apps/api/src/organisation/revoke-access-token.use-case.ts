import type { accessTokenRoutes } from '@hoest/contracts';
import { notFound } from '@hoest/platform';
import type { CallOf } from '../http/handle';

/** Revokes an own token; it stops working with the next request. Revoking it twice says 404. */
export async function revokeAccessToken(call: CallOf<typeof accessTokenRoutes.revokeAccessToken>): Promise<void> {
  const { tx, params, caller } = call;
  const revoked = await tx.query<{ id: string }>(
    `update access_token set revoked_at = now()
     where organisation_id = $1 and id = $2 and account_id = $3 and revoked_at is null returning id`,
    [tx.organisationId, params.id, caller.accountId],
  );
  if (revoked.length === 0) throw notFound();
  tx.audit({ action: 'revoked', objectKind: 'access_token', objectId: params.id, changes: {} });
}
