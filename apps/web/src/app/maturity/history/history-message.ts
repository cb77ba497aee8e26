import type { ResponseOf } from '@hoest/contracts';
import type { maturityRoutes } from '@hoest/contracts';
import { type Theme, THEMES } from '@hoest/maturity';

export type HistoryItem = ResponseOf<typeof maturityRoutes.readHistory>['items'][number];

/** What the curve of a theme says over the period shown. */
export interface ThemeCourse {
  theme: Theme;
  first: number;
  last: number;
  change: number;
  levelBefore: number | null;
  levelNow: number | null;
}

/** Themes with a score at two or more points, the largest change first. */
export function coursesOf(items: readonly HistoryItem[]): ThemeCourse[] {
  return THEMES.flatMap((theme): ThemeCourse[] => {
    const scored = items.flatMap(({ themes }) => {
      const found = themes.find(({ id }) => id === theme);
      return found && found.score !== null ? [{ score: found.score, level: found.level }] : [];
    });
    const [first, last] = [scored[0], scored.at(-1)];
    if (!first || !last || scored.length < 2) return [];
    return [
      {
        theme,
        first: first.score,
        last: last.score,
        change: last.score - first.score,
        levelBefore: first.level,
        levelNow: last.level,
      },
    ];
  }).sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
}

/** Bounds of the levels that the scores touch, at least two levels: 52–63 → 40–80. */
export function levelSpan(scores: readonly number[]): { from: number; to: number } {
  if (scores.length === 0) return { from: 0, to: 100 };
  const from = Math.min(80, Math.floor(Math.min(...scores) / 20) * 20);
  const to = Math.max(from + 20, Math.min(100, Math.ceil(Math.max(...scores) / 20) * 20));
  if (to - from > 20) return { from, to };
  return from >= 20 ? { from: from - 20, to } : { from, to: to + 20 };
}
