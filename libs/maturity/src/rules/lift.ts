import { Decimal, sumOf, type DecimalValue } from '@hoest/quantities';
import type { IndicatorDefinition } from '../indicator-definition';
import type { IndicatorValue } from './indicator-value';
import { scoreOf } from './score';
import { hasValue } from './theme-score';

/** Distance from one step to the next, as a ratio. */
const STEP = '0.25';

/**
 * What repairing members would add to the numerator: each would count in full. Of a step, the next step of the best
 * member. Never negative.
 */
export function gapOf(
  definition: IndicatorDefinition,
  members: readonly { numerator: string; denominator: string }[],
): Decimal {
  if (definition.kind === 'step') return new Decimal(members.length === 0 ? 0 : STEP);
  return sumOf(members.map(({ numerator, denominator }) => Decimal.max(0, new Decimal(denominator).minus(numerator))));
}

/**
 * Points the theme score would rise if the numerator of one of its indicators rose by `gain`: the rise of the indicator's
 * own score, in the share its weight has among the indicators with a value. 0 while the indicator has no value in the
 * theme. The denominator is taken as unchanged.
 */
export function liftOf(
  definition: IndicatorDefinition,
  value: IndicatorValue,
  gain: DecimalValue,
  valuedWeight: number,
): number {
  if (!hasValue(value) || value.value === null || value.denominator === null || value.score === null) return 0;
  const rise = definition.kind === 'step' ? new Decimal(gain) : new Decimal(gain).div(value.denominator);
  const score = scoreOf(value.value + rise.toNumber(), definition.goalposts);
  return valuedWeight === 0 ? 0 : ((score - value.score) * definition.weight) / valuedWeight;
}
