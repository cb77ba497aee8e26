import { Decimal as DecimalLibrary } from 'decimal.js';

/**
 * Exact decimals: 34 significant digits, half-even, as IEEE 754 decimal128. Written without exponent up to 60 digits, so
 * that `toString` can go into SQL and JSON as it stands. A copy with its own settings, so that no other user of
 * decimal.js on the page can change the precision under us.
 */
export const Decimal = DecimalLibrary.clone({
  defaults: true,
  precision: 34,
  rounding: DecimalLibrary.ROUND_HALF_EVEN,
  toExpNeg: -60,
  toExpPos: 60,
});
export type Decimal = DecimalLibrary;

/** What may stand where a decimal is expected: a decimal, its text, a whole number as bigint, or a JS number. */
export type DecimalValue = DecimalLibrary.Value;

/** Sum of the values; zero for none. */
export function sumOf(values: Iterable<DecimalValue>): Decimal {
  let sum: Decimal = new Decimal(0);
  for (const value of values) sum = sum.plus(value);
  return sum;
}
