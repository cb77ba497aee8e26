import type { Maturity } from '@hoest/contracts';
import { catalogueEntry, INDICATORS, THEME_LABELS, type Theme, THEMES } from '@hoest/maturity';
import type { Label } from '@hoest/quantities';

type Unit = Maturity['units'][number];

/** What the columns of the matrix are: the four themes, or the computed indicators of one of them. */
export type MatrixView = 'themes' | Theme;

export interface MatrixColumn {
  id: string;
  names: Label;
}

export interface MatrixCell {
  level: number | null;
  score: number | null;
  /** Why there is no score: `basis` of a theme, `few` with its counts, `none` without any record; null with one. */
  absence: { kind: 'basis' | 'few' | 'none'; n: number; min: number } | null;
}

export function columnsOf(view: MatrixView): MatrixColumn[] {
  if (view === 'themes') return THEMES.map((id) => ({ id, names: THEME_LABELS[id] }));
  return INDICATORS.filter(({ theme, reach }) => theme === view && reach === 'unit').map(({ id }) => ({
    id,
    names: catalogueEntry(id).names,
  }));
}

export function cellOf(unit: Unit, view: MatrixView, column: string): MatrixCell {
  if (view === 'themes') {
    const theme = unit.themes.find(({ id }) => id === column);
    const score = theme?.score ?? null;
    const absence = score === null ? { kind: 'basis' as const, n: theme?.valued ?? 0, min: 0 } : null;
    return { level: theme?.level ?? null, score, absence };
  }
  const found = unit.indicators.find(({ id }) => id === column);
  if (!found || (found.score === null && found.n === 0))
    return { level: null, score: null, absence: { kind: 'none', n: 0, min: 0 } };
  if (found.score === null || found.level === null)
    return { level: null, score: null, absence: { kind: 'few', n: found.n, min: found.minN } };
  return { level: found.level, score: found.score, absence: null };
}

/** Themes when some unit has a score of one; otherwise the theme with the most scores below it. */
export function defaultView(units: readonly Unit[]): MatrixView {
  if (units.some(({ themes }) => themes.some(({ score }) => score !== null))) return 'themes';
  const scored = (theme: Theme) =>
    columnsOf(theme).reduce(
      (sum, { id }) => sum + units.filter((unit) => cellOf(unit, theme, id).score !== null).length,
      0,
    );
  const best = [...THEMES].sort((a, b) => scored(b) - scored(a))[0] ?? 'gr';
  return scored(best) > 0 ? best : 'themes';
}

/** Unit and column of the lowest score, where several units have one; null when none or several are lowest. */
export function weakest(units: readonly Unit[], view: MatrixView): { unit: Unit; column: MatrixColumn } | null {
  const cells = columnsOf(view).flatMap((column) => {
    const scored = units.flatMap((unit) => {
      const { score } = cellOf(unit, view, column.id);
      return score === null ? [] : [{ unit, column, score }];
    });
    return scored.length > 1 ? scored : [];
  });
  const lowest = cells.sort((a, b) => a.score - b.score)[0];
  if (!lowest) return null;
  return cells.filter(({ score }) => score - lowest.score < 0.5).length === 1 ? lowest : null;
}
