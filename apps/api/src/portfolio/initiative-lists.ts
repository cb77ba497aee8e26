import type { Transaction } from '@hoest/persistence';
import { fieldRefused } from '@hoest/platform';
import { sumOf } from '@hoest/quantities';
import type { InitiativeFields } from './initiative-fields';
import { refuseRepeated } from './refuse-repeated';

/**
 * Refuses lists that contradict themselves: the same entry twice, shares above the whole, a phase that ends before it starts.
 * @throws ProblemError `rule_refused`
 */
export function refuseContradictingLists(body: InitiativeFields): void {
  const { affectedUnits = [], secondaryGoalIds = [], phasePlan = [] } = body;
  refuseRepeated(
    affectedUnits.map(({ unitId }) => unitId),
    (index) => `/affectedUnits/${index}/unitId`,
  );
  refuseRepeated(secondaryGoalIds, (index) => `/secondaryGoalIds/${index}`);
  refuseRepeated(
    phasePlan.map(({ phase }) => phase),
    (index) => `/phasePlan/${index}/phase`,
  );
  const total = sumOf(affectedUnits.map(({ share }) => share ?? 0));
  if (total.greaterThan(1)) {
    throw fieldRefused(
      '/affectedUnits',
      'shares_above_whole',
      {
        da: 'Andelene er tilsammen over 1 (100 %); sæt dem ned.',
        en: 'The shares add up to more than 1 (100 %); lower them.',
      },
      { total: total.toString() },
    );
  }
  for (const [index, { plannedStart, plannedEnd }] of phasePlan.entries()) {
    if (plannedStart && plannedEnd && plannedEnd < plannedStart) {
      throw fieldRefused(`/phasePlan/${index}/plannedEnd`, 'before_start', {
        da: 'Slutdatoen ligger før startdatoen.',
        en: 'The end date lies before the start date.',
      });
    }
  }
}

/** Writes the lists the body names, each as a whole; lists it leaves out stay. */
export async function writeLists(tx: Transaction, initiativeId: string, body: InitiativeFields): Promise<void> {
  if (body.affectedUnits) await writeAffectedUnits(tx, initiativeId, body.affectedUnits);
  if (body.secondaryGoalIds) await writeSecondaryGoals(tx, initiativeId, body.secondaryGoalIds);
  if (body.phasePlan) await writePhasePlan(tx, initiativeId, body.phasePlan);
}

type List<Name extends keyof InitiativeFields> = NonNullable<InitiativeFields[Name]>;

async function writeAffectedUnits(tx: Transaction, id: string, units: List<'affectedUnits'>): Promise<void> {
  await tx.query(
    `delete from initiative_affected_unit where organisation_id = $1 and initiative_id = $2 and unit_id <> all($3::uuid[])`,
    [tx.organisationId, id, units.map(({ unitId }) => unitId)],
  );
  await tx.query(
    `insert into initiative_affected_unit as a (organisation_id, initiative_id, unit_id, share)
     select $1, $2, r."unitId", r.share from jsonb_to_recordset($3::jsonb) as r("unitId" uuid, share numeric)
     on conflict (organisation_id, initiative_id, unit_id) do update
       set share = excluded.share where a.share is distinct from excluded.share`,
    [tx.organisationId, id, JSON.stringify(units)],
  );
}

async function writeSecondaryGoals(tx: Transaction, id: string, goalIds: readonly string[]): Promise<void> {
  await tx.query(
    `delete from initiative_secondary_goal where organisation_id = $1 and initiative_id = $2 and goal_id <> all($3::uuid[])`,
    [tx.organisationId, id, goalIds],
  );
  await tx.query(
    `insert into initiative_secondary_goal (organisation_id, initiative_id, goal_id)
     select $1, $2, unnest($3::uuid[]) on conflict do nothing`,
    [tx.organisationId, id, goalIds],
  );
}

/** Planned dates only: the actual ones follow from the moves, and a phase that has them keeps its row. */
async function writePhasePlan(tx: Transaction, id: string, plan: List<'phasePlan'>): Promise<void> {
  await tx.query(
    `update phase_plan set planned_start = null, planned_end = null
     where organisation_id = $1 and initiative_id = $2 and phase <> all($3::text[])`,
    [tx.organisationId, id, plan.map(({ phase }) => phase)],
  );
  await tx.query(
    `delete from phase_plan where organisation_id = $1 and initiative_id = $2
       and planned_start is null and planned_end is null and actual_start is null and actual_end is null`,
    [tx.organisationId, id],
  );
  await tx.query(
    `insert into phase_plan as p (organisation_id, initiative_id, phase, planned_start, planned_end)
     select $1, $2, r.phase, r."plannedStart", r."plannedEnd"
     from jsonb_to_recordset($3::jsonb) as r(phase text, "plannedStart" date, "plannedEnd" date)
     on conflict (organisation_id, initiative_id, phase) do update
       set planned_start = excluded.planned_start, planned_end = excluded.planned_end
       where (p.planned_start, p.planned_end) is distinct from (excluded.planned_start, excluded.planned_end)`,
    [tx.organisationId, id, JSON.stringify(plan)],
  );
}
