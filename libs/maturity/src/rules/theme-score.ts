import type { IndicatorStatus } from '../indicator-definition';
import type { Level } from '../themes';
import { levelOf } from './score';

/** One indicator as its theme sees it. `score` is null unless the status is `ok` or `stale`. */
export interface ThemeIndicator {
  id: string;
  star: boolean;
  weight: number;
  status: IndicatorStatus;
  score: number | null;
}

export interface ThemeScore {
  status: 'ok' | 'insufficient_basis';
  /** Weighted mean 0–100, unrounded; null without sufficient basis, never 0. */
  score: number | null;
  level: Level | null;
  /** The cap indicator that holds the level below the score's own; null when none does. */
  cappedBy: string | null;
  /** Weight with a value over all weight except "not applicable"; 0 when nothing is applicable. */
  coverage: number;
  /** Indicators with a value. */
  valued: number;
  /** Indicators asked, except "not applicable". */
  counted: number;
}

/** Least coverage, values and cap indicators for a theme score. Source: domain rules, section 7, "theme score" */
export const LEAST_COVERAGE = 0.6;
export const LEAST_VALUES = 4;
export const LEAST_STARS = 1;

/** Highest level of a theme with a cap indicator that has no data: no "managed" without evidence. */
const LEVEL_WITHOUT_EVIDENCE = 3;

const sumOfWeights = (indicators: readonly ThemeIndicator[]) => indicators.reduce((sum, { weight }) => sum + weight, 0);

/** Whether the indicator's value counts in its theme. */
export function hasValue(indicator: Pick<ThemeIndicator, 'status'>): boolean {
  return indicator.status === 'ok' || indicator.status === 'stale';
}

/** Score, coverage and capped level of one theme. The order of the indicators does not matter. */
export function themeScore(indicators: readonly ThemeIndicator[]): ThemeScore {
  const applicable = indicators.filter(({ status }) => status !== 'not_applicable');
  const valued = indicators.filter(hasValue);
  const weight = sumOfWeights(applicable);
  const coverage = weight === 0 ? 0 : sumOfWeights(valued) / weight;
  const basis = { coverage, valued: valued.length, counted: applicable.length };
  if (
    // Coverage is a quotient of weights; 3 of 5 must not fail for a binary fraction.
    coverage < LEAST_COVERAGE - 1e-9 ||
    valued.length < LEAST_VALUES ||
    valued.filter(({ star }) => star).length < LEAST_STARS
  ) {
    return { status: 'insufficient_basis', score: null, level: null, cappedBy: null, ...basis };
  }
  const score = weightedMean(valued);
  return { status: 'ok', score, ...capped(levelOf(score), indicators), ...basis };
}

/** Σ weight × score / Σ weight of indicators that have a score. */
export function weightedMean(valued: readonly { weight: number; score: number | null }[]): number {
  const weight = valued.reduce((sum, indicator) => sum + indicator.weight, 0);
  const mean = valued.reduce((sum, indicator) => sum + indicator.weight * (indicator.score ?? 0), 0) / weight;
  return Math.min(100, Math.max(0, mean));
}

/**
 * Level after the caps: at most one above the lowest cap indicator, and at most 3 while a cap indicator has no data.
 * Among equal caps the first by id is named.
 */
function capped(level: Level, indicators: readonly ThemeIndicator[]): { level: Level; cappedBy: string | null } {
  const caps = indicators
    .filter(({ star }) => star)
    .flatMap((indicator) => {
      if (indicator.status === 'no_data') return { id: indicator.id, most: LEVEL_WITHOUT_EVIDENCE };
      if (!hasValue(indicator) || indicator.score === null) return [];
      return { id: indicator.id, most: levelOf(indicator.score) + 1 };
    })
    .sort((a, b) => a.most - b.most || (a.id < b.id ? -1 : 1));
  const lowest = caps[0];
  if (!lowest || lowest.most >= level) return { level, cappedBy: null };
  return { level: lowest.most as Level, cappedBy: lowest.id };
}
