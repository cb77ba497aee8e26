import type { Overview } from '@hoest/contracts';
import { shownParts } from '../shown-amounts';

export interface MoneyYear {
  year: number;
  isForecast: boolean;
  oneOff: bigint;
  operation: bigint;
  benefit: bigint;
  /** Benefit less both costs. */
  net: bigint;
}

/** Money out and in per year as the reader sees it, in multiples of `step`, so that each column adds up. */
export function moneyYears(money: Overview['money'], step: bigint): MoneyYear[] {
  return money.map(({ year, isForecast, ...amounts }) => {
    const exact = [BigInt(amounts.benefit), -BigInt(amounts.oneOff), -BigInt(amounts.operation)];
    const [benefit = 0n, oneOff = 0n, operation = 0n] = shownParts(exact, step);
    return { year, isForecast, benefit, oneOff: -oneOff, operation: -operation, net: benefit + oneOff + operation };
  });
}
