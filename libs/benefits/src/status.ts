import { type CalendarDate, Decimal, type DecimalValue } from '@hoest/quantities';
import { achievementsOf, answerTo, type MeasurementFacts } from './measurements';
import type { PlanFacts } from './plan';
import { plannedShareAt } from './target-path';
import type { BenefitStatus } from './value-lists';

/** How far achievement may lie behind the plan and still be on track, as a share; the default of a setting. Source: domain rules, F18 */
export const DEFAULT_TOLERANCE = '0.10';

/**
 * Status by the gap planned share − achievement: up to the tolerance `on_track`, up to twice the tolerance `watch`, else
 * `deviation`. Ahead of plan is on track.
 * Source: domain rules, F18
 */
export function statusOf(
  facts: { plannedShare: DecimalValue; achievement: DecimalValue },
  tolerance: DecimalValue = DEFAULT_TOLERANCE,
): { status: BenefitStatus; gap: Decimal } {
  const gap = new Decimal(facts.plannedShare).minus(facts.achievement);
  if (gap.lessThanOrEqualTo(tolerance)) return { status: 'on_track', gap };
  return { status: gap.lessThanOrEqualTo(new Decimal(tolerance).times(2)) ? 'watch' : 'deviation', gap };
}

/** Status of a measure as shown: F18 where it can be computed, else why it cannot. */
export const MEASURE_STATUSES = ['on_track', 'watch', 'deviation', 'unknown', 'not_due', 'no_plan'] as const;
export type MeasureStatus = (typeof MEASURE_STATUSES)[number];

export interface MeasureStanding {
  status: MeasureStatus;
  /** Achievement of the latest measurement (F9), and when it was measured; null when there is none. */
  achievement: Decimal | null;
  measuredOn: CalendarDate | null;
  /** Planned share on the day of that measurement; without a measurement at `asOf`; null when it cannot be computed. */
  plannedShare: Decimal | null;
  gap: Decimal | null;
}

interface OwedPeriod {
  id: string;
  dueOn: CalendarDate;
  graceUntil: CalendarDate;
  waivedReason: string | null;
}

/**
 * Where a measure stands against its plan. The latest measurement is held against the plan of its own day, so that a quarter
 * measured in time does not fall behind while the next one runs. The latest obligation whose grace is over
 * (`graceUntil` ≤ asOf, not waived) and that nobody answered makes the status `unknown`: an old good figure does not stand in for a missing one.
 * `no_plan` without target points; `not_due` while nothing is measured and nothing was owed; `unknown` too when the
 * measurement cannot be compared (no baseline, target equals baseline).
 * Source: domain rules, F18 and section 4 ("status unknown")
 */
export function measureStanding(
  facts: { plan: PlanFacts | null; obligations: readonly OwedPeriod[]; measurements: readonly MeasurementFacts[] },
  asOf: CalendarDate,
  tolerance: DecimalValue = DEFAULT_TOLERANCE,
): MeasureStanding {
  const none = { achievement: null, measuredOn: null, plannedShare: null, gap: null };
  const { plan, obligations, measurements } = facts;
  if (!plan || plan.points.length === 0) return { status: 'no_plan', ...none };
  const latest = achievementsOf(plan, measurements, asOf).at(-1);
  const planned = plannedShareAt(plan, latest?.on ?? asOf);
  const plannedShare = planned.kind === 'share' ? planned.share : null;
  const fallenDue = obligations
    .filter(({ graceUntil, waivedReason }) => graceUntil <= asOf && waivedReason === null)
    .reduce<OwedPeriod | null>((last, owed) => (last && last.dueOn >= owed.dueOn ? last : owed), null);
  const missing = fallenDue !== null && answerTo(fallenDue, measurements, asOf) === null;
  if (!latest) {
    const measured = measurements.some(({ measuredOn }) => measuredOn <= asOf);
    return { ...none, status: missing || measured ? 'unknown' : 'not_due', plannedShare };
  }
  const reached = { achievement: latest.ratio, measuredOn: latest.on, plannedShare };
  if (!plannedShare) return { ...reached, status: 'unknown', gap: null };
  const { status, gap } = statusOf({ plannedShare, achievement: latest.ratio }, tolerance);
  return { ...reached, status: missing ? 'unknown' : status, gap };
}
