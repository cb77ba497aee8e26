import { roundToWhole } from '@hoest/quantities';
import { type PriceLevels, toPriceLevel } from './price-level';

/** How a list of amounts is shown: each in the prices of its own year, or all in the prices of one year. */
export type PriceMode = { kind: 'current' } | { kind: 'fixed'; year: number };

/** An amount as stored, the smallest part that is converted: one benefit in one month or one year. */
export interface PricedAmount {
  /** Minor units, negative for a disbenefit. */
  amountMinor: bigint;
  /** The year the amount belongs to. */
  year: number;
  /** The year whose prices it was stated in; null = the prices of the year it belongs to. */
  priceYear: number | null;
}

export type AmountInPriceLevel =
  | { kind: 'amount'; amountMinor: bigint }
  /** The index lacks these years, so nothing can be said; ascending, each once. */
  | { kind: 'unknown'; years: number[] };

/**
 * One amount in the price level that is shown, in whole minor units.
 *
 * Rounded here, at the leaf, and nowhere above it: sums are made of converted leaves, so that a total is the sum of its parts
 * in every price level. Converting a sum instead would differ by an øre per part. An amount whose years are the same needs no
 * index.
 * Source: domain rules, F8
 */
export function inPriceLevel(amount: PricedAmount, mode: PriceMode, levels: PriceLevels): AmountInPriceLevel {
  const from = amount.priceYear ?? amount.year;
  const to = mode.kind === 'current' ? amount.year : mode.year;
  const converted = toPriceLevel(amount.amountMinor.toString(), from, to, levels);
  return converted.kind === 'amount'
    ? { kind: 'amount', amountMinor: roundToWhole(converted.amount) }
    : { kind: 'unknown', years: [converted.year] };
}

/**
 * The sum of leaves in the price level that is shown. One leaf that cannot be converted makes the sum unknown: a sum without
 * it would look like a smaller gain. No leaves give 0.
 */
export function sumInPriceLevel(
  amounts: Iterable<PricedAmount>,
  mode: PriceMode,
  levels: PriceLevels,
): AmountInPriceLevel {
  let sum = 0n;
  const missing = new Set<number>();
  for (const amount of amounts) {
    const converted = inPriceLevel(amount, mode, levels);
    if (converted.kind === 'amount') sum += converted.amountMinor;
    else for (const year of converted.years) missing.add(year);
  }
  return missing.size === 0
    ? { kind: 'amount', amountMinor: sum }
    : { kind: 'unknown', years: [...missing].sort((a, b) => a - b) };
}
