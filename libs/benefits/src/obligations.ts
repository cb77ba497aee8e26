import {
  addDays,
  addMonths,
  type CalendarDate,
  daysBetween,
  endOfMonth,
  laterDate,
  startOfMonth,
} from '@hoest/quantities';
import type { Frequency } from './value-lists';

const MONTHS: Record<Frequency, number> = { month: 1, quarter: 3, half_year: 6, year: 12 };

/** Days of grace after a measurement is due: max(14, 25 % of the period's days rounded up). Source: domain rules, F17 */
export function graceDays(periodDays: number): number {
  return Math.max(14, Math.ceil(periodDays / 4));
}

/**
 * First day of the last calendar month that is over on a day with its days of grace: what a month owes is missing from then on.
 * Source: domain rules, F17
 */
export function lastMonthPastGrace(asOf: CalendarDate): CalendarDate {
  let month = startOfMonth(asOf);
  const graceUntil = () => addDays(endOfMonth(month), graceDays(daysBetween(month, endOfMonth(month)) + 1));
  while (graceUntil() >= asOf) month = addMonths(month, -1);
  return month;
}

/** The calendar month, quarter, half-year or year a date lies in. */
export function periodOf(date: CalendarDate, frequency: Frequency): { start: CalendarDate; end: CalendarDate } {
  const months = MONTHS[frequency];
  const month = Number(date.slice(5, 7));
  const start = addMonths(startOfMonth(date), -((month - 1) % months));
  return { start, end: endOfMonth(addMonths(start, months - 1)) };
}

/** What a schedule of measurements follows from. */
export interface ScheduleFacts {
  frequency: Frequency;
  /** When the first measurement is due; null = at the end of the first period that holds `startsOn`. */
  firstDue: CalendarDate | null;
  /** Last day that is still tracked; null = without end. */
  trackUntil: CalendarDate | null;
  /** When the effect starts (start of the benefit, else first target point); used only without `firstDue`. */
  startsOn: CalendarDate | null;
}

/** A measurement somebody owes. All four are dates of the calendar; `graceUntil` = `dueOn` + grace (F17). */
export interface ScheduledObligation {
  periodStart: CalendarDate;
  periodEnd: CalendarDate;
  dueOn: CalendarDate;
  graceUntil: CalendarDate;
}

/**
 * The measurements a measure owes, oldest first: one per calendar month, quarter, half-year or year.
 *
 * The first period is the last one that has ended on or before `firstDue`; the days from its end to `firstDue` are kept as
 * the delay of every later one (first due 15 April by quarter = Q1, then Q2 due 15 July). Without `firstDue` it is the period
 * that holds `startsOn`, due on its last day; without both there are none. The list ends with the last period that starts
 * on or before `until` and ends on or before `trackUntil` (a period tracking breaks off in is not owed).
 * Source: domain rules, section 3 (Measure) and F17
 */
export function obligationsOf(measure: ScheduleFacts, until: CalendarDate): ScheduledObligation[] {
  const { frequency, firstDue, trackUntil, startsOn } = measure;
  let first: { start: CalendarDate; end: CalendarDate };
  if (firstDue) {
    const holding = periodOf(firstDue, frequency);
    first = holding.end === firstDue ? holding : periodOf(addDays(holding.start, -1), frequency);
  } else if (startsOn) first = periodOf(startsOn, frequency);
  else return [];
  const delay = firstDue ? daysBetween(first.end, firstDue) : 0;
  const obligations: ScheduledObligation[] = [];
  for (let period = first; period.start <= until; period = periodOf(addDays(period.end, 1), frequency)) {
    if (trackUntil && period.end > trackUntil) break;
    const dueOn = addDays(period.end, delay);
    const grace = graceDays(daysBetween(period.start, period.end) + 1);
    obligations.push({ periodStart: period.start, periodEnd: period.end, dueOn, graceUntil: addDays(dueOn, grace) });
  }
  return obligations;
}

/**
 * What stands of the schedule when frequency or dates of a measure change: every obligation already due or answered stays as
 * it is, and the new schedule continues with the periods that start after the last of them ends.
 */
export function rescheduleObligations(
  standing: readonly ScheduledObligation[],
  measure: ScheduleFacts,
  until: CalendarDate,
): ScheduledObligation[] {
  const lastEnd = standing.reduce<CalendarDate | null>(
    (last, { periodEnd }) => (last ? laterDate(last, periodEnd) : periodEnd),
    null,
  );
  return obligationsOf(measure, until).filter(({ periodStart }) => !lastEnd || periodStart > lastEnd);
}

/** The obligation whose period holds a date, the one that ends first where several do; null when none does. */
export function obligationHolding<O extends ScheduledObligation>(
  obligations: readonly O[],
  date: CalendarDate,
): O | null {
  return obligations
    .filter(({ periodStart, periodEnd }) => periodStart <= date && date <= periodEnd)
    .reduce<O | null>((best, obligation) => (best && best.periodEnd <= obligation.periodEnd ? best : obligation), null);
}

/**
 * The obligation a value answers when nobody says which: the one whose period holds its day, else the open one whose period
 * ended just before and whose grace still runs – a quarter is usually reported a few days after it. Null when none does; then
 * the value stands on the curve and answers nothing.
 * @param answered ids of obligations that are answered already
 */
export function obligationFor<O extends ScheduledObligation & { id: string }>(
  obligations: readonly O[],
  date: CalendarDate,
  answered: ReadonlySet<string | null>,
): O | null {
  return (
    obligationHolding(obligations, date) ??
    obligations
      .filter(({ id, periodEnd, graceUntil }) => periodEnd < date && date <= graceUntil && !answered.has(id))
      .reduce<O | null>((last, one) => (last && last.periodEnd > one.periodEnd ? last : one), null)
  );
}

/** Where an obligation stands: `late` = due but within grace, `missing` = grace is over without a measurement. */
export const OBLIGATION_STATUSES = ['not_due', 'due', 'late', 'missing', 'met', 'met_late', 'waived'] as const;
export type ObligationStatus = (typeof OBLIGATION_STATUSES)[number];

/**
 * Status of an obligation on a day, for the person who owes it: the day of `dueOn` is `due`, the days after it up to and
 * with `graceUntil` are `late`. `answeredOn` = when the first measurement for it came in, null = none; `met` up to and with
 * `graceUntil`. An answered obligation is never `waived`.
 */
export function obligationStatus(
  obligation: { dueOn: CalendarDate; graceUntil: CalendarDate; waivedReason: string | null },
  answeredOn: CalendarDate | null,
  asOf: CalendarDate,
): ObligationStatus {
  if (answeredOn && answeredOn <= asOf) return answeredOn <= obligation.graceUntil ? 'met' : 'met_late';
  if (obligation.waivedReason !== null) return 'waived';
  if (asOf < obligation.dueOn) return 'not_due';
  if (asOf === obligation.dueOn) return 'due';
  return asOf <= obligation.graceUntil ? 'late' : 'missing';
}
