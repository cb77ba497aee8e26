import { inject, Service } from '@angular/core';
import {
  calendarDateIn,
  type CalendarDate,
  type DateStyle,
  type DecimalValue,
  formatDate,
  formatMinor,
  formatNumber,
  formatPercent,
  type MoneyFormatOptions,
  type NumberFormatOptions,
} from '@hoest/quantities';
import { type AmountUnit, UiLocale } from './ui-locale';

const UNIT_WORDS = {
  DKK: {
    whole: { da: 'kr.', en: 'DKK' },
    thousand: { da: 't.kr.', en: 'DKK k' },
    million: { da: 'mio. kr.', en: 'DKK m' },
  },
} as const;

/**
 * Numbers, amounts and dates as the reader's language writes them. None takes null: what a missing value means (not
 * measured, not due, does not apply) is for the caller to say, never a dash by default.
 * In templates use the pipes of format-pipes.ts; in computed texts inject this.
 */
@Service()
export class Format {
  private readonly locale = inject(UiLocale);

  /** `1.234,5` / `1,234.5`; at most two decimals unless told. */
  number(value: DecimalValue, options?: NumberFormatOptions): string {
    return formatNumber(value, this.locale.language(), options);
  }

  /** A ratio 0–1 as a percentage, at most one decimal unless told. */
  percent(ratio: DecimalValue, options?: NumberFormatOptions): string {
    return formatPercent(ratio, this.locale.language(), options);
  }

  /** Minor units with the organisation's currency: `1.234.567,89 kr.` */
  money(minor: bigint | string, options?: MoneyFormatOptions & { currency?: string }): string {
    return formatMinor(minor, options?.currency ?? this.locale.currency(), this.locale.language(), options);
  }

  /** Minor units in the unit the reader chose (or the one given), without its word; the word ({@link amountUnit}) stands in the table's head. */
  amount(minor: bigint | string, options?: { signed?: boolean; currency?: string; amountUnit?: AmountUnit }): string {
    const unit = options?.amountUnit ?? this.locale.amountUnit();
    const scale = unit === 'whole' ? { showMinor: false, showCurrency: false } : { scale: unit };
    return formatMinor(minor, options?.currency ?? this.locale.currency(), this.locale.language(), {
      ...scale,
      signed: options?.signed,
    });
  }

  /** Word of the reader's unit: `mio. kr.`; other currencies by their code. */
  amountUnit(currency = this.locale.currency(), unit = this.locale.amountUnit()): string {
    const language = this.locale.language();
    const known = UNIT_WORDS[currency as keyof typeof UNIT_WORDS];
    if (known) return known[unit][language];
    if (unit === 'whole') return currency;
    const word = { thousand: { da: 't.', en: 'k' }, million: { da: 'mio.', en: 'm' } }[unit][language];
    return language === 'da' ? `${word} ${currency}` : `${currency} ${word}`;
  }

  /** Minor units with the reader's unit: `1,2 mio. kr.` */
  amountWithUnit(
    minor: bigint | string,
    options?: { signed?: boolean; currency?: string; amountUnit?: AmountUnit },
  ): string {
    return `${this.amount(minor, options)} ${this.amountUnit(options?.currency, options?.amountUnit)}`;
  }

  /** `31.12.2026` / `31 Dec 2026`, or a month. */
  date(date: CalendarDate, style?: DateStyle): string {
    return formatDate(date, this.locale.language(), style);
  }

  /** Day and month without year, for lists whose head names the year: `27.11.` / `27 Nov`. */
  dayAndMonth(date: CalendarDate): string {
    const [, month = '', day = ''] = date.split('-');
    if (this.locale.language() === 'da') return `${Number(day)}.${Number(month)}.`;
    return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
      new Date(`${date}T12:00:00Z`),
    );
  }

  /** Time of day of an instant in the organisation's zone: `14.31` / `14:31`. */
  time(instant: string | Date): string {
    const text = new Intl.DateTimeFormat('en-GB', {
      hour: '2-digit',
      minute: '2-digit',
      timeZone: this.locale.timeZone(),
    }).format(new Date(instant));
    return this.locale.language() === 'da' ? text.replace(':', '.') : text;
  }

  /** Date and time of an instant: `23.11.2026 kl. 14.32` / `23 Nov 2026, 14:32`. */
  dateTime(instant: string | Date): string {
    const date = this.date(calendarDateIn(new Date(instant), this.locale.timeZone()));
    return this.locale.language() === 'da' ? `${date} kl. ${this.time(instant)}` : `${date}, ${this.time(instant)}`;
  }

  /** The calendar date an instant falls on in the organisation's zone. */
  dateOf(instant: string | Date): CalendarDate {
    return calendarDateIn(new Date(instant), this.locale.timeZone());
  }

  /** Words in a sentence: `a, b og c`. */
  list(items: readonly string[]): string {
    return new Intl.ListFormat(this.locale.language(), { type: 'conjunction' }).format(items);
  }
}
