import { randomUUIDv7 } from 'node:crypto';
import type { accountRoutes } from '@hoest/contracts';
import { AccountEntity, PersonEntity, type Transaction } from '@hoest/persistence';
import { fieldRefused, hashPassword } from '@hoest/platform';
import type { CallOf } from '../http/handle';
import { replaceGrants, requireMayGrant, requireMayManage } from './account-grants';
import { type AccountRow, readAccount } from './account-list';
import { refuseWeakPassword } from './refuse-weak-password';

/** Gives a person a sign-in with its roles. A person has one; an address belongs to one account everywhere. */
export async function createAccount(call: CallOf<typeof accountRoutes.createAccount>): Promise<AccountRow> {
  const { tx, body, caller } = call;
  await requirePerson(tx, body.personId);
  const person = await requireMayManage(tx, caller, body.personId);
  await requireMayGrant(tx, caller, body.grants);
  refuseWeakPassword('/password', body.password, [body.email, person.name]);
  const id = randomUUIDv7();
  await tx.manager.getRepository(AccountEntity).insert({
    organisationId: tx.organisationId,
    id,
    personId: body.personId,
    email: body.email.toLowerCase(),
    passwordHash: await hashPassword(body.password),
    locale: body.locale ?? call.language,
  });
  await replaceGrants(tx, id, body.grants);
  tx.audit({
    action: 'created',
    objectKind: 'account',
    objectId: id,
    changes: { personId: { from: null, to: body.personId }, grants: { from: null, to: body.grants } },
  });
  return readAccount(tx, id);
}

/** @throws ProblemError `rule_refused` at `/personId` */
async function requirePerson(tx: Transaction, id: string): Promise<void> {
  const where = { organisationId: tx.organisationId, id };
  if (await tx.manager.getRepository(PersonEntity).exists({ where })) return;
  throw fieldRefused('/personId', 'unknown_reference', {
    da: 'Personen findes ikke; vælg en anden.',
    en: 'The person does not exist; choose another.',
  });
}
