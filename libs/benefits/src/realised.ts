import { addMonths, type CalendarDate, Decimal } from '@hoest/quantities';
import {
  achievementsOf,
  answerTo,
  currentMeasurements,
  type DatedAchievement,
  type MeasurementFacts,
} from './measurements';
import type { PlanFacts } from './plan';
import { finalTarget } from './target-path';
import type { BenefitState } from './value-lists';

/** Achievement that counts as realised, and share of the first achievement that counts as kept. Source: domain rules, section 4 and F19 */
export const REALISED_FROM = '0.9';
export const SUSTAINED_FROM = '0.9';

/** Lead measure of a benefit under the plan in force. */
export interface RealisationFacts {
  plan: Pick<PlanFacts, 'baselineValue' | 'points'>;
  measurements: readonly MeasurementFacts[];
}

const atOrAfterTarget = ({ plan, measurements }: RealisationFacts, asOf: CalendarDate): DatedAchievement[] => {
  const target = finalTarget(plan.points);
  return target ? achievementsOf(plan, measurements, asOf).filter(({ on }) => on >= target.dueOn) : [];
};

/** Whether the latest measured achievement is at least 0.9 and measured at or after the final target point. Source: domain rules, section 4 */
export function isRealised(facts: RealisationFacts, asOf: CalendarDate): boolean {
  return atOrAfterTarget(facts, asOf).at(-1)?.ratio.greaterThanOrEqualTo(REALISED_FROM) ?? false;
}

/** The first measurement that made the benefit realised; null when none has. */
export function firstRealised(facts: RealisationFacts, asOf: CalendarDate): DatedAchievement | null {
  return atOrAfterTarget(facts, asOf).find(({ ratio }) => ratio.greaterThanOrEqualTo(REALISED_FROM)) ?? null;
}

export type Sustainment =
  | { kind: 'sustained' }
  | { kind: 'not-sustained'; reason: 'not-realised' | 'under-12-months' | 'not-measured-in-12-months' | 'fallen-back' };

/**
 * Whether an effect lasts: 12 months or more after it was first realised, the latest achievement of the last 12 months
 * (asOf − 12 months, asOf] is at least 0.9 of the first.
 * Source: domain rules, F19
 */
export function sustainment(
  first: Pick<DatedAchievement, 'on' | 'ratio'> | null,
  latest: Pick<DatedAchievement, 'on' | 'ratio'> | null,
  asOf: CalendarDate,
): Sustainment {
  if (!first) return { kind: 'not-sustained', reason: 'not-realised' };
  if (addMonths(first.on, 12) > asOf) return { kind: 'not-sustained', reason: 'under-12-months' };
  if (!latest || latest.on > asOf || latest.on <= addMonths(asOf, -12)) {
    return { kind: 'not-sustained', reason: 'not-measured-in-12-months' };
  }
  const floor = new Decimal(first.ratio).times(SUSTAINED_FROM);
  return latest.ratio.lessThan(floor) ? { kind: 'not-sustained', reason: 'fallen-back' } : { kind: 'sustained' };
}

/** Whether the benefit is sustained at `asOf` (F19), from its measurements. */
export function isSustained(facts: RealisationFacts, asOf: CalendarDate): boolean {
  const latest = achievementsOf(facts.plan, facts.measurements, asOf).at(-1) ?? null;
  return sustainment(firstRealised(facts, asOf), latest, asOf).kind === 'sustained';
}

/**
 * The state the measurements give a benefit that is being realised: `sustained`, `realised`, or back to `in_realisation` when the
 * latest value no longer holds. Other states are decisions of people and stay.
 */
export function stateByMeasurement(state: BenefitState, facts: RealisationFacts, asOf: CalendarDate): BenefitState {
  if (state !== 'in_realisation' && state !== 'realised' && state !== 'sustained') return state;
  if (isSustained(facts, asOf)) return 'sustained';
  return isRealised(facts, asOf) ? 'realised' : 'in_realisation';
}

/** An obligation as far as a claim's age depends on it. */
interface OwedPeriod {
  id: string;
  periodEnd: CalendarDate;
  graceUntil: CalendarDate;
  waivedReason: string | null;
}

/**
 * Whether a claim has lapsed because nobody measured again: the latest measurement lies 12 months back or more (outside
 * (asOf − 12 months, asOf]) and no measurement after it is awaited within its grace – what is measured once a year and
 * reported some weeks later does not lapse in between. Never measured has nothing to lapse, and counts as lapsed.
 * Source: domain rules, section 4 and W12
 */
export function isLapsed(
  facts: { measurements: readonly MeasurementFacts[]; obligations: readonly OwedPeriod[] },
  asOf: CalendarDate,
): boolean {
  const latest = currentMeasurements(facts.measurements, asOf).at(-1);
  if (!latest) return true;
  if (latest.measuredOn > addMonths(asOf, -12)) return false;
  const next = facts.obligations
    .filter(
      (owed) =>
        owed.waivedReason === null &&
        owed.periodEnd > latest.measuredOn &&
        answerTo(owed, facts.measurements, asOf) === null,
    )
    .reduce<OwedPeriod | null>((first, owed) => (first && first.periodEnd <= owed.periodEnd ? first : owed), null);
  return !next || next.graceUntil < asOf;
}

/**
 * The state the passing of time gives a benefit: a claim that lapsed goes back to `in_realisation`; one that still stands
 * becomes `sustained` a year on (F19), or falls from it to `realised`. Other states stay.
 */
export function stateByCalendar(
  state: BenefitState,
  facts: RealisationFacts & { obligations: readonly OwedPeriod[] },
  asOf: CalendarDate,
): BenefitState {
  if (state !== 'realised' && state !== 'sustained') return state;
  return isLapsed(facts, asOf) ? 'in_realisation' : stateByMeasurement(state, facts, asOf);
}
