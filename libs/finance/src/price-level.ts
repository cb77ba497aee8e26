import { Decimal, type DecimalValue } from '@hoest/quantities';

/** Price level per year, any base: only the proportion between two years counts. A dated setting (KL's estimates). */
export type PriceLevels = Readonly<Record<number, DecimalValue>>;

export type PriceLevelAmount =
  | { kind: 'amount'; amount: Decimal }
  /** The index has no level for this year, or one that is not above 0. */
  | { kind: 'unknown'; year: number };

/**
 * The amount at the price level of another year, in its own unit, unrounded.
 * Source: domain rules, F8
 */
export function toPriceLevel(amount: DecimalValue, from: number, to: number, levels: PriceLevels): PriceLevelAmount {
  if (from === to) return { kind: 'amount', amount: new Decimal(amount) };
  for (const year of [from, to]) {
    const level = levels[year];
    if (level === undefined || !new Decimal(level).greaterThan(0)) return { kind: 'unknown', year };
  }
  return { kind: 'amount', amount: new Decimal(amount).times(levels[to] ?? 0).dividedBy(levels[from] ?? 1) };
}

/**
 * Builds levels from the yearly rises an index is published as: `{2026: 0.035}` from base year 2025 gives 2025 = 1, 2026 = 1.035.
 * Years run on without a gap from the base year; the first missing year ends the list.
 */
export function priceLevelsFrom(
  baseYear: number,
  rises: Readonly<Record<number, DecimalValue>>,
): Record<number, Decimal> {
  const levels: Record<number, Decimal> = { [baseYear]: new Decimal(1) };
  let level: Decimal = new Decimal(1);
  for (let year = baseYear + 1; rises[year] !== undefined; year += 1) {
    level = level.times(new Decimal(rises[year] ?? 0).plus(1));
    levels[year] = level;
  }
  return levels;
}
