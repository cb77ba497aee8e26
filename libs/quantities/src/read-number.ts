import { Decimal } from './decimal';

/** Which sign separates decimals; `auto` reads what is certain and says `ambiguous` for the rest (`1.250`). */
export type DecimalSign = 'comma' | 'point' | 'auto';

/** A word or sign beside the number that multiplies it, or says it is a percentage. */
export type NumberUnit = 'thousand' | 'million' | 'billion' | 'percent';

export interface ReadNumberOptions {
  decimal: DecimalSign;
}

/** Why a text is no number; `suggestion` is a text that reads under the same options, offered and never applied by itself. */
export interface NotANumber {
  kind: 'not-a-number';
  suggestion?: string;
}

/** Both readings are possible and nothing in the text decides: `1.250` is 1250 or 1.25. */
export interface AmbiguousNumber {
  kind: 'ambiguous';
  readings: [string, string];
}

export type NumberReading =
  | {
      kind: 'number';
      /** Exact decimal as written, without its unit and without trailing zeros: `1,2 mio.` → `1.2`. */
      value: string;
      unit?: NumberUnit;
      /** Currency beside the number: ISO code when the text says one (`DKK`; £ and € are certain), else the sign (`kr`, `$`). */
      currency?: string;
    }
  | { kind: 'empty' }
  | AmbiguousNumber
  | NotANumber;

const SPACES = /[\s\u00a0\u2007\u2009\u202f]+/g;
const LONGEST = 64;
const MOST_DIGITS = 34;

const words = (unit: NumberUnit, spellings: string) => spellings.split(' ').map((word) => [word, unit] as const);

const UNIT_WORDS = new Map<string, NumberUnit>([
  ...words('thousand', 'k t tusind tusinde thousand thousands'),
  ...words('million', 'm mn mio mill million millions millioner'),
  ...words('billion', 'b bn mia mrd milliard milliarder billion billions'),
  ...words('percent', '% pct procent percent'),
]);

/** Letters that are units of money only: beside a plain quantity `t` may be hours or tonnes, `m` metres or months. */
const ONLY_WITH_CURRENCY = ['t', 'm', 'b'];

const CURRENCY_WORDS = new Map<string, string>([
  ...['kr', 'kroner', 'krone'].map((word) => [word, 'kr'] as const),
  ...['DKK', 'NOK', 'SEK', 'EUR', 'GBP', 'USD', 'CAD', 'ISK', 'CHF'].map((code) => [code.toLowerCase(), code] as const),
  ['£', 'GBP'],
  ['€', 'EUR'],
  ['euro', 'EUR'],
  ['$', '$'],
]);

/** `tkr`, `mkr`, `mDKK`: a unit and a currency written together. */
const JOINED_WORD = /^(t|m|mio|mia|k|bn)(kr|kroner|dkk|eur|gbp|usd|cad|nok|sek)$/;

interface Marks {
  unit?: NumberUnit;
  currency?: string;
}

/** Reads words and signs around the number; null when one of them means nothing here or two contradict each other. */
function readMarks(text: string): Marks | null {
  const marks: Marks = {};
  let needsCurrency = false;
  for (const word of text.toLowerCase().match(/[£€$%]|[^\s£€$%.]+/g) ?? []) {
    const joined = JOINED_WORD.exec(word);
    const unit = UNIT_WORDS.get(joined?.[1] ?? word);
    const currency = CURRENCY_WORDS.get(joined?.[2] ?? word);
    if ((!unit && !currency) || (unit && marks.unit) || (currency && marks.currency)) return null;
    if (unit) marks.unit = unit;
    if (currency) marks.currency = currency;
    needsCurrency ||= ONLY_WITH_CURRENCY.includes(word);
  }
  return needsCurrency && !marks.currency ? null : marks;
}

interface Written {
  negative: boolean;
  digits: string;
  marks: Marks;
}

const DIGITS = /(?:(?<![^\s+\-£€$])[.,])?\d(?:[\d.,'’ ]*\d)?(?:e[+-]?\d{1,2}(?!\d))?/i;

/** Splits a text into sign, the run of digits and separators, and the marks around it; null when it is not built so. */
function takeApart(text: string): Written | null {
  // "1.200,-" is how Danish prices say "and no øre".
  let rest = text.replace(/[\u2212\u2010-\u2015]/g, '-').replace(/(?<=\d),-(?!\d)/, ',00');
  const bracketed = /^([^()]*)\(([^()]+)\)([^()]*)$/.exec(rest);
  if (bracketed) rest = `${bracketed[1]} ${bracketed[2]} ${bracketed[3]}`;
  const found = DIGITS.exec(rest);
  if (!found) return null;
  const before = rest.slice(0, found.index).trim();
  const after = rest.slice(found.index + found[0].length).trim();
  const leading = /^([-+])|([-+])$/.exec(before);
  const trailing = /^-/.exec(after);
  if ((bracketed ? 1 : 0) + (leading ? 1 : 0) + (trailing ? 1 : 0) > 1) return null;
  const marks = readMarks(`${leading ? before.replace(leading[0], ' ') : before} ${trailing ? after.slice(1) : after}`);
  return (
    marks && { negative: bracketed !== null || trailing !== null || leading?.[0] === '-', digits: found[0], marks }
  );
}

const GROUPED = {
  comma: /^[1-9]\d{0,2}([. '’])\d{3}(?:\1\d{3})*(?:,\d+)?$/,
  point: /^[1-9]\d{0,2}([, '’])\d{3}(?:\1\d{3})*(?:\.\d+)?$/,
};
const PLAIN = { comma: /^\d*(?:,\d+)?$/, point: /^\d*(?:\.\d+)?$/ };

/** The digits with a point as decimal sign, or null when they are not written in that convention. */
function underConvention(digits: string, sign: 'comma' | 'point'): string | null {
  const exponent = /^(\d+(?:[.,]\d+)?)(e[+-]?\d{1,2})$/i.exec(digits);
  const mantissa = exponent?.[1] ?? digits;
  if (!PLAIN[sign].test(mantissa) && !GROUPED[sign].test(mantissa)) return null;
  const plain = sign === 'comma' ? mantissa.replace(/[. '’]/g, '').replace(',', '.') : mantissa.replace(/[, '’]/g, '');
  if (!/\d/.test(plain) || plain.replace(/\D/g, '').length > MOST_DIGITS) return null;
  return plain + (exponent?.[2] ?? '');
}

type Digits = { kind: 'read'; text: string } | { kind: 'ambiguous'; texts: [string, string] } | { kind: 'unread' };

function readDigits(digits: string, decimal: DecimalSign): Digits {
  if (decimal !== 'auto') {
    const text = underConvention(digits, decimal);
    return text === null ? { kind: 'unread' } : { kind: 'read', text };
  }
  const comma = underConvention(digits, 'comma');
  const point = underConvention(digits, 'point');
  if (comma !== null && point !== null && !new Decimal(comma).equals(point)) {
    return { kind: 'ambiguous', texts: [comma, point] };
  }
  const text = comma ?? point;
  return text === null ? { kind: 'unread' } : { kind: 'read', text };
}

function signed(text: string, negative: boolean): string {
  const value = new Decimal(text);
  return (negative && !value.isZero() ? value.negated() : value).toFixed();
}

function readOnce(text: string, options: ReadNumberOptions): NumberReading {
  const written = takeApart(text);
  if (!written) return { kind: 'not-a-number' };
  const read = readDigits(written.digits, options.decimal);
  if (read.kind === 'unread') return { kind: 'not-a-number' };
  if (read.kind === 'ambiguous') {
    const [a, b] = read.texts;
    return { kind: 'ambiguous', readings: [signed(a, written.negative), signed(b, written.negative)] };
  }
  return { kind: 'number', value: signed(read.text, written.negative), ...written.marks };
}

/** What the writer probably meant: letters typed for figures, or the decimal sign of the other convention. */
function suggest(text: string, options: ReadNumberOptions): string | undefined {
  const candidates = [
    text.replace(/(?<=[\d.,])[oO]|[oO](?=[\d.,])/g, '0').replace(/(?<=[\d.,])[lI|]|[lI|](?=[\d.,])/g, '1'),
  ];
  const other = options.decimal === 'comma' ? 'point' : 'comma';
  if (options.decimal !== 'auto') {
    const read = readOnce(text, { decimal: other });
    if (read.kind === 'number') {
      const digits = takeApart(text)?.digits ?? '';
      const plain = underConvention(digits, other);
      if (plain !== null)
        candidates.push(text.replace(digits, options.decimal === 'comma' ? plain.replace('.', ',') : plain));
    }
  }
  return candidates.find((candidate) => candidate !== text && readOnce(candidate, options).kind === 'number');
}

/**
 * Reads a number as people write it in Danish and English spreadsheets: `1.250,50`, `1,250.50`, `1 250,5`, `1,2 mio.`,
 * `1200 t.kr.`, `£3.4m`, `$6,279,429`, `−5`, `(1.234)`, `1.234-`, `12 %`. Thousands groups must be whole groups of three.
 * Nothing is guessed: a text with other words in it is `not-a-number`, a blank is `empty` and never zero, and a dash
 * alone is `not-a-number`, because sheets use it for both. At most 34 digits.
 * Source: product conventions, "Numbers"
 */
export function readNumber(text: string, options: ReadNumberOptions): NumberReading {
  const trimmed = text.replace(SPACES, ' ').trim();
  if (trimmed === '') return { kind: 'empty' };
  if (trimmed.length > LONGEST) return { kind: 'not-a-number' };
  const reading = readOnce(trimmed, options);
  if (reading.kind !== 'not-a-number') return reading;
  const suggestion = suggest(trimmed, options);
  return suggestion === undefined ? reading : { kind: 'not-a-number', suggestion };
}

const UNIT_FACTORS: Record<NumberUnit, string> = {
  thousand: '1000',
  million: '1000000',
  billion: '1000000000',
  percent: '0.01',
};

/** What a unit multiplies a number by; a percentage is a hundredth. */
export function unitFactor(unit: NumberUnit): Decimal {
  return new Decimal(UNIT_FACTORS[unit]);
}

/**
 * The decimal sign a column of numbers uses, by the texts that can be read in one way only: `1.250,50`, `0,5`, `1,250,000`.
 * `auto` when none of them decides or they contradict each other; then ambiguous cells stay unread until a person says.
 */
export function proposeDecimalSign(texts: Iterable<string>): DecimalSign {
  const votes = { comma: 0, point: 0 };
  for (const text of texts) {
    const trimmed = text.replace(SPACES, ' ').trim();
    if (trimmed === '' || trimmed.length > LONGEST) continue;
    const comma = readOnce(trimmed, { decimal: 'comma' }).kind === 'number';
    const point = readOnce(trimmed, { decimal: 'point' }).kind === 'number';
    if (comma && !point) votes.comma += 1;
    if (point && !comma) votes.point += 1;
  }
  if (votes.comma > 0 && votes.point === 0) return 'comma';
  if (votes.point > 0 && votes.comma === 0) return 'point';
  return 'auto';
}
