import { randomUUIDv7 } from 'node:crypto';
import { type AccessGrant, type AccessObject } from '@hoest/organisation';
import { type Caller, loadRow, PersonEntity, type Transaction } from '@hoest/persistence';
import { ruleRefused } from '@hoest/platform';
import { requireMay } from '../http/require-may';
import { ancestorsOf } from './unit-tree';

/**
 * May the caller hand out these roles? An administrator of one unit can give roles there and below, never for the whole
 * organisation.
 * @throws ProblemError `not_allowed`, `rule_refused` when a unit does not exist
 */
export async function requireMayGrant(tx: Transaction, caller: Caller, grants: readonly AccessGrant[]): Promise<void> {
  for (const [index, { unitId }] of grants.entries()) {
    const object: AccessObject = {
      unitAncestorIds: unitId === null ? [] : await ancestorsOf(tx, unitId, `/grants/${index}/unitId`),
    };
    requireMay(caller, 'access.manage', object);
  }
}

/** May the caller manage the sign-in of this person, by the unit the person belongs to? @throws RowNotFound, ProblemError */
export async function requireMayManage(tx: Transaction, caller: Caller, personId: string): Promise<PersonEntity> {
  const person = await loadRow(tx, PersonEntity, personId);
  requireMay(caller, 'access.manage', { unitAncestorIds: await ancestorsOf(tx, person.unitId) });
  return person;
}

/** Puts these roles in the place of those the account has; the same role twice counts once. */
export async function replaceGrants(tx: Transaction, accountId: string, grants: readonly AccessGrant[]): Promise<void> {
  await tx.query(`delete from access_grant where organisation_id = $1 and account_id = $2`, [
    tx.organisationId,
    accountId,
  ]);
  const different = new Map(grants.map((grant) => [`${grant.role} ${grant.unitId}`, grant]));
  for (const { role, unitId } of different.values()) {
    await tx.query(
      `insert into access_grant (organisation_id, id, account_id, access_role, unit_id) values ($1, $2, $3, $4, $5)`,
      [tx.organisationId, randomUUIDv7(), accountId, role, unitId],
    );
  }
}

/**
 * Somebody must be left who can manage access to the whole organisation.
 * The organisation's row is locked, so that two administrators cannot remove each other at the same time.
 * @throws ProblemError `rule_refused`
 */
export async function requireAdministrator(tx: Transaction): Promise<void> {
  await tx.query(`select 1 from organisation where organisation_id = $1 for update`, [tx.organisationId]);
  const [left] = await tx.query<{ id: string }>(
    `select a.id from access_grant g
       join account a on a.organisation_id = g.organisation_id and a.id = g.account_id
       join person p on p.organisation_id = a.organisation_id and p.id = a.person_id
     where g.organisation_id = $1 and g.access_role = 'administrator' and g.unit_id is null and a.active and p.active limit 1`,
    [tx.organisationId],
  );
  if (left) return;
  throw ruleRefused({
    da: 'Der skal være mindst én aktiv administrator for hele organisationen; giv først en anden rollen.',
    en: 'There must be at least one active administrator of the whole organisation; give somebody else the role first.',
  });
}
