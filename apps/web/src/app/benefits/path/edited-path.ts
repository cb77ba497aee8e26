import type { CalendarDate } from '@hoest/quantities';

/** A target point while it is typed: day or value may still be missing. */
export interface EditedPoint {
  /** Stable while the row is edited. */
  key: number;
  dueOn: CalendarDate | null;
  value: string | null;
}

export interface Point {
  dueOn: CalendarDate;
  value: string;
}

/** Stored points as rows to edit. */
export function toRows(points: readonly Point[]): EditedPoint[] {
  return points.map((point, key) => ({ key, ...point }));
}

/** The complete rows as a path, by day. */
export function toPoints(rows: readonly EditedPoint[]): Point[] {
  return rows
    .flatMap(({ dueOn, value }) => (dueOn === null || value === null ? [] : [{ dueOn, value }]))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

/** Days that more than one row names; two target points cannot lie on one day. */
export function repeatedDays(rows: readonly EditedPoint[]): ReadonlySet<CalendarDate> {
  const days = rows.flatMap(({ dueOn }) => dueOn ?? []);
  return new Set(days.filter((day, index) => days.indexOf(day) !== index));
}

/** The rows with the value of one path point changed; `index` counts the complete rows by day, as the curve draws them. */
export function withValueAt(rows: readonly EditedPoint[], index: number, value: string): EditedPoint[] {
  const dueOn = toPoints(rows)[index]?.dueOn;
  return rows.map((row) => (row.dueOn === dueOn && row.value !== null ? { ...row, value } : row));
}

/** One more row at the end, without day and value. */
export function withRow(rows: readonly EditedPoint[], point: Partial<Point> = {}): EditedPoint[] {
  const key = Math.max(-1, ...rows.map((row) => row.key)) + 1;
  return [...rows, { key, dueOn: point.dueOn ?? null, value: point.value ?? null }];
}
