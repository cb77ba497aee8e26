import type { Level } from '../themes';
import { levelOf } from './score';

export interface OverallScore {
  status: 'ok' | 'insufficient_basis';
  /** Geometric mean 0–100 of the four themes; null unless all four have a score. */
  score: number | null;
  /** Arithmetic mean, shown beside. */
  arithmetic: number | null;
  level: Level | null;
}

const NONE: OverallScore = { status: 'insufficient_basis', score: null, arithmetic: null, level: null };

/**
 * Overall score of the themes, equal weights. Geometric, each theme at least 1, because a strong theme must not buy out a
 * missing one; the level is at most one above the lowest theme's.
 * Source: domain rules, section 7, "overall"
 */
export function overallScore(themes: readonly { score: number | null; level: Level | null }[]): OverallScore {
  const scores = themes.flatMap(({ score }) => score ?? []);
  const levels = themes.flatMap(({ level }) => level ?? []);
  if (themes.length === 0 || scores.length < themes.length || levels.length < themes.length) return NONE;
  const score = geometricMean(scores);
  return {
    status: 'ok',
    score,
    arithmetic: scores.reduce((sum, one) => sum + one, 0) / scores.length,
    level: Math.min(levelOf(score), Math.min(...levels) + 1) as Level,
  };
}

/** Geometric mean of scores, each taken as at least 1. */
export function geometricMean(scores: readonly number[]): number {
  const logarithms = scores.reduce((sum, score) => sum + Math.log(Math.max(1, score)), 0);
  return Math.min(100, Math.exp(logarithms / scores.length));
}
