import type { Transaction } from '@hoest/persistence';

/** SQL: whether a person is finance controller that day for the whole organisation or a unit at or above one. */
export const isControllerSql = (person: string, ancestors: string, day: string) =>
  `exists (select from role_assignment r where r.organisation_id = $1 and r.role = 'finance_controller' and r.person_id = ${person}
     and r.valid_from <= ${day}::date and (r.valid_to is null or r.valid_to >= ${day}::date)
     and (r.object_kind = 'organisation' or (r.object_kind = 'unit' and r.object_id = any(${ancestors}))))`;

/** SQL: whether a person was benefit owner or project manager of a claim's benefit when it was reported, or has been since. */
export const answeredForItSql = (person: string, claim: string) =>
  `exists (select from role_assignment r join benefit owned on owned.organisation_id = r.organisation_id and owned.id = ${claim}.benefit_id
     where r.organisation_id = $1 and r.person_id = ${person}
       and (r.valid_to is null or r.valid_to >= (${claim}.proposed_at at time zone 'Europe/Copenhagen')::date)
       and ((r.object_kind = 'benefit' and r.role = 'benefit_owner' and r.object_id = owned.id)
         or (r.object_kind = 'initiative' and r.role = 'project_manager' and r.object_id = owned.initiative_id)))`;

/** Whether the person answered for the benefit of a claim when it was reported, or has since. */
export async function answeredForIt(tx: Transaction, personId: string, claimId: string): Promise<boolean> {
  const [row] = await tx.query<{ did: boolean }>(
    `select ${answeredForItSql('$3::uuid', 'c')} as did from finance_claim c where c.organisation_id = $1 and c.id = $2`,
    [tx.organisationId, claimId, personId],
  );
  return row?.did ?? false;
}

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
