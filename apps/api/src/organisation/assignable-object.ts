import { type AssignableKind, type AssignedRole, ROLES_KEPT_BY_OBJECT } from '@hoest/organisation';
import type { Transaction } from '@hoest/persistence';
import { fieldRefused } from '@hoest/platform';

/** Unit of each kind of object, with what lies above it. `organisation` means its top unit. */
const UNIT_OF: Partial<Record<AssignableKind, string>> = {
  organisation: `select u.ancestor_ids from unit u where u.organisation_id = $1 and u.id = $2 and u.parent_id is null`,
  unit: `select u.ancestor_ids from unit u where u.organisation_id = $1 and u.id = $2`,
  strategy: `select array[]::uuid[] as ancestor_ids from strategy s where s.organisation_id = $1 and s.id = $2`,
  goal: `select array[]::uuid[] as ancestor_ids from goal g where g.organisation_id = $1 and g.id = $2`,
  initiative: `select u.ancestor_ids from initiative i join unit u on u.organisation_id = i.organisation_id and u.id = i.unit_id
    where i.organisation_id = $1 and i.id = $2`,
  benefit: `select u.ancestor_ids from benefit b
      join initiative i on i.organisation_id = b.organisation_id and i.id = b.initiative_id
      join unit u on u.organisation_id = i.organisation_id and u.id = i.unit_id
    where b.organisation_id = $1 and b.id = $2`,
};

/**
 * Units that an object of this kind lies in, from the top down; empty for what belongs to the whole organisation.
 * @throws ProblemError `rule_refused` when there is no such object
 */
export async function unitsOfObject(tx: Transaction, kind: AssignableKind, id: string): Promise<string[]> {
  const sql = UNIT_OF[kind];
  const rows = sql ? await tx.query<{ ancestor_ids: string[] }>(sql, [tx.organisationId, id]) : [];
  const [row] = rows;
  if (!row) {
    throw fieldRefused('/objectId', 'unknown_reference', {
      da: 'Det, rollen skal gælde, findes ikke.',
      en: 'What the role is to be for does not exist.',
    });
  }
  return row.ancestor_ids;
}

/** @throws ProblemError `rule_refused` for a role that is set on the object itself */
export function refuseKeptRole(kind: AssignableKind, role: AssignedRole): void {
  if (!ROLES_KEPT_BY_OBJECT[kind]?.includes(role)) return;
  throw fieldRefused('/role', 'set_on_object', {
    da: 'Den rolle vælges på initiativet eller gevinsten selv; historikken følger med.',
    en: 'That role is chosen on the initiative or benefit itself; the history follows.',
  });
}
