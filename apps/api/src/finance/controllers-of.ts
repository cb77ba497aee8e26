import type { Transaction } from '@hoest/persistence';

/** SQL: whether a person is finance controller that day for the whole organisation or a unit at or above one. */
export const isControllerSql = (person: string, ancestors: string, day: string) =>
  `exists (select from role_assignment r where r.organisation_id = $1 and r.role = 'finance_controller' and r.person_id = ${person}
     and r.valid_from <= ${day}::date and (r.valid_to is null or r.valid_to >= ${day}::date)
     and (r.object_kind = 'organisation' or (r.object_kind = 'unit' and r.object_id = any(${ancestors}))))`;

/** Whether the person answers as finance controller for the unit on the day. */
export async function isController(
  tx: Transaction,
  personId: string,
  unitAncestorIds: readonly string[],
  day: string,
): Promise<boolean> {
  const [row] = await tx.query<{ is: boolean }>(`select ${isControllerSql('$2::uuid', '$3::uuid[]', '$4')} as is`, [
    tx.organisationId,
    personId,
    unitAncestorIds,
    day,
  ]);
  return row?.is ?? false;
}
