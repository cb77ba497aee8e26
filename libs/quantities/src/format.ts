import { type CalendarDate, datePartsOf } from './calendar-date';
import { Decimal, type DecimalValue } from './decimal';
import type { Language } from './label';

const LOCALE_TAGS: Record<Language, string> = { da: 'da-DK', en: 'en-GB' };
const TRUE_MINUS = '\u2212';

export interface NumberFormatOptions {
  /** Fewest decimals shown, default 0. */
  minDecimals?: number;
  /** Most decimals shown, default 2; more are rounded half to even. */
  maxDecimals?: number;
  /** Whether a plus stands before positive values (for changes). */
  signed?: boolean;
}

const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options);
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(LOCALE_TAGS[language], options);
    formats.set(key, format);
  }
  return format;
}

/** Writes exactly what the decimal says; the hyphen some locales use becomes a true minus. */
function write(format: Intl.NumberFormat, value: Decimal): string {
  return format.format(value.toFixed() as Intl.StringNumericLiteral).replace(/-/g, TRUE_MINUS);
}

function finite(value: DecimalValue): Decimal {
  const decimal = new Decimal(value);
  if (!decimal.isFinite()) throw new RangeError(`only finite numbers are written, got ${decimal.toString()}`);
  return decimal;
}

/** A number as the language writes it: `1.234,5` in Danish, `1,234.5` in English, `−` (U+2212) before negatives. */
export function formatNumber(value: DecimalValue, language: Language, options: NumberFormatOptions = {}): string {
  const minimumFractionDigits = options.minDecimals ?? 0;
  const format = numberFormat(language, {
    minimumFractionDigits,
    maximumFractionDigits: Math.max(minimumFractionDigits, options.maxDecimals ?? 2),
    roundingMode: 'halfEven',
    signDisplay: options.signed ? 'exceptZero' : 'negative',
  });
  return write(format, finite(value));
}

/** A ratio as a percentage: 0.125 → `12,5 %` in Danish, `12.5%` in English; decimals 0–1 unless told. */
export function formatPercent(ratio: DecimalValue, language: Language, options: NumberFormatOptions = {}): string {
  const minimumFractionDigits = options.minDecimals ?? 0;
  const format = numberFormat(language, {
    style: 'percent',
    minimumFractionDigits,
    maximumFractionDigits: Math.max(minimumFractionDigits, options.maxDecimals ?? 1),
    roundingMode: 'halfEven',
    signDisplay: options.signed ? 'exceptZero' : 'negative',
  });
  return write(format, finite(ratio));
}

/** Decimals of a currency's minor unit: 2 for DKK, GBP, EUR; 0 for ISK; 2 for a code the platform does not know. @throws RangeError for anything but three letters */
export function minorDigits(currency: string): number {
  const known = MINOR_DIGITS.get(currency);
  if (known !== undefined) return known;
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  MINOR_DIGITS.set(currency, digits);
  return digits;
}

// Asked once per cell of an import; building an Intl format each time costs more than reading the amount.
const MINOR_DIGITS = new Map<string, number>();

export interface MoneyFormatOptions {
  /** Whether minor units are shown; default true. Without them the amount is rounded to whole currency units for display. */
  showMinor?: boolean;
  /** Show in thousands or millions without the word, which stands in the table's head; default the whole currency unit. */
  scale?: 'thousand' | 'million';
  /** Decimals with `scale`, default 0 for thousands and 1 for millions. */
  decimals?: number;
  /** Whether the currency stands beside the amount; default true without `scale`, never with it. */
  showCurrency?: boolean;
  /** Whether a plus stands before positive amounts. */
  signed?: boolean;
}

/**
 * An amount of minor units as the language writes it: 123456789n DKK → `1.234.567,89 kr.` in Danish, `DKK 1,234,567.89` in
 * English. Rounds for display only (half to even).
 */
export function formatMinor(
  minor: bigint | string,
  currency: string,
  language: Language,
  options: MoneyFormatOptions = {},
): string {
  const digits = minorDigits(currency);
  const amount = new Decimal(BigInt(minor).toString()).dividedBy(new Decimal(10).pow(digits));
  if (options.scale) {
    const decimals = options.decimals ?? (options.scale === 'million' ? 1 : 0);
    const scaled = amount.dividedBy(options.scale === 'million' ? 1_000_000 : 1_000);
    return formatNumber(scaled, language, { minDecimals: decimals, maxDecimals: decimals, signed: options.signed });
  }
  const shown = (options.showMinor ?? true) ? digits : 0;
  const format = numberFormat(language, {
    ...((options.showCurrency ?? true) ? { style: 'currency' as const, currency } : {}),
    minimumFractionDigits: shown,
    maximumFractionDigits: shown,
    roundingMode: 'halfEven',
    signDisplay: options.signed ? 'exceptZero' : 'negative',
  });
  return write(format, amount);
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();

const DATE_STYLES = {
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  'long-day': { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'short', year: 'numeric' },
  'long-month': { month: 'long', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** How a date is shown: `day` 31.12.2026 / 31 Dec 2026, `long-day` 31. december 2026, `month` dec. 2026, `long-month` december 2026. */
export type DateStyle = keyof typeof DATE_STYLES;

/** A calendar date as the language writes it; Danish days in figures (`31.12.2026`), English ones with the month's name, so that no reader takes 03/04 the wrong way round. */
export function formatDate(date: CalendarDate, language: Language, style: DateStyle = 'day'): string {
  const { year, month, day } = datePartsOf(date);
  if (language === 'da' && style === 'day') {
    return `${String(day).padStart(2, '0')}.${String(month).padStart(2, '0')}.${String(year).padStart(4, '0')}`;
  }
  const key = `${language} ${style}`;
  let format = dateFormats.get(key);
  if (!format) {
    // The date is placed at noon UTC and written in UTC, so that no zone of the reader moves it.
    format = new Intl.DateTimeFormat(LOCALE_TAGS[language], { ...DATE_STYLES[style], timeZone: 'UTC' });
    dateFormats.set(key, format);
  }
  const instant = new Date(0);
  instant.setUTCFullYear(year, month - 1, day);
  instant.setUTCHours(12);
  return format.format(instant);
}
