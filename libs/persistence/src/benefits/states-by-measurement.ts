import {
  type BenefitState,
  firstRealised,
  isLapsed,
  leadMeasure,
  stateByCalendar,
  stateByMeasurement,
} from '@hoest/benefits';
import type { CalendarDate } from '@hoest/quantities';
import type { Transaction } from '../database/transaction';
import { type BenefitRecord, readBenefitRecords } from './benefit-record';
import { measurementFacts, measurePlan } from './plan-in-force';

function factsOf(benefit: BenefitRecord, asOf: CalendarDate) {
  const lead = leadMeasure(benefit.measures);
  const plan = lead && measurePlan(benefit, lead, asOf);
  if (!lead || !plan || plan.kind === 'draft') return null;
  return { plan: plan.facts, measurements: measurementFacts(lead), obligations: lead.obligations };
}

/** Realised and sustained follow from the measurements; the first day the benefit was realised is kept. */
export async function moveStatesByMeasurement(
  tx: Transaction,
  benefits: readonly BenefitRecord[],
  asOf: CalendarDate,
): Promise<void> {
  for (const benefit of benefits) {
    const facts = factsOf(benefit, asOf);
    if (!facts) continue;
    const state = stateByMeasurement(benefit.state as BenefitState, facts, asOf);
    const first = firstRealised(facts, asOf)?.on ?? null;
    if (state === benefit.state && (benefit.firstRealisedOn !== null || first === null)) continue;
    await tx.query(
      `update benefit set state = $3, state_since = case when state = $3 then state_since else $4::date end, first_realised_on = coalesce(first_realised_on, $5),
        version = version + 1, updated_at = now() where organisation_id = $1 and id = $2`,
      [tx.organisationId, benefit.id, state, asOf, first],
    );
    if (state !== benefit.state) {
      tx.audit({
        action: 'moved',
        objectKind: 'benefit',
        objectId: benefit.id,
        parent: { kind: 'initiative', id: benefit.initiativeId },
        changes: { state: { from: benefit.state, to: state } },
      });
    }
  }
}

/** Claims whose state the calendar may have changed: not measured for 12 months, or realised for 12 months. */
const MAY_HAVE_MOVED = `select b.id from benefit b
  left join lateral (select max(x.measured_on) as on from measure m join measurement x on x.organisation_id = m.organisation_id and x.measure_id = m.id
    where m.organisation_id = b.organisation_id and m.benefit_id = b.id) latest on true
  where b.organisation_id = $1 and b.state in ('realised','sustained')
    and (coalesce(latest.on, '-infinity') <= $2::date - interval '12 months'
      or b.state = 'realised' and b.first_realised_on <= $2::date - interval '12 months')
  order by b.id`;

/**
 * Gives claims the state that the passing of time gives them: lapsed ones go back to being realised, lasting ones become
 * sustained. Repeating it changes nothing.
 * @returns how many moved
 */
export async function moveStatesByCalendar(tx: Transaction, asOf: CalendarDate): Promise<number> {
  const ids = await tx.query<{ id: string }>(MAY_HAVE_MOVED, [tx.organisationId, asOf]);
  const benefits = await readBenefitRecords(
    tx,
    ids.map(({ id }) => id),
  );
  let moved = 0;
  for (const benefit of benefits) {
    const facts = factsOf(benefit, asOf);
    if (!facts) continue;
    const state = stateByCalendar(benefit.state as BenefitState, facts, asOf);
    if (state === benefit.state) continue;
    // Somebody may be measuring it this moment; then the version is another, and the next run looks again.
    const changed = await tx.query<{ version: number }>(
      `update benefit set state = $3, state_since = $4, state_reason = null, version = version + 1, updated_at = now()
        where organisation_id = $1 and id = $2 and version = $5 returning version`,
      [tx.organisationId, benefit.id, state, asOf, benefit.version],
    );
    if (!changed[0]) continue;
    moved += 1;
    tx.noteVersion(benefit.id, changed[0].version);
    tx.audit({
      action: isLapsed(facts, asOf) ? 'lapsed' : 'moved',
      objectKind: 'benefit',
      objectId: benefit.id,
      parent: { kind: 'initiative', id: benefit.initiativeId },
      changes: { state: { from: benefit.state, to: state } },
      reason: 'time passed',
    });
    tx.announce('benefit', benefit.id);
  }
  return moved;
}
