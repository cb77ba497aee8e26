import { Decimal, type DecimalValue, sumOf } from '@hoest/quantities';
import { realisationRate } from './achievement';

/**
 * How the remaining plan is carried forward: as planned (a), at the realisation rate to date (b), or at the rate of the last
 * `periods` periods (c).
 */
export type ForecastMethod = { kind: 'as-planned' } | { kind: 'at-rate' } | { kind: 'at-recent-rate'; periods: number };

export interface ForecastFacts {
  /** Planned per period over the whole plan, oldest first. */
  planned: readonly DecimalValue[];
  /** Realised per period to date, oldest first; not longer than `planned`. An unmeasured period counts 0. */
  realised: readonly DecimalValue[];
}

export type Forecast =
  | {
      kind: 'forecast';
      /** Realised so far plus what the rest of the plan is expected to give. */
      atCompletion: Decimal;
      /** Forecast − plan. */
      variance: Decimal;
      /** Variance as share of the plan; null when the whole plan is 0. */
      varianceRatio: Decimal | null;
      /** Rate applied to the rest of the plan; 1 for as-planned. */
      rate: Decimal;
    }
  /** Nothing was planned in the periods the rate is taken from. */
  | { kind: 'not-computable'; reason: 'nothing-planned' };

/** Forecast at completion and its variance. Source: domain rules, F12 */
export function forecastAtCompletion(facts: ForecastFacts, method: ForecastMethod): Forecast {
  const done = facts.realised.length;
  const whole = sumOf(facts.planned);
  const remaining = sumOf(facts.planned.slice(done));
  let rate: Decimal = new Decimal(1);
  if (method.kind !== 'as-planned') {
    const from = method.kind === 'at-recent-rate' ? Math.max(0, done - method.periods) : 0;
    const result = realisationRate(facts.planned.slice(from, done), facts.realised.slice(from));
    if (result.kind === 'not-computable') return { kind: 'not-computable', reason: result.reason };
    rate = result.rate;
  }
  const atCompletion = sumOf(facts.realised).plus(remaining.times(rate));
  const variance = atCompletion.minus(whole);
  return {
    kind: 'forecast',
    atCompletion,
    variance,
    varianceRatio: whole.isZero() ? null : variance.dividedBy(whole),
    rate,
  };
}
