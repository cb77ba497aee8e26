import { Decimal, type DecimalValue, sumOf } from '@hoest/quantities';
import type { ClosedBenefit } from './track-record';

/** Money of a closed benefit in one year, as stored, one currency. */
export interface ClosedYear {
  year: number;
  planned: DecimalValue;
  realised: DecimalValue;
}

/** What a closed benefit promised and gave, with what is known of its prices. */
export interface ClosedBenefitFacts {
  /** Year in whose prices the promise was made; null = each year in its own prices, plan and result alike. */
  priceYear: number | null;
  /** Whether what is measured is money of its own time rather than a share of the promised value. */
  measuredInMoney: boolean;
  years: readonly ClosedYear[];
}

/** F8: an amount in the prices of another year, or the year the index says nothing about. The caller brings the index. */
export type ConvertPrices = (
  amount: DecimalValue,
  from: number,
  to: number,
) => { kind: 'amount'; amount: Decimal } | { kind: 'unknown'; year: number };

export type PricedCase =
  | { kind: 'case'; promise: ClosedBenefit }
  /** The index lacks these years (ascending): plan and result cannot be compared, so it is no case. */
  | { kind: 'unpriced'; years: number[] };

/**
 * A closed benefit with plan and result in the prices it was promised in. Money that was measured is of its own year and is taken
 * back to them; a share of the promise is in them already. Otherwise rising prices would pass for promises kept.
 * Source: domain rules, F8 and F20; docs/adr/0014-corrected-expectations.md
 */
export function inPromisedPrices(
  { priceYear, measuredInMoney, years }: ClosedBenefitFacts,
  convert: ConvertPrices,
): PricedCase {
  const missing = new Set<number>();
  const realised = years.map(({ year, realised: amount }) => {
    if (priceYear === null || !measuredInMoney || new Decimal(amount).isZero()) return amount;
    const converted = convert(amount, year, priceYear);
    if (converted.kind === 'amount') return converted.amount;
    missing.add(converted.year);
    return 0;
  });
  if (missing.size > 0) return { kind: 'unpriced', years: [...missing].sort((a, b) => a - b) };
  return { kind: 'case', promise: { planned: sumOf(years.map(({ planned }) => planned)), realised: sumOf(realised) } };
}
