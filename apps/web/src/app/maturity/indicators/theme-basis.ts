import type { IndicatorValue, Maturity } from '@hoest/contracts';
import { hasValue, LEAST_COVERAGE, LEAST_STARS, LEAST_VALUES, type Theme } from '@hoest/maturity';

export type ThemeValue = Maturity['themes'][number];

/** What a theme without a score lacks. Source: domain rules, section 7, "theme score" */
export interface MissingBasis {
  /** Indicators that must get a value for the coverage to suffice; 0 when it does. */
  values: number;
  /** Whether no cap indicator has a value. */
  star: boolean;
}

/** @returns null when the theme has a score */
export function missingBasis(theme: ThemeValue, indicators: readonly IndicatorValue[]): MissingBasis | null {
  if (theme.status === 'ok') return null;
  const least = Math.max(LEAST_VALUES, Math.ceil(theme.counted * LEAST_COVERAGE - 1e-9));
  const stars = indicators.filter((one) => one.theme === theme.id && one.star && hasValue(one)).length;
  return { values: Math.max(0, least - theme.valued), star: stars < LEAST_STARS };
}

/** The indicators of a theme, in catalogue order or the lowest score first; those without a score come last. */
export function indicatorsOf(
  indicators: readonly IndicatorValue[],
  theme: Theme,
  lowestFirst: boolean,
): IndicatorValue[] {
  const own = indicators.filter((one) => one.theme === theme);
  if (!lowestFirst) return own;
  return own.sort((a, b) => (a.score ?? Infinity) - (b.score ?? Infinity) || 0);
}
