import {
  type CalendarDate,
  calendarDateIn,
  Decimal,
  type DecimalSign,
  type DecimalValue,
  readDate,
  readMoney,
  readNumber,
  unitFactor,
} from '@hoest/quantities';
import type { Format } from '../language/format';
import type { UiLocale } from '../language/ui-locale';
import type { UiTextKey } from '../language/ui-texts';
import type { TextReader, TextReading } from './typed-input';

/** What the readers need to speak the reader's language. */
export interface ReaderContext {
  format: Format;
  locale: UiLocale;
  t: (key: UiTextKey, params?: Readonly<Record<string, string | number>>) => string;
}

export interface NumberLimits {
  /** Most decimals that are kept; more are refused rather than cut. */
  decimals?: number;
  min?: string | number;
  max?: string | number;
}

const signOf = ({ locale }: ReaderContext): DecimalSign => (locale.language() === 'da' ? 'comma' : 'point');

function limitFault(
  value: Decimal,
  limits: NumberLimits,
  context: ReaderContext,
  write: (limit: DecimalValue) => string,
): TextReading<string> | undefined {
  if (limits.min !== undefined && value.lessThan(limits.min))
    return { kind: 'fault', text: context.t('atLeast', { limit: write(limits.min) }) };
  if (limits.max !== undefined && value.greaterThan(limits.max))
    return { kind: 'fault', text: context.t('atMost', { limit: write(limits.max) }) };
  return undefined;
}

/** Plain numbers, exact, as strings with a point: `1.250,5` → `1250.5`; `1,2 mio.` → `1200000`. */
export function numberReader(context: ReaderContext, limits: NumberLimits = {}): TextReader<string> {
  const most = limits.decimals ?? 6;
  const write = (value: DecimalValue) => context.format.number(value, { maxDecimals: most });
  return {
    write,
    read(text) {
      const reading = readNumber(text, { decimal: signOf(context) });
      if (reading.kind === 'empty') return { kind: 'value', value: null };
      if (reading.kind === 'ambiguous')
        return { kind: 'fault', text: context.t('ambiguous', { text }), suggestions: reading.readings.map(write) };
      if (reading.kind === 'not-a-number')
        return {
          kind: 'fault',
          text: context.t('notNumber', { text }),
          suggestions: reading.suggestion === undefined ? [] : [reading.suggestion],
        };
      const value = new Decimal(reading.value).times(reading.unit ? unitFactor(reading.unit) : 1);
      const rounded = value.toDecimalPlaces(most);
      if (!rounded.equals(value))
        return { kind: 'fault', text: context.t('tooPrecise', { decimals: most }), suggestions: [write(rounded)] };
      const fault = limitFault(value, limits, context, write);
      if (fault) return fault;
      const written = write(value);
      return {
        kind: 'value',
        value: value.toFixed(),
        echo: written === text.trim() ? undefined : context.t('readAs', { value: written }),
      };
    },
  };
}

/** Shares typed as percentages: `12,5` or `12,5 %` → `0.125`. Limits are percentages. */
export function percentReader(
  context: ReaderContext,
  limits: NumberLimits = { min: 0, max: 100, decimals: 2 },
): TextReader<string> {
  const most = limits.decimals ?? 2;
  const write = (share: DecimalValue) => context.format.percent(share, { maxDecimals: most });
  return {
    write,
    read(text) {
      const reading = readNumber(text, { decimal: signOf(context) });
      if (reading.kind === 'empty') return { kind: 'value', value: null };
      if (reading.kind !== 'number' || (reading.unit !== undefined && reading.unit !== 'percent')) {
        const suggestion = reading.kind === 'not-a-number' ? reading.suggestion : undefined;
        return {
          kind: 'fault',
          text: context.t('notNumber', { text }),
          suggestions: suggestion === undefined ? [] : [suggestion],
        };
      }
      const percentage = new Decimal(reading.value);
      const fault = limitFault(percentage, limits, context, (limit) => write(new Decimal(limit).dividedBy(100)));
      if (fault) return fault;
      const share = percentage.dividedBy(100);
      return {
        kind: 'value',
        value: share.toFixed(),
        echo: reading.unit === 'percent' ? undefined : context.t('readAs', { value: write(share) }),
      };
    },
  };
}

/** Amounts as a string of minor units: `1,2 mio.` → `120000000`, shown back as `= 1.200.000 kr.` */
export function moneyReader(
  context: ReaderContext,
  options: { currency?: string; negative?: boolean } = {},
): TextReader<string> {
  const currency = options.currency ?? context.locale.currency();
  const whole = (minor: bigint) => context.format.money(minor, { currency, showMinor: minor % 100n !== 0n });
  const write = (minor: string) =>
    context.format.money(minor, { currency, showMinor: BigInt(minor) % 100n !== 0n, showCurrency: false });
  return {
    write,
    read(text) {
      const reading = readMoney(text, { decimal: signOf(context), currency });
      if (reading.kind === 'empty') return { kind: 'value', value: null };
      if (reading.kind === 'ambiguous')
        return {
          kind: 'fault',
          text: context.t('ambiguous', { text }),
          suggestions: reading.readings.map((value) => context.format.number(value)),
        };
      if (reading.kind === 'not-a-number') {
        const suggested = 'suggestion' in reading ? reading.suggestion : undefined;
        return {
          kind: 'fault',
          text: context.t('notMoney', { text }),
          suggestions: suggested === undefined ? [] : [suggested],
        };
      }
      if (reading.currency !== undefined && reading.currency !== currency && !isSignOf(reading.currency, currency))
        return { kind: 'fault', text: context.t('otherCurrency', { currency }) };
      if (reading.minor < 0n && options.negative !== true)
        return { kind: 'fault', text: context.t('atLeast', { limit: whole(0n) }) };
      const written = whole(reading.minor);
      return { kind: 'value', value: reading.minor.toString(), echo: context.t('readAs', { value: written }) };
    },
  };
}

const isSignOf = (sign: string, currency: string) =>
  (sign === 'kr' && ['DKK', 'SEK', 'NOK'].includes(currency)) || (sign === '$' && currency.endsWith('D'));

/** Dates as people write them: `31-12-2026`, `31.12.2026`, `31. december 2026`, ISO. */
export function dateReader(context: ReaderContext): TextReader<CalendarDate> {
  const example = () =>
    context.format.date(`${calendarDateIn(new Date(), context.locale.timeZone()).slice(0, 4)}-12-31`);
  return {
    write: (date) => context.format.date(date),
    read(text) {
      const reading = readDate(text, 'dmy');
      if (reading.kind === 'empty') return { kind: 'value', value: null };
      if (reading.kind === 'date' && reading.precision === 'month')
        return { kind: 'fault', text: context.t('monthOnly', { text, example: example() }) };
      if (reading.kind !== 'date') {
        const suggestion = 'suggestion' in reading ? reading.suggestion : undefined;
        return {
          kind: 'fault',
          text: context.t('notDate', { text, example: example() }),
          suggestions: suggestion === undefined ? [] : [suggestion],
        };
      }
      const written = context.format.date(reading.date);
      return {
        kind: 'value',
        value: reading.date,
        echo:
          written === text.trim()
            ? undefined
            : context.t('readAs', { value: context.format.date(reading.date, 'long-day') }),
      };
    },
  };
}
