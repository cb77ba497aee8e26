import type { NumberUnit } from '@hoest/quantities';

/** Size of the unit the amounts of a column are written in. */
export type MoneyScale = 'one' | Exclude<NumberUnit, 'percent'>;

export const MONEY_SCALES: readonly MoneyScale[] = ['one', 'thousand', 'million', 'billion'];

/** What a heading or a line above the table says about amounts. Absent = it says nothing. */
export interface StatedMoney {
  scale?: MoneyScale;
  /** ISO code when certain, or a sign shared by several currencies: `kr`, `$`. */
  currency?: string;
  /** Calendar year the amounts belong to. A fiscal year over two calendar years is none. */
  year?: number;
  /** Year of the price level: "2020 p/l". */
  priceYear?: number;
  /** Whether a fiscal year such as 2023/24 is named. */
  splitYear: boolean;
}

const SCALES: readonly [MoneyScale, RegExp][] = [
  ['billion', /\b(mia|mrd|milliard(er)?|billions?)\b|[£€$] ?bn\b/],
  ['million', /\b(mio|mill|millions?|millioner|mkr|mdkk|meur|mgbp|musd|mcad|mnok|msek)\b|[£€$] ?m\b/],
  [
    'thousand',
    /\b(tkr|t\.? ?kr|tdkk|t\. ?dkk|tusinde?|thousands?|keur|kdkk|kgbp|kusd)\b|[£€$] ?k\b|1[. ]?000 ?(kr|dkk|£|€|\$)|['’]000|[£€$]000|\(000s?\)/,
  ],
];

const CURRENCIES: readonly [string, RegExp][] = [
  ['GBP', /£|\b[mkt]?gbp\b/],
  ['EUR', /€|\b[mkt]?eur(o)?\b/],
  ...['DKK', 'NOK', 'SEK', 'ISK', 'USD', 'CAD', 'CHF'].map((code): [string, RegExp] => [
    code,
    new RegExp(`\\b[mkt]?${code.toLowerCase()}\\b`),
  ]),
  ['$', /\$/],
  ['kr', /\b[mt]?kr(oner)?\b/],
];

const PRICE_LEVEL =
  /\b(20\d\d)(?:[- ]| i )*(?:p\/?l|pl|priser|prisniveau|prices|price level)(?![a-zæøå])|(?:p\/?l|priser|prisniveau|prices)[- ](?:i |in )?(20\d\d)\b/;
const SPLIT_YEAR = /\b20\d\d ?[/–-] ?(?:20)?\d\d\b/;
const YEAR = /\b(?:fy|b|r|år|budget)?[ ]?(20[0-4]\d)\b/;

/** Reads unit, currency, year and price level from a heading such as "Udgift 2026 (mio. kr., 2024 p/l)". */
export function readStatedMoney(heading: string): StatedMoney {
  const text = heading.toLowerCase();
  const priceLevel = PRICE_LEVEL.exec(text);
  const rest = priceLevel ? text.replace(priceLevel[0], ' ') : text;
  const splitYear = SPLIT_YEAR.test(rest);
  const year = splitYear ? undefined : YEAR.exec(rest)?.[1];
  const scale = SCALES.find(([, pattern]) => pattern.test(text))?.[0];
  const currency = CURRENCIES.find(([, pattern]) => pattern.test(text))?.[0];
  const priceYear = priceLevel?.[1] ?? priceLevel?.[2];
  return {
    ...(scale && { scale }),
    ...(currency && { currency }),
    ...(year && { year: Number(year) }),
    ...(priceYear && { priceYear: Number(priceYear) }),
    splitYear,
  };
}

/** The heading without brackets, unit, currency, year and price level: what the amount is called. */
export function moneyName(heading: string): string {
  return heading
    .replace(/\([^()]*\)|\[[^\]]*\]/g, ' ')
    .replace(new RegExp(PRICE_LEVEL.source, 'gi'), ' ')
    .replace(
      /\b(i |in )?(mio|mia|mill)\b\.? ?(kr\b\.?|dkk)?|\bt\.? ?kr\b\.?|\btkr\b\.?|\bmkr\b\.?|[£€$](m|bn|k)?\b|\b(dkk|gbp|eur|usd|cad)\b/gi,
      ' ',
    )
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:–-]+|[\s,;:–-]+$/g, '')
    .trim();
}
