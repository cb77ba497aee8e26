import { type CalendarDate, calendarDate } from './calendar-date';

/** Order of figures in `03/04/2024`: day first (Denmark, Europe) or month first (USA). Dotted dates are always day first. */
export type DateOrder = 'dmy' | 'mdy';

export type DateReading =
  | {
      kind: 'date';
      date: CalendarDate;
      /** `month`: the text names a month only and `date` is its first day; the reader decides what that means for the field. */
      precision: 'day' | 'month';
    }
  | { kind: 'empty' }
  | {
      kind: 'not-a-date';
      /** A text that reads under the same order, offered and never applied by itself. */
      suggestion?: string;
    };

/** First letters of the months in Danish and English, enough to tell them apart, and every spelling accepted. */
const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'januar', 'january'],
  ['feb', 'febr', 'februar', 'february'],
  ['mar', 'marts', 'march'],
  ['apr', 'april'],
  ['maj', 'may'],
  ['jun', 'juni', 'june'],
  ['jul', 'juli', 'july'],
  ['aug', 'august'],
  ['sep', 'sept', 'september'],
  ['okt', 'oct', 'oktober', 'october'],
  ['nov', 'november'],
  ['dec', 'december'],
];

const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
const LONGEST = 40;

const monthNumber = (word: string): number => {
  const plain = word.toLowerCase();
  return MONTHS.findIndex((spellings) => spellings.includes(plain)) + 1;
};

function day(year: number, month: number, dayOfMonth: number): DateReading {
  const date = year >= FIRST_YEAR && year <= LAST_YEAR ? calendarDate(year, month, dayOfMonth) : null;
  return date ? { kind: 'date', date, precision: 'day' } : { kind: 'not-a-date' };
}

function month(year: number, monthOfYear: number): DateReading {
  const reading = day(year, monthOfYear, 1);
  return reading.kind === 'date' ? { ...reading, precision: 'month' } : reading;
}

type Form = { pattern: RegExp; read: (figures: string[], order: DateOrder) => DateReading };

/** Midnight only, without zone or as UTC: any other instant could fall on another day where the reader is. */
const MIDNIGHT = '(?:[T ]00:00(?::00(?:\\.0+)?)?Z?)?';

const FORMS: readonly Form[] = [
  {
    pattern: new RegExp(`^(\\d{4})-(\\d{1,2})-(\\d{1,2})${MIDNIGHT}$`),
    read: ([y, m, d]) => day(Number(y), Number(m), Number(d)),
  },
  { pattern: /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/, read: ([y, m, d]) => day(Number(y), Number(m), Number(d)) },
  { pattern: /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/, read: ([d, m, y]) => day(Number(y), Number(m), Number(d)) },
  {
    pattern: /^(\d{1,2})([/-])(\d{1,2})\2(\d{4})$/,
    read: ([first, , second, y], order) =>
      order === 'dmy' ? day(Number(y), Number(second), Number(first)) : day(Number(y), Number(first), Number(second)),
  },
  {
    pattern: /^(\d{4})-(\d{2})$/,
    // "2009-10" may be October or a fiscal year; where both are possible nothing is guessed.
    read: ([y, m]) => (Number(m) === (Number(y) + 1) % 100 ? { kind: 'not-a-date' } : month(Number(y), Number(m))),
  },
  { pattern: /^(\d{2})\/(\d{4})$/, read: ([m, y]) => month(Number(y), Number(m)) },
  {
    pattern: /^(?:d\. ?|den )?(\d{1,2})(?:\.|st|nd|rd|th)?[ -]?([a-zæøå]+)\.?,?[ -](\d{4})$/i,
    read: ([d, name, y]) => day(Number(y), monthNumber(name ?? ''), Number(d)),
  },
  {
    pattern: /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i,
    read: ([name, d, y]) => day(Number(y), monthNumber(name ?? ''), Number(d)),
  },
  { pattern: /^([a-z]+)\.?,?[ -](\d{4})$/i, read: ([name, y]) => month(Number(y), monthNumber(name ?? '')) },
];

function readOnce(text: string, order: DateOrder): DateReading {
  for (const { pattern, read } of FORMS) {
    const found = pattern.exec(text);
    if (found) return read(found.slice(1), order);
  }
  return { kind: 'not-a-date' };
}

/** What the writer probably meant: the other order of day and month, letters typed for figures, or a year of two figures. */
function suggest(text: string, order: DateOrder): string | undefined {
  const turned = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4})$/.exec(text);
  const shortYear = /^(.*[/. -])(\d{2})$/.exec(text);
  const candidates = [
    ...(turned ? [`${turned[3]}${turned[2]}${turned[1]}${turned[2]}${turned[4]}`] : []),
    text.replace(/(?<=\d)[oO]|[oO](?=\d)/g, '0').replace(/(?<=\d)[lI|]|[lI|](?=\d)/g, '1'),
    ...(shortYear && /\d.*[/. -]/.test(shortYear[1] ?? '') ? [`${shortYear[1]}20${shortYear[2]}`] : []),
  ];
  return candidates.find((candidate) => {
    if (candidate === text) return false;
    const reading = readOnce(candidate, order);
    return reading.kind === 'date' && reading.precision === 'day';
  });
}

/**
 * Reads a date as people write it: ISO (also with a midnight time), `31-12-2026`, `31.12.2026`, `31/12/2026`,
 * `31. marts 2024`, `March 31, 2024`, `31-Mar-2024`; a month alone (`2024-03`, `marts 2024`) with precision `month`.
 * Years 1900–2199 with four figures. Never guessed: fiscal years (`2023-24`, also `2009-10`), quarters, `TBD`, a year
 * alone, two-figure years, days the calendar does not have (`2022-06-31`).
 */
export function readDate(text: string, order: DateOrder): DateReading {
  const trimmed = text
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .trim();
  if (trimmed === '') return { kind: 'empty' };
  if (trimmed.length > LONGEST) return { kind: 'not-a-date' };
  const reading = readOnce(trimmed, order);
  if (reading.kind !== 'not-a-date') return reading;
  const suggestion = suggest(trimmed, order);
  return suggestion === undefined ? reading : { kind: 'not-a-date', suggestion };
}

/**
 * The order a column of dates uses, by the texts only one order can read (`31/12/2026`, `03-31-2023`); `dmy` or `mdy` when one
 * of them occurs and the other does not, `null` when nothing decides or both occur: then a person must say.
 */
export function proposeDateOrder(texts: Iterable<string>): DateOrder | null {
  const votes = { dmy: 0, mdy: 0 };
  for (const text of texts) {
    const figures = /^(\d{1,2})([/-])(\d{1,2})\2\d{4}$/.exec(text.trim());
    if (!figures) continue;
    if (Number(figures[1]) > 12) votes.dmy += 1;
    if (Number(figures[3]) > 12) votes.mdy += 1;
  }
  if (votes.dmy > 0 && votes.mdy === 0) return 'dmy';
  return votes.mdy > 0 && votes.dmy === 0 ? 'mdy' : null;
}
