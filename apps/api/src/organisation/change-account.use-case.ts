import type { accountRoutes } from '@hoest/contracts';
import { AccountEntity, fieldChanges, loadRow, updateVersioned } from '@hoest/persistence';
import { hashPassword } from '@hoest/platform';
import type { CallOf } from '../http/handle';
import { replaceGrants, requireAdministrator, requireMayGrant, requireMayManage } from './account-grants';
import { type AccountRow, readAccount } from './account-list';
import { refuseWeakPassword } from './refuse-weak-password';
import { endSessions } from './start-session';

/** Changes a sign-in. Whatever it may do otherwise from now on, its open sessions end: the next sign-in starts afresh. */
export async function changeAccount(call: CallOf<typeof accountRoutes.changeAccount>): Promise<AccountRow> {
  const { tx, body, caller, params } = call;
  const { password, grants, email, ...rest } = body;
  const account = await loadRow(tx, AccountEntity, params.id);
  const person = await requireMayManage(tx, caller, account.personId);
  const former = (await readAccount(tx, params.id)).grants;
  // Both what is given and what is taken away must lie within the caller's reach.
  if (grants) await requireMayGrant(tx, caller, [...grants, ...former]);
  if (password !== undefined) refuseWeakPassword('/password', password, [email ?? account.email, person.name]);
  const { before, after } = await updateVersioned(tx, AccountEntity, params.id, call.ifMatch, {
    ...rest,
    ...(email !== undefined && { email: email.toLowerCase() }),
    ...(password !== undefined && { passwordHash: await hashPassword(password) }),
  });
  if (grants) await replaceGrants(tx, params.id, grants);
  if (grants ?? body.active === false) await requireAdministrator(tx);
  if (grants || password !== undefined || body.active === false) await endSessions(tx, params.id);
  const changes = fieldChanges(before, after, ['locale', 'active']);
  if (grants) Object.assign(changes, fieldChanges({ grants: former }, { grants }));
  // That address or password changed is told, what they are is not.
  if (before.email !== after.email) changes['email'] = { from: null, to: null };
  if (password !== undefined) changes['password'] = { from: null, to: null };
  tx.audit({ action: 'changed', objectKind: 'account', objectId: params.id, changes });
  return readAccount(tx, params.id);
}
