import type { MaturityChanges } from '@hoest/contracts';
import { indicatorDefinition, type Theme } from '@hoest/maturity';
import type { Label } from '@hoest/quantities';

export type ChangeRecord = MaturityChanges['indicators'][number]['records'][number];
export type Cause = ChangeRecord['cause'];
/** Whether the record counted on both days, or only on one of them. */
export type Transition = 'entered' | 'left' | 'stayed';

/** One cause: records of one indicator that moved it the same way for the same reason, by the same person. */
export interface MovementRow {
  key: string;
  indicatorId: string;
  /** `coverage` = indicators that got or lost a value; it has no records. */
  cause: Cause | 'coverage';
  transition: Transition;
  /** What is the case now, or was when the record no longer counts; null when the record says nothing. */
  reason: Label | null;
  /** Exact contribution in the unit of the movement; null when there was no value on one of the days. */
  points: number | null;
  /** Largest contribution first. */
  records: ChangeRecord[];
}

export interface Movement {
  /** Null = no value on that day. */
  before: number | null;
  after: number | null;
  change: number | null;
  /** Largest first; `points` add up to `change`. */
  rows: MovementRow[];
  /** Records that changed without moving the figure. */
  still: { indicatorId: string; record: ChangeRecord }[];
}

/** Contributions smaller than this are rounding in the sums, not a movement. */
const NOTHING = 1e-9;

const transitionOf = ({ before, after }: ChangeRecord): Transition =>
  before === null ? 'entered' : after === null ? 'left' : 'stayed';

/** Why one indicator moved, in units of its value. */
export function indicatorMovement(changes: MaturityChanges, indicatorId: string): Movement {
  const found = changes.indicators.find((one) => one.indicatorId === indicatorId);
  if (!found) return { before: null, after: null, change: null, rows: [], still: [] };
  const known = found.before !== null && found.after !== null;
  const { rows, still } = rowsOf(found, 1);
  return {
    before: found.before,
    after: found.after,
    change: known ? (found.after ?? 0) - (found.before ?? 0) : null,
    rows: sorted(rows),
    still,
  };
}

/**
 * Why a theme moved, in points of its score: the records of its indicators, each indicator's terms scaled to what the indicator
 * contributed to the theme, and the effect of indicators that got or lost a value.
 */
export function themeMovement(changes: MaturityChanges, theme: Theme, valued: number): Movement {
  const found = changes.themes.find(({ id }) => id === theme);
  const [before, after] = [found?.before ?? null, found?.after ?? null];
  if (!found || before === null || after === null) return { before, after, change: null, rows: [], still: [] };
  const parts = new Map(found.parts.map((part) => [part.indicatorId, part]));
  const own = changes.indicators.filter(({ indicatorId }) => indicatorId.startsWith(`${theme}.`));
  const told = own.map((indicator) =>
    rowsOf(indicator, pointsPerUnit(indicator, parts.get(indicator.indicatorId)?.performance ?? 0, valued)),
  );
  const coverage = found.parts.reduce((sum, part) => sum + part.coverage, 0);
  const rows = told.flatMap((one) => one.rows);
  if (Math.abs(coverage) > NOTHING) rows.push(coverageRow(found.parts, coverage));
  return { before, after, change: after - before, rows: sorted(rows), still: told.flatMap(({ still }) => still) };
}

/** Theme points that one unit of the indicator's value brought; where the value ended as it began, what it would bring. */
function pointsPerUnit(
  { indicatorId, before, after }: MaturityChanges['indicators'][number],
  performance: number,
  valued: number,
): number {
  if (before === null || after === null) return 0;
  const moved = after - before;
  if (Math.abs(moved) > NOTHING) return performance / moved;
  const goalposts = indicatorDefinition(indicatorId)?.goalposts;
  return goalposts && valued > 0 ? 100 / (goalposts.high - goalposts.low) / valued : 0;
}

function rowsOf(
  { indicatorId, records }: MaturityChanges['indicators'][number],
  factor: number,
): Pick<Movement, 'rows' | 'still'> {
  const moving = records.filter(
    ({ contribution }) => contribution === null || Math.abs(contribution * factor) > NOTHING,
  );
  const groups = Map.groupBy(moving, (record) =>
    [record.cause, transitionOf(record), reasonOf(record)?.en ?? '', record.personName ?? ''].join('|'),
  );
  const rows = [...groups].flatMap(([key, group]): MovementRow[] => {
    const first = group[0];
    if (!first) return [];
    const known = group.every(({ contribution }) => contribution !== null);
    return [
      {
        key: `${indicatorId}|${key}`,
        indicatorId,
        cause: first.cause,
        transition: transitionOf(first),
        reason: reasonOf(first),
        points: known ? group.reduce((sum, { contribution }) => sum + (contribution ?? 0) * factor, 0) : null,
        records: group,
      },
    ];
  });
  const still = records.filter((record) => !moving.includes(record)).map((record) => ({ indicatorId, record }));
  return { rows, still };
}

const reasonOf = ({ before, after }: ChangeRecord): Label | null => (after ?? before)?.[0]?.text ?? null;

/** Named by the indicator whose share changed most: the one that came or went. */
function coverageRow(
  parts: readonly { indicatorId: string; performance: number; coverage: number }[],
  points: number,
): MovementRow {
  const largest = [...parts].sort((a, b) => Math.abs(b.coverage) - Math.abs(a.coverage))[0];
  return {
    key: 'coverage',
    indicatorId: largest?.indicatorId ?? '',
    cause: 'coverage',
    transition: 'stayed',
    reason: null,
    points,
    records: [],
  };
}

const sorted = (rows: readonly MovementRow[]) =>
  [...rows].sort((a, b) => Math.abs(b.points ?? 0) - Math.abs(a.points ?? 0));

/**
 * Values rounded to tenths so that their sum is the rounded total: the remainders decide which of them give way.
 * A reader who adds the column up gets the figure under it.
 */
export function tenthsThatAddUp(values: readonly number[]): number[] {
  const wanted = Math.round(values.reduce((sum, value) => sum + value, 0) * 10);
  const floors = values.map((value) => Math.floor(value * 10));
  const left = wanted - floors.reduce((sum, value) => sum + value, 0);
  const byRemainder = values
    .map((value, index) => ({ index, remainder: value * 10 - Math.floor(value * 10) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
    .slice(0, Math.max(0, left))
    .map(({ index }) => index);
  return floors.map((floor, index) => (floor + (byRemainder.includes(index) ? 1 : 0)) / 10);
}

/** The cause that explains most of a movement in its own direction; null when nothing moved. */
export function mainCause({ change, rows }: Movement): MovementRow['cause'] | null {
  if (change === null || Math.abs(change) < 0.05) return null;
  const byCause = new Map<MovementRow['cause'], number>();
  for (const { cause, points } of rows)
    byCause.set(cause, (byCause.get(cause) ?? 0) + (points ?? 0) * Math.sign(change));
  const most = [...byCause].sort((a, b) => b[1] - a[1])[0];
  return most && most[1] > 0 ? most[0] : null;
}
