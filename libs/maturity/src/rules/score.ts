import { wilsonInterval } from '@hoest/quantities';
import type { Goalposts } from '../indicator-definition';
import type { Level } from '../themes';

/**
 * Score 0–100 of a value between fixed goalposts, clipped at both ends; unrounded. With `low` above `high` less is
 * better. Fixed bounds keep years and organisations comparable.
 * @throws RangeError when the goalposts coincide or a number is not finite
 * Source: domain rules, section 7, "normalise"
 */
export function scoreOf(value: number, { low, high }: Goalposts): number {
  if (![value, low, high].every(Number.isFinite) || low === high) {
    throw new RangeError(`no score of ${value} between ${low} and ${high}`);
  }
  return 100 * Math.min(1, Math.max(0, (value - low) / (high - low)));
}

/** Level of an unrounded score 0–100: below 20, from 20, 40, 60 and 80. Source: domain rules, section 7, "level" */
export function levelOf(score: number): Level {
  if (!(score >= 0 && score <= 100)) throw new RangeError(`a score lies in 0–100, got ${score}`);
  // (0.35 − 0.2) / (0.95 − 0.2) is a hair under 0.2 in binary fractions although it is 0.2; the allowance decides nothing else.
  return (1 + [20, 40, 60, 80].filter((cut) => score >= cut - 1e-9).length) as Level;
}

/**
 * Lowest and highest level that the Wilson 95 % bounds of a proportion allow; null for n = 0. `hits` and `n` may be
 * fractional (exempt ones counted back in part).
 */
export function levelRangeOf(hits: number, n: number, goalposts: Goalposts): [Level, Level] | null {
  const bounds = wilsonInterval(hits, n);
  if (!bounds) return null;
  const [a, b] = [levelOf(scoreOf(bounds.low, goalposts)), levelOf(scoreOf(bounds.high, goalposts))];
  return a <= b ? [a, b] : [b, a];
}
