import { addDays, addMonths, type CalendarDate, daysBetween, endOfMonth, laterDate } from '@hoest/quantities';
import { firstTarget, type TargetPoint } from './target-path';

/** From how many days a moved go-live makes the plan's dates doubtful; less is the wobble of every project. */
export const NOTABLE_SHIFT_DAYS = 14;

/** How far a go-live moved; all counts are negative when it moved forward. */
export interface PlanShift {
  /** Whole months, and the days that are left over. */
  months: number;
  days: number;
  /** The whole way in days. */
  totalDays: number;
}

/**
 * How far the go-live has moved since the plan's dates were made for it; null when it did not move by `NOTABLE_SHIFT_DAYS`
 * or more, or when one of the dates is not known.
 * @param assumed the go-live the plan was made for
 * @param goLive the actual go-live, before it the planned one
 */
export function planShift(assumed: CalendarDate | null, goLive: CalendarDate | null): PlanShift | null {
  if (assumed === null || goLive === null) return null;
  const totalDays = daysBetween(assumed, goLive);
  if (Math.abs(totalDays) < NOTABLE_SHIFT_DAYS) return null;
  const way = totalDays > 0 ? 1 : -1;
  let months = 0;
  const reached = (count: number) => addMonths(assumed, count);
  while (way > 0 ? reached(months + 1) <= goLive : reached(months - 1) >= goLive) months += way;
  // The last day of one month to the last of another is a number of months, however many days these have.
  if (reached(months) !== goLive && assumed === endOfMonth(assumed) && goLive === endOfMonth(goLive)) {
    const nearest = [months, months + way].find((count) => endOfMonth(reached(count)) === goLive);
    if (nearest !== undefined) return { months: nearest, days: 0, totalDays };
  }
  return { months, days: daysBetween(reached(months), goLive), totalDays };
}

/** A date moved as far as the go-live did; the last day of a month stays one where whole months are moved. */
export function shiftedDate(date: CalendarDate, { months, days }: PlanShift): CalendarDate {
  const moved = addMonths(date, months);
  return days === 0 && date === endOfMonth(date) ? endOfMonth(moved) : addDays(moved, days);
}

/**
 * A path moved as far as the go-live did, values untouched, in the order given. Where short months would put two points on
 * one day, all points move by days instead.
 */
export function shiftedPath<P extends TargetPoint>(points: readonly P[], shift: PlanShift): P[] {
  const moved = points.map((point) => ({ ...point, dueOn: shiftedDate(point.dueOn, shift) }));
  if (new Set(moved.map(({ dueOn }) => dueOn)).size === points.length) return moved;
  return points.map((point) => ({ ...point, dueOn: addDays(point.dueOn, shift.totalDays) }));
}

/** The dates a plan is made of. */
export interface PlanDates<P extends TargetPoint> {
  startsOn: CalendarDate | null;
  endsOn: CalendarDate | null;
  measures: readonly { measureId: string; points: readonly P[] }[];
}

/**
 * The plan that is proposed when the go-live has moved: start and target points move with it. The end stays – a lifetime or
 * contract does not grow because its use begins late – unless the effect would begin after it; then it moves too.
 * Nothing is changed by this: people decide. Source: domain rules, section 4 and the plan frozen at go-live
 */
export function shiftedPlan<P extends TargetPoint>(plan: PlanDates<P>, shift: PlanShift): PlanDates<P> {
  const startsOn = plan.startsOn && shiftedDate(plan.startsOn, shift);
  const measures = plan.measures.map(({ measureId, points }) => ({ measureId, points: shiftedPath(points, shift) }));
  const begins = measures.reduce<CalendarDate | null>((latest, { points }) => {
    const first = firstTarget(points)?.dueOn ?? null;
    return latest && first ? laterDate(latest, first) : (first ?? latest);
  }, startsOn);
  const endsBefore = plan.endsOn !== null && begins !== null && plan.endsOn < begins;
  return {
    startsOn,
    endsOn: endsBefore && plan.endsOn ? shiftedDate(plan.endsOn, shift) : plan.endsOn,
    measures,
  };
}
