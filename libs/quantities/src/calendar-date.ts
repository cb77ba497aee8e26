/**
 * Calendar dates as text `YYYY-MM-DD`, without time and zone: text order is date order, and no zone can move a due date
 * to the day before. Arithmetic counts whole days since 1970-01-01 (proleptic Gregorian); `Date` is used only to read
 * an instant in a named zone. Years 0001–9999.
 */
export type CalendarDate = string;

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAYS_BEFORE_EPOCH = 719_468;

interface Parts {
  year: number;
  month: number;
  day: number;
}

/** Days in a month, 1 = January. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Whether the value is a real calendar date written `YYYY-MM-DD`. */
export function isCalendarDate(value: unknown): value is CalendarDate {
  if (typeof value !== 'string') return false;
  const found = PATTERN.exec(value);
  if (!found) return false;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Builds a date, or null when year, month and day name no day of the calendar. */
export function calendarDate(year: number, month: number, day: number): CalendarDate | null {
  const text = write({ year, month, day });
  return isCalendarDate(text) ? text : null;
}

/** Year, month (1–12) and day of a date. @throws RangeError when it is not a calendar date */
export function datePartsOf(date: CalendarDate): Parts {
  if (!isCalendarDate(date)) throw new RangeError(`not a calendar date: ${String(date)}`);
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

function write({ year, month, day }: Parts): CalendarDate {
  const digits = (value: number, width: number) => String(value).padStart(width, '0');
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
}

function writeChecked(parts: Parts): CalendarDate {
  if (parts.year < 1 || parts.year > 9999) throw new RangeError('the date leaves the years 0001–9999');
  return write(parts);
}

// Eras of 400 years with March as first month make the leap day the last day of the year (Howard Hinnant's day count).
function dayNumber({ year, month, day }: Parts): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - DAYS_BEFORE_EPOCH;
}

function fromDayNumber(days: number): Parts {
  const shifted = days + DAYS_BEFORE_EPOCH;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1 };
}

function wholeNumber(value: number): number {
  if (!Number.isSafeInteger(value)) throw new RangeError(`a whole number is expected, got ${value}`);
  return value;
}

/** The date `days` later; earlier when negative. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return writeChecked(fromDayNumber(dayNumber(datePartsOf(date)) + wholeNumber(days)));
}

/** The date `months` later, the day clamped to the length of the month: 31 January + 1 month = 28 or 29 February. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = datePartsOf(date);
  const index = year * 12 + (month - 1) + wholeNumber(months);
  const target = { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
  return writeChecked({ ...target, day: Math.min(day, daysInMonth(target.year, target.month)) });
}

/** First day of the date's month; months are named by it throughout. */
export function startOfMonth(date: CalendarDate): CalendarDate {
  return write({ ...datePartsOf(date), day: 1 });
}

/** Last day of the date's month. */
export function endOfMonth(date: CalendarDate): CalendarDate {
  const parts = datePartsOf(date);
  return write({ ...parts, day: daysInMonth(parts.year, parts.month) });
}

/** Every month touched from the month of `from` to the month of `to`, both included, as first-of-month dates; empty when `to` is earlier. */
export function monthsBetween(from: CalendarDate, to: CalendarDate): CalendarDate[] {
  const [first, last] = [datePartsOf(from), datePartsOf(to)];
  const count = (last.year - first.year) * 12 + (last.month - first.month) + 1;
  const start = startOfMonth(from);
  return Array.from({ length: Math.max(0, count) }, (_, offset) => addMonths(start, offset));
}

/** Whole days from one date to the other; negative when `to` is earlier, 0 for the same day. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(datePartsOf(to)) - dayNumber(datePartsOf(from));
}

/** The calendar date an instant falls on in a time zone (IANA name, as `Europe/Copenhagen`). @throws RangeError for an unknown zone or an invalid Date */
export function calendarDateIn(instant: Date, timeZone: string): CalendarDate {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  }).formatToParts(instant);
  const read = (type: 'year' | 'month' | 'day') => Number(parts.find((part) => part.type === type)?.value);
  return writeChecked({ year: read('year'), month: read('month'), day: read('day') });
}

/** Fiscal year of a date; the fiscal year is the calendar year. Source: domain rules, section 1 */
export function fiscalYear(date: CalendarDate): number {
  return datePartsOf(date).year;
}

/** The earlier of two dates. */
export function earlierDate(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a <= b ? a : b;
}

/** The later of two dates. */
export function laterDate(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a >= b ? a : b;
}
