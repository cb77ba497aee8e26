import { DEFAULT_TOLERANCE, plannedValueAt } from '@hoest/benefits';
import type { Measure } from '@hoest/contracts';
import { type CalendarDate, Decimal } from '@hoest/quantities';

/** The measured values that hold, oldest first. */
export function currentValues(measure: Measure): Measure['measurements'] {
  return measure.measurements.filter(({ current }) => current);
}

/** The baseline that is in force and has a value; earlier ones are history. */
export function baselineOf(measure: Measure): Measure['baselines'][number] | undefined {
  return measure.baselines.find(({ value }) => value !== null);
}

/** The last target point, the one achievement is measured against. */
export function targetOf(points: Measure['targetPoints']): Measure['targetPoints'][number] | undefined {
  return [...points].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1)).at(-1);
}

interface Compared {
  value: string;
  date: CalendarDate;
  /** What the plan says for that day. */
  planned: Decimal;
  /** How far the value is from it, without sign. */
  distance: Decimal;
  /** Whether the value lies above the plan, whatever that means. */
  above: boolean;
}

/** What the curve of a measure shows, to be said in one sentence. */
export type PathStanding =
  | { kind: 'no-plan' }
  | { kind: 'not-measured'; target: string; by: CalendarDate }
  /** A measurement is missing: an older good figure does not stand in for it. */
  | { kind: 'missing'; periodStart: CalendarDate; periodEnd: CalendarDate; latest: string | null }
  | { kind: 'not-comparable'; value: string; date: CalendarDate }
  | { kind: 'reached'; value: string; date: CalendarDate; target: string }
  | ({ kind: 'on-plan' | 'ahead' | 'behind' } & Compared);

/**
 * Where a measure stands against its plan, as far as a sentence can say it. `behind` is the server's watch or deviation (F18);
 * `ahead` is better than the plan by more than the tolerance.
 */
export function pathStanding(measure: Measure): PathStanding {
  const { plan } = measure;
  const latest = currentValues(measure).at(-1);
  const target = plan && targetOf(plan.points);
  if (!plan || !target) return { kind: 'no-plan' };
  if (measure.status === 'unknown') {
    const missing = measure.obligations.findLast(({ status }) => status === 'missing');
    if (missing) {
      const { periodStart, periodEnd } = missing;
      return { kind: 'missing', periodStart, periodEnd, latest: latest?.value ?? null };
    }
  }
  if (!latest) return { kind: 'not-measured', target: target.value, by: target.dueOn };
  const { value, date } = latest;
  const planned = plannedValueAt(plan.points, date, measure.interpolation);
  if (measure.achievement === null || planned.kind === 'not-planned') return { kind: 'not-comparable', value, date };
  if (new Decimal(measure.achievement).greaterThanOrEqualTo(1))
    return { kind: 'reached', value, date, target: target.value };
  const difference = new Decimal(value).minus(planned.value);
  const compared = {
    value,
    date,
    planned: planned.value,
    distance: difference.abs(),
    above: difference.greaterThan(0),
  };
  if (measure.status === 'watch' || measure.status === 'deviation') return { kind: 'behind', ...compared };
  const lead = new Decimal(measure.achievement).minus(measure.plannedShare ?? measure.achievement);
  return { kind: lead.greaterThan(DEFAULT_TOLERANCE) ? 'ahead' : 'on-plan', ...compared };
}
