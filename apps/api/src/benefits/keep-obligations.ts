import { randomUUIDv7 } from 'node:crypto';
import {
  finalTarget,
  firstTarget,
  type Frequency,
  obligationsOf,
  rescheduleObligations,
  type ScheduleFacts,
} from '@hoest/benefits';
import { addMonths } from '@hoest/quantities';
import type { BenefitRecord, MeasureRecord, Transaction } from '@hoest/persistence';

/** How long a measure without an end is followed after its final target: effects must last (domain rules, F19). */
const FOLLOW_YEARS_AFTER_TARGET = 2;

/**
 * Makes the obligations of a measure follow its schedule: what is due already or answered stays, what lies ahead is made
 * anew. Called whenever frequency, first due day, end or target path change.
 */
export async function keepObligations(
  tx: Transaction,
  benefit: BenefitRecord,
  measure: MeasureRecord,
  asOf: string,
): Promise<void> {
  const answered = new Set(measure.measurements.map(({ obligationId }) => obligationId));
  const standing = measure.obligations.filter(({ id, dueOn }) => dueOn <= asOf || answered.has(id));
  const schedule: ScheduleFacts = {
    frequency: measure.frequency as Frequency,
    firstDue: measure.firstDue,
    trackUntil: measure.trackUntil,
    startsOn: benefit.startsOn ?? firstTarget(measure.targetPoints)?.dueOn ?? null,
  };
  const final = finalTarget(measure.targetPoints)?.dueOn ?? asOf;
  const until = measure.trackUntil ?? addMonths(final > asOf ? final : asOf, 12 * FOLLOW_YEARS_AFTER_TARGET);
  const wanted =
    standing.length > 0 ? rescheduleObligations(standing, schedule, until) : obligationsOf(schedule, until);
  await tx.query(
    `delete from obligation where organisation_id = $1 and measure_id = $2 and not (id = any($3::uuid[]))`,
    [tx.organisationId, measure.id, standing.map(({ id }) => id)],
  );
  if (wanted.length === 0) return;
  await tx.query(
    `insert into obligation (organisation_id, id, measure_id, period_start, period_end, due_on, grace_until)
      select $1, x.id, $2, x."periodStart", x."periodEnd", x."dueOn", x."graceUntil"
      from jsonb_to_recordset($3::jsonb) as x(id uuid, "periodStart" date, "periodEnd" date, "dueOn" date, "graceUntil" date)`,
    [
      tx.organisationId,
      measure.id,
      JSON.stringify(wanted.map((obligation) => ({ id: randomUUIDv7(), ...obligation }))),
    ],
  );
}
