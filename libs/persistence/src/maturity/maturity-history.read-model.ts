import type { Level, Theme } from '@hoest/maturity';
import { type CalendarDate, startOfMonth } from '@hoest/quantities';
import type { Transaction } from '../database/transaction';
import type { MaturityFigures } from './maturity-figures';
import { readMaturity } from './maturity.read-model';
import { readMaturityScope } from './maturity-scope';
import { readSnapshots } from './maturity-snapshot.read-model';

export interface HistoryPoint {
  /** First day of the month. */
  month: CalendarDate;
  asOf: CalendarDate;
  overall: number | null;
  themes: { id: Theme; score: number | null; level: Level | null }[];
  /** The indicator that was asked for; null without one. */
  indicator: Pick<MaturityFigures['indicators'][number], 'status' | 'value' | 'score' | 'level' | 'n'> | null;
  /** Another version than the point before is a break in the series. */
  definitionVersion: string;
}

/**
 * Scores of a unit at each month end, oldest first, and now as the last point.
 * @param indicatorId an indicator to tell beside the themes
 * @returns undefined when there is no such unit
 */
export async function readMaturityHistory(
  tx: Transaction,
  unitId: string | null = null,
  indicatorId: string | null = null,
): Promise<HistoryPoint[] | undefined> {
  const scope = await readMaturityScope(tx, unitId);
  const now = scope && (await readMaturity(tx, { unitId: scope.unitId }));
  if (!now) return undefined;
  const past = await readSnapshots(tx, scope.unitId);
  return [
    ...past
      .filter(({ asOf }) => asOf < now.asOf)
      .map(({ asOf, definitionVersion, figures }) => pointOf(asOf, definitionVersion, figures, indicatorId)),
    pointOf(now.asOf, now.definitionVersion, now, indicatorId),
  ];
}

function pointOf(
  asOf: CalendarDate,
  definitionVersion: string,
  { overall, themes, indicators }: Pick<MaturityFigures, 'overall' | 'themes' | 'indicators'>,
  indicatorId: string | null,
): HistoryPoint {
  const found = indicators.find(({ id }) => id === indicatorId);
  return {
    month: startOfMonth(asOf),
    asOf,
    overall: overall.score,
    themes: themes.map(({ id, score, level }) => ({ id, score, level })),
    indicator: found
      ? { status: found.status, value: found.value, score: found.score, level: found.level, n: found.n }
      : null,
    definitionVersion,
  };
}
