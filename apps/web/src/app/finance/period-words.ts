import { addMonths, type CalendarDate } from '@hoest/quantities';
import type { Format } from '@hoest/ui';
import type { Translate } from '../language/text-area';
import type da from './i18n/finance.da.json';

export type FinanceWords = Translate<keyof typeof da & string>;

/** A month alone or a span: `oktober 2026`, `juli–oktober 2026`, `november 2026 – januar 2027`, `hele 2026`. */
export function period(
  from: CalendarDate,
  to: CalendarDate,
  t: FinanceWords,
  format: Pick<Format, 'date'>,
  style: 'month' | 'long-month' = 'long-month',
): string {
  const [yearFrom, yearTo] = [from.slice(0, 4), to.slice(0, 4)];
  const word = (month: CalendarDate) => format.date(month, style);
  if (from === to) return word(from);
  if (yearFrom !== yearTo) return `${word(from)} – ${word(to)}`;
  if (from.endsWith('-01-01') && to.endsWith('-12-01')) return t('period.year', { year: yearFrom });
  return `${word(from).replace(` ${yearFrom}`, '')}–${word(to)}`;
}

/** The months of the ledger that count: `januar–oktober 2026`; the year alone where none has ended yet. */
export function through(
  ledger: { year: number; through: CalendarDate | null },
  t: FinanceWords,
  format: Pick<Format, 'date'>,
): string {
  if (ledger.through === null) return t('period.none', { year: String(ledger.year) });
  return period(`${ledger.year}-01-01`, ledger.through, t, format);
}

/** Which months of the year are closed, and which one is open: `november er åben, januar–oktober er lukket`. */
export function closedMonths(
  year: number,
  closedThrough: CalendarDate | null,
  t: FinanceWords,
  format: Pick<Format, 'date'>,
): string {
  const first = `${year}-01-01`;
  if (closedThrough === null || closedThrough < first) return t('closed.none', { year: String(year) });
  if (closedThrough >= `${year}-12-01`) return t('closed.all', { year: String(year) });
  const months = period(first, closedThrough, t, format).replace(` ${year}`, '');
  const open = format.date(addMonths(closedThrough, 1), 'long-month').replace(` ${year}`, '');
  return t(closedThrough === first ? 'closed.one' : 'closed.some', { months, open });
}
