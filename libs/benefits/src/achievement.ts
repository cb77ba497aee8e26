import { Decimal, type DecimalValue, sumOf } from '@hoest/quantities';
import type { Polarity } from './value-lists';

export type Achievement =
  /** 1 = target met; may be negative (worse than the baseline) or above 1. */
  | { kind: 'measured'; ratio: Decimal }
  | {
      kind: 'not-measurable';
      reason: 'no-measurement' | 'no-baseline' | 'no-target' | 'target-equals-baseline';
    };

/** Three values of one measure in its unit; null = not known. */
export interface AchievementFacts {
  value: DecimalValue | null;
  baseline: DecimalValue | null;
  /** The final target. */
  target: DecimalValue | null;
}

/**
 * Share of the planned change that is reached: (value − baseline) / (target − baseline). Works for both directions, since
 * target and baseline carry the sign.
 * Source: domain rules, F9
 */
export function achievement({ value, baseline, target }: AchievementFacts): Achievement {
  if (value === null) return { kind: 'not-measurable', reason: 'no-measurement' };
  if (baseline === null) return { kind: 'not-measurable', reason: 'no-baseline' };
  if (target === null) return { kind: 'not-measurable', reason: 'no-target' };
  const way = new Decimal(target).minus(baseline);
  if (way.isZero()) return { kind: 'not-measurable', reason: 'target-equals-baseline' };
  return { kind: 'measured', ratio: new Decimal(value).minus(baseline).dividedBy(way) };
}

export type RealisationRate =
  | { kind: 'rate'; rate: Decimal; planned: Decimal; realised: Decimal }
  | { kind: 'not-computable'; reason: 'nothing-planned'; planned: Decimal; realised: Decimal };

/**
 * Σ realised / Σ planned to date; both lists cover the same periods, attributed, pool-capped and at one price level, an
 * unmeasured period as 0. `not-computable` when the planned sum is not above 0.
 * Source: domain rules, F11
 */
export function realisationRate(planned: readonly DecimalValue[], realised: readonly DecimalValue[]): RealisationRate {
  const sums = { planned: sumOf(planned), realised: sumOf(realised) };
  if (!sums.planned.greaterThan(0)) return { kind: 'not-computable', reason: 'nothing-planned', ...sums };
  return { kind: 'rate', rate: sums.realised.dividedBy(sums.planned), ...sums };
}

/**
 * Realised benefits less realised disbenefits; amounts are magnitudes in one unit and the polarity gives the sign.
 * Source: domain rules, F13
 */
export function netRealised(items: readonly { polarity: Polarity; realised: DecimalValue }[]): Decimal {
  return sumOf(items.map((item) => new Decimal(item.realised).times(item.polarity)));
}
