import type { Transaction } from '@hoest/persistence';

/** SQL: whether a person is finance controller that day for the whole organisation or a unit at or above one. */
const isControllerSql = (person: string, ancestors: string, day: string) =>
  `exists (select from role_assignment r where r.organisation_id = $1 and r.role = 'finance_controller' and r.person_id = ${person}
     and r.valid_from <= ${day}::date and (r.valid_to is null or r.valid_to >= ${day}::date)
     and (r.object_kind = 'organisation' or (r.object_kind = 'unit' and r.object_id = any(${ancestors}))))`;

/** SQL: whether a person was benefit owner or project manager of a claim's benefit when it was reported, or has been since. */
const answeredForItSql = (person: string, claim: string) =>
  `exists (select from role_assignment r join benefit owned on owned.organisation_id = r.organisation_id and owned.id = ${claim}.benefit_id
     where r.organisation_id = $1 and r.person_id = ${person}
       and (r.valid_to is null or r.valid_to >= (${claim}.proposed_at at time zone 'Europe/Copenhagen')::date)
       and ((r.object_kind = 'benefit' and r.role = 'benefit_owner' and r.object_id = owned.id)
         or (r.object_kind = 'initiative' and r.role = 'project_manager' and r.object_id = owned.initiative_id)))`;

/** What a person is to a claim on a day. */
export interface Standing {
  /** Whether they answer as finance controller for the unit. */
  isController: boolean;
  /** Whether they answered for the benefit when the claim was reported, or have since. */
  answeredForIt: boolean;
}

/** SQL of a standing; `c` = the claim. */
export const standingSql = (person: string, ancestors: string, day: string) =>
  `${isControllerSql(person, ancestors, day)} as "isController", ${answeredForItSql(person, 'c')} as "answeredForIt"`;

/** What the person is to the claim; nothing when there is no such claim. */
export async function standingOf(
  tx: Transaction,
  personId: string,
  claim: { id: string; unitAncestorIds: readonly string[] },
  day: string,
): Promise<Standing> {
  const [row] = await tx.query<Standing>(
    `select ${standingSql('$2::uuid', '$3::uuid[]', '$4')} from finance_claim c where c.organisation_id = $1 and c.id = $5`,
    [tx.organisationId, personId, claim.unitAncestorIds, day, claim.id],
  );
  return row ?? { isController: false, answeredForIt: false };
}
