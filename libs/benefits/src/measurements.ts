import type { Decimal } from '@hoest/quantities';
import { type CalendarDate, type DecimalValue } from '@hoest/quantities';
import { achievement } from './achievement';
import type { PlanFacts } from './plan';
import { finalTarget } from './target-path';

/** One measured value of one measure, in its unit. */
export interface MeasurementFacts {
  id: string;
  obligationId: string | null;
  measuredOn: CalendarDate;
  value: DecimalValue;
  /** Cases in the obligation's period; null = not stated. */
  volume: DecimalValue | null;
  /** The measurement this one corrects. */
  supersedesId: string | null;
}

type Dated = Pick<MeasurementFacts, 'id' | 'measuredOn' | 'supersedesId'>;

const oldestFirst = (a: Dated, b: Dated) =>
  a.measuredOn === b.measuredOn ? (a.id < b.id ? -1 : 1) : a.measuredOn < b.measuredOn ? -1 : 1;

/**
 * The measurements that hold: those no other supersedes, dated `asOf` or earlier; oldest first, on the same day by id.
 * What is superseded stays out even where the correction is dated later.
 */
export function currentMeasurements<M extends Dated>(measurements: readonly M[], asOf: CalendarDate): M[] {
  const superseded = new Set(measurements.map((measurement) => measurement.supersedesId));
  return measurements.filter(({ id, measuredOn }) => !superseded.has(id) && measuredOn <= asOf).sort(oldestFirst);
}

/** The measurement that answers an obligation: the last current one that names it; null when none does. */
export function answerTo<M extends MeasurementFacts>(
  obligation: { id: string },
  measurements: readonly M[],
  asOf: CalendarDate,
): M | null {
  return currentMeasurements(measurements, asOf).findLast(({ obligationId }) => obligationId === obligation.id) ?? null;
}

/** An achievement (F9) with its measurement. */
export interface DatedAchievement {
  measurementId: string;
  on: CalendarDate;
  ratio: Decimal;
}

/** Achievement against the plan's final target of every current measurement that can be computed; oldest first. */
export function achievementsOf(
  plan: Pick<PlanFacts, 'baselineValue' | 'points'>,
  measurements: readonly MeasurementFacts[],
  asOf: CalendarDate,
): DatedAchievement[] {
  const target = finalTarget(plan.points)?.value ?? null;
  return currentMeasurements(measurements, asOf).flatMap(({ id, measuredOn, value }) => {
    const reached = achievement({ value, baseline: plan.baselineValue, target });
    return reached.kind === 'measured' ? [{ measurementId: id, on: measuredOn, ratio: reached.ratio }] : [];
  });
}
