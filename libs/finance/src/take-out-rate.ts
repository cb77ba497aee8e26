import { Decimal, type DecimalValue, sumOf } from '@hoest/quantities';

/** One cash-releasing benefit up to the day, both in one currency and at one price level. */
export interface TakenOut {
  planned: DecimalValue;
  /** Amount at rung 3 or above: what a budget was really reduced by; 0 when it was not. */
  takenOut: DecimalValue;
}

export type TakeOutRate =
  | { kind: 'rate'; rate: Decimal; takenOut: Decimal; planned: Decimal }
  | { kind: 'not-computable'; reason: 'nothing-planned' };

/**
 * Share of what was to be released in cash that budgets were really reduced by: Σ min(taken out, planned) / Σ planned. What
 * one benefit gives beyond its plan does not make up for another that gives nothing.
 * Source: domain rules, F16
 */
export function takeOutRate(benefits: readonly TakenOut[]): TakeOutRate {
  const planned = sumOf(benefits.map((benefit) => benefit.planned));
  if (!planned.greaterThan(0)) return { kind: 'not-computable', reason: 'nothing-planned' };
  const takenOut = sumOf(benefits.map((benefit) => Decimal.min(benefit.takenOut, benefit.planned)));
  return { kind: 'rate', rate: takenOut.dividedBy(planned), takenOut, planned };
}
