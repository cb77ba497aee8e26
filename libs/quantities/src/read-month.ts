import { type CalendarDate, calendarDate } from './calendar-date';
import { type DateOrder, readDate } from './read-date';

export type MonthReading = { kind: 'month'; month: CalendarDate } | { kind: 'empty' } | { kind: 'not-a-month' };

/** Ways in which accounting systems write a period beside those of `readDate`: `202603`, `2026P03`, `P03 2026`, `2026-10`. */
const PERIODS: readonly { pattern: RegExp; yearFirst: boolean }[] = [
  { pattern: /^(\d{4})(\d{2})$/, yearFirst: true },
  { pattern: /^(\d{4})[ -]?[pm](\d{1,2})$/i, yearFirst: true },
  { pattern: /^(\d{4})[-/. ](\d{1,2})$/, yearFirst: true },
  { pattern: /^p(\d{1,2})[-/. ](\d{4})$/i, yearFirst: false },
  { pattern: /^(\d{1,2})[-/. ](\d{4})$/, yearFirst: false },
];

/**
 * Reads the month of a booking as its first day: `2026-03`, `03/2026`, `marts 2026`, `202603`, `2026P03`, and any whole date,
 * whose day is dropped. In a column of periods `2009-10` is October; a fiscal year there would have no month to belong to.
 * Never guessed: a year alone, a quarter, and the periods 0 and 13 that some systems close a year with.
 */
export function readMonth(text: string, order: DateOrder): MonthReading {
  const trimmed = text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
  if (trimmed === '') return { kind: 'empty' };
  for (const { pattern, yearFirst } of PERIODS) {
    const found = pattern.exec(trimmed);
    if (!found) continue;
    const [year, month] = yearFirst ? [found[1], found[2]] : [found[2], found[1]];
    return monthOf(Number(year), Number(month));
  }
  const reading = readDate(trimmed, order);
  return reading.kind === 'date' ? { kind: 'month', month: `${reading.date.slice(0, 7)}-01` } : { kind: 'not-a-month' };
}

function monthOf(year: number, month: number): MonthReading {
  const first = year >= 1900 && year <= 2199 ? calendarDate(year, month, 1) : null;
  return first ? { kind: 'month', month: first } : { kind: 'not-a-month' };
}
