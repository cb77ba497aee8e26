import { type ClosedBenefit, inPromisedPrices } from '@hoest/benefits';
import { type PriceLevels, toPriceLevel } from '@hoest/finance';
import type { ClosedBenefitRow } from '@hoest/persistence';

/** A case of the track record: a closed benefit with plan and result in the prices it was promised in. */
export interface TrackCase
  extends ClosedBenefit, Pick<ClosedBenefitRow, 'class' | 'estimateBasis' | 'unitId' | 'unitName'> {}

export interface PricedCases {
  cases: TrackCase[];
  /** Closed benefits whose plan and result cannot be compared, and the years the index lacks for them, ascending. */
  unpriced: { cases: number; years: number[] };
}

/** Closed benefits as cases; one the index says nothing about is left out and told, never guessed. */
export function pricedCases(closed: readonly ClosedBenefitRow[], levels: PriceLevels): PricedCases {
  const cases: TrackCase[] = [];
  const missing = new Set<number>();
  for (const row of closed) {
    const priced = inPromisedPrices(row, (amount, from, to) => toPriceLevel(amount, from, to, levels));
    if (priced.kind === 'case') {
      const { unitId, unitName, estimateBasis } = row;
      cases.push({ ...priced.promise, class: row.class, estimateBasis, unitId, unitName });
    } else for (const year of priced.years) missing.add(year);
  }
  return { cases, unpriced: { cases: closed.length - cases.length, years: [...missing].sort((a, b) => a - b) } };
}
