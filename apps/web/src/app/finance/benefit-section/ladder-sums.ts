import { type Rung, RUNGS, rungNumber } from '@hoest/finance';
import type { FinanceEntry } from '../claim/claim-actions';

/** What stands on the rungs in one year and currency; minor units, reversals subtracted. */
export interface LadderYear {
  year: number;
  currency: string;
  amounts: Record<Rung, bigint>;
  /** Highest rung that carries money; 0 = none. */
  reached: 0 | 1 | 2 | 3 | 4;
}

/** The rungs of each year that has entries, latest year first; in the prices they were entered in. */
export function ladderYears(
  entries: readonly Pick<FinanceEntry, 'year' | 'currency' | 'rung' | 'amountMinor'>[],
): LadderYear[] {
  const years = new Map<string, LadderYear>();
  for (const { year, currency, rung, amountMinor } of entries) {
    const key = `${year} ${currency}`;
    const found = years.get(key) ?? {
      year,
      currency,
      amounts: { quality_assured: 0n, budgeted: 0n, taken_out: 0n, confirmed: 0n },
      reached: 0,
    };
    found.amounts[rung] += BigInt(amountMinor);
    years.set(key, found);
  }
  for (const found of years.values()) {
    const top = RUNGS.findLast((rung) => found.amounts[rung] !== 0n);
    found.reached = top ? rungNumber(top) : 0;
  }
  return [...years.values()].sort((a, b) => b.year - a.year || (a.currency < b.currency ? -1 : 1));
}
