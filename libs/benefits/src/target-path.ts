import { type CalendarDate, Decimal, type DecimalValue, daysBetween } from '@hoest/quantities';
import type { Interpolation } from './value-lists';

/** A dated target of one measure, in its unit. Dates of one path are unique. */
export interface TargetPoint {
  dueOn: CalendarDate;
  value: DecimalValue;
}

const byDate = (points: readonly TargetPoint[]) => [...points].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));

/** The first dated target; null without points. */
export function firstTarget(points: readonly TargetPoint[]): TargetPoint | null {
  return byDate(points)[0] ?? null;
}

/** The last dated target, the one achievement is measured against; null without points. */
export function finalTarget(points: readonly TargetPoint[]): TargetPoint | null {
  return byDate(points).at(-1) ?? null;
}

export type PlannedValue = { kind: 'planned'; value: Decimal } | { kind: 'not-planned'; reason: 'no-points' };

/**
 * Planned value on a date, in the measure's unit: on the line between the two points around it (`linear`, by days), or the
 * value of the last point reached (`step`); flat before the first and after the last point. Points in any order.
 * Source: domain rules, F10
 */
export function plannedValueAt(
  points: readonly TargetPoint[],
  on: CalendarDate,
  interpolation: Interpolation = 'linear',
): PlannedValue {
  const path = byDate(points);
  const first = path[0];
  if (!first) return { kind: 'not-planned', reason: 'no-points' };
  const before = path.filter((point) => point.dueOn <= on).at(-1);
  const after = path.find((point) => point.dueOn > on);
  if (!before) return { kind: 'planned', value: new Decimal(first.value) };
  if (!after || interpolation === 'step') return { kind: 'planned', value: new Decimal(before.value) };
  const way = new Decimal(after.value).minus(before.value);
  const part = way.times(daysBetween(before.dueOn, on)).dividedBy(daysBetween(before.dueOn, after.dueOn));
  return { kind: 'planned', value: part.plus(before.value) };
}

/** Baseline, path and how it runs: what a planned share is computed from. */
export interface PathFacts {
  baselineValue: DecimalValue | null;
  points: readonly TargetPoint[];
  interpolation: Interpolation;
}

export type PlannedShare =
  /** 1 = final target; may leave 0–1 where the path does. */
  | { kind: 'share'; share: Decimal }
  | { kind: 'not-computable'; reason: 'no-points' | 'no-baseline' | 'target-equals-baseline' };

/**
 * Share of the whole change that is planned to be reached on a date: (planned value − baseline) / (final target − baseline).
 * Source: domain rules, F10
 */
export function plannedShareAt(path: PathFacts, on: CalendarDate): PlannedShare {
  const planned = plannedValueAt(path.points, on, path.interpolation);
  const final = finalTarget(path.points);
  if (planned.kind === 'not-planned' || !final) return { kind: 'not-computable', reason: 'no-points' };
  if (path.baselineValue === null) return { kind: 'not-computable', reason: 'no-baseline' };
  const way = new Decimal(final.value).minus(path.baselineValue);
  if (way.isZero()) return { kind: 'not-computable', reason: 'target-equals-baseline' };
  return { kind: 'share', share: planned.value.minus(path.baselineValue).dividedBy(way) };
}
