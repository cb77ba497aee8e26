import type { CalendarDate } from '@hoest/quantities';
import type { Transaction } from '../database/transaction';

interface HandOver {
  id: string;
  version: number;
  initiativeId: string;
  ownerId: string | null;
  newOwnerId: string | null;
  measurerId: string | null;
  newMeasurerId: string | null;
}

/** Whether person `p` has left on the day `$2`: no longer active, or past the last day. */
const HAS_LEFT = (p: string) => `(not ${p}.active or coalesce(${p}.valid_to <= $2::date, false))`;

/**
 * The nearest manager above: in the unit itself, else in the units above it from below; in one unit the one with the highest
 * level, then by name. Null when nobody up to the top leads.
 */
const LINE_MANAGER = (unitId: string) => `(select m.id from unit u
    join person m on m.organisation_id = u.organisation_id and m.unit_id = any(u.ancestor_ids)
    where u.organisation_id = $1 and u.id = ${unitId} and m.manager_level <> 'none' and not ${HAS_LEFT('m')} and m.valid_from <= $2::date
    order by array_position(u.ancestor_ids, m.unit_id) desc,
      array_position(array['chief','director','head','team'], m.manager_level), m.name, m.id limit 1)`;

/**
 * Hands every benefit whose owner or measurer has left to the line manager, so that no promise is left without somebody who
 * answers for it. The nearest manager of the owner's unit takes it over; a benefit for which there is none stays, and is found
 * by the next run. Closed, rejected and written-off benefits keep the name they ended with. Repeating it changes nothing.
 * @param personId only the benefits of this person, who is leaving in the same transaction; null = of everybody who has left
 * @returns how many benefits were handed over
 */
export async function handOverBenefits(tx: Transaction, asOf: CalendarDate, personId: string | null): Promise<number> {
  const handed = await tx.query<HandOver>(
    `select b.id, b.version, b.initiative_id as "initiativeId",
       o.id as "ownerId", case when o.id is not null then ${LINE_MANAGER('coalesce(b.owner_unit_id, o.unit_id)')} end as "newOwnerId",
       r.id as "measurerId", case when r.id is not null then ${LINE_MANAGER('r.unit_id')} end as "newMeasurerId"
     from benefit b
     left join person o on o.organisation_id = b.organisation_id and o.id = b.owner_id and ${HAS_LEFT('o')}
     left join person r on r.organisation_id = b.organisation_id and r.id = b.measurer_id and ${HAS_LEFT('r')}
     where b.organisation_id = $1 and b.state not in ('closed','rejected','written_off') and (o.id is not null or r.id is not null)
       and ($3::uuid is null or $3 in (b.owner_id, b.measurer_id))
     order by b.id for no key update of b`,
    [tx.organisationId, asOf, personId],
  );
  let count = 0;
  for (const benefit of handed) {
    const { ownerId, newOwnerId, measurerId, newMeasurerId } = benefit;
    if (newOwnerId === null && newMeasurerId === null) continue;
    count += 1;
    await tx.query(
      `update benefit set
         owner_id = coalesce($3, owner_id), owner_handed_over_from = case when $3::uuid is null then owner_handed_over_from else $4::uuid end,
         owner_handed_over_on = case when $3::uuid is null then owner_handed_over_on else $7::date end,
         measurer_id = coalesce($5, measurer_id), measurer_handed_over_from = case when $5::uuid is null then measurer_handed_over_from else $6::uuid end,
         measurer_handed_over_on = case when $5::uuid is null then measurer_handed_over_on else $7::date end,
         version = version + 1, updated_at = now()
       where organisation_id = $1 and id = $2`,
      [tx.organisationId, benefit.id, newOwnerId, ownerId, newMeasurerId, measurerId, asOf],
    );
    tx.noteVersion(benefit.id, benefit.version + 1);
    tx.audit({
      action: 'handed_over',
      objectKind: 'benefit',
      objectId: benefit.id,
      parent: { kind: 'initiative', id: benefit.initiativeId },
      changes: {
        ...(newOwnerId !== null && { ownerId: { from: ownerId, to: newOwnerId } }),
        ...(newMeasurerId !== null && { measurerId: { from: measurerId, to: newMeasurerId } }),
      },
    });
    tx.announce('benefit', benefit.id);
  }
  return count;
}
