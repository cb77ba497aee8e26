import type { Session, sessionRoutes } from '@hoest/contracts';
import { AccountEntity, fieldChanges, loadRow } from '@hoest/persistence';
import type { CallOf } from '../http/handle';
import { sessionAnswer } from './session-answer';

/** Chooses the language of the signed-in person. The last choice wins; there is nothing to overwrite by mistake. */
export async function chooseLocale(call: CallOf<typeof sessionRoutes.changeSession>): Promise<Session> {
  const { tx, body, caller } = call;
  const accountId = caller.accountId ?? '';
  const before = await loadRow(tx, AccountEntity, accountId);
  if (before.locale !== body.locale) {
    await tx.query(
      `update account set locale = $3, updated_at = now(), version = version + 1 where organisation_id = $1 and id = $2`,
      [tx.organisationId, accountId, body.locale],
    );
    tx.noteVersion(accountId, before.version + 1);
    const changes = fieldChanges(before, { ...before, locale: body.locale }, ['locale']);
    tx.audit({ action: 'changed', objectKind: 'account', objectId: accountId, changes });
  }
  return sessionAnswer(tx, call.identity?.csrfToken ?? null);
}
