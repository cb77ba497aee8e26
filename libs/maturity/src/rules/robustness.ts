import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Theme } from '../themes';
import { overallScore } from './overall-score';
import { themeScore, type ThemeIndicator } from './theme-score';
import { quantile } from './variation';

/** Seed of the draws: fixed, so that the same scores give the same panel; stored with it. */
export const ROBUSTNESS_SEED = 20_260_101;
export const ROBUSTNESS_DRAWS = 500;
const WEIGHT_SPREAD = 0.25;

export interface Robustness {
  seed: number;
  draws: number;
  /** 5th and 95th percentile of the overall score when every weight is drawn within ±25 %. */
  low: number;
  high: number;
  /** Share of the draws with the same overall level, 0–1. */
  sameLevelShare: number;
  /** Overall score with equal weights. */
  equalWeights: number;
  /** Arithmetic instead of geometric mean of the themes. */
  arithmetic: number;
  /** Overall score without one indicator; null where a theme then has too little basis. */
  leaveOneOut: { id: string; score: number | null }[];
}

type Themes = Readonly<Record<Theme, readonly ThemeIndicator[]>>;

/**
 * How much the overall score depends on choices that could have been made otherwise. Null when there is no overall score.
 * Deterministic: draws come from a seeded generator, indicators in order of their ids.
 * Source: domain rules, section 7, "robustness panel"
 */
export function robustness(themes: Themes, seed = ROBUSTNESS_SEED, draws = ROBUSTNESS_DRAWS): Robustness | null {
  const base = overall(themes, (indicator) => indicator.weight);
  if (base.score === null || base.level === null || base.arithmetic === null) return null;
  const ids = Object.values(themes)
    .flatMap((indicators) => indicators.map(({ id }) => id))
    .sort();
  const random = xoroshiro128plus(seed);
  const scores: number[] = [];
  let same = 0;
  for (let draw = 0; draw < draws; draw++) {
    const factors = new Map(ids.map((id) => [id, 1 + WEIGHT_SPREAD * (2 * uniformFloat64(random) - 1)]));
    const drawn = overall(themes, (indicator) => indicator.weight * (factors.get(indicator.id) ?? 1));
    // A draw may take the coverage of a theme under its limit; it says nothing about the score then.
    if (drawn.score === null) continue;
    scores.push(drawn.score);
    if (drawn.level === base.level) same++;
  }
  return {
    seed,
    draws,
    low: scores.length === 0 ? base.score : quantile(scores, 0.05),
    high: scores.length === 0 ? base.score : quantile(scores, 0.95),
    sameLevelShare: scores.length === 0 ? 1 : same / scores.length,
    equalWeights: overall(themes, () => 1).score ?? base.score,
    arithmetic: base.arithmetic,
    leaveOneOut: ids.map((id) => ({ id, score: overall(without(themes, id), ({ weight }) => weight).score })),
  };
}

function overall(themes: Themes, weightOf: (indicator: ThemeIndicator) => number): ReturnType<typeof overallScore> {
  return overallScore(
    Object.values(themes).map((indicators) =>
      themeScore(indicators.map((indicator) => ({ ...indicator, weight: weightOf(indicator) }))),
    ),
  );
}

function without(themes: Themes, id: string): Themes {
  return Object.fromEntries(
    Object.entries(themes).map(([theme, indicators]) => [theme, indicators.filter((one) => one.id !== id)]),
  ) as unknown as Themes;
}
