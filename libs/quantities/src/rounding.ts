import { Decimal, type DecimalValue, sumOf } from './decimal';

/**
 * Rounds to a whole number, half to even. The one place where an amount loses its fraction: everything before it is
 * exact to 34 digits, everything after it is whole minor units.
 * @throws RangeError when the value is not finite
 */
export function roundToWhole(value: DecimalValue): bigint {
  const decimal = new Decimal(value);
  if (!decimal.isFinite()) throw new RangeError(`only finite numbers are rounded, got ${decimal.toString()}`);
  return BigInt(decimal.toDecimalPlaces(0, Decimal.ROUND_HALF_EVEN).toFixed(0));
}

/**
 * Divides a whole total in proportion to the weights, so that the parts add up to the total exactly.
 *
 * Each part is total × weight / Σ weights rounded toward zero; the units left over go one each to the parts with the
 * largest remainder, and among equal remainders to the earlier part. Computed in whole numbers, so nothing is lost to
 * precision. A negative total is divided as its absolute value and the signs turned.
 * Total 0 gives zeros whatever the weights.
 * @throws RangeError when a weight is negative or not finite, or a total other than 0 meets no weight above 0
 */
export function splitByLargestRemainder(total: bigint, weights: readonly DecimalValue[]): bigint[] {
  const exact = weights.map((weight) => new Decimal(weight));
  if (exact.some((weight) => !weight.isFinite() || weight.lessThan(0))) {
    throw new RangeError('weights must be finite and not negative');
  }
  if (total === 0n) return exact.map(() => 0n);
  const scale = Math.max(0, ...exact.map((weight) => weight.decimalPlaces()));
  const whole = exact.map((weight) => BigInt(weight.toFixed(scale).replace('.', '')));
  const sum = whole.reduce((acc, weight) => acc + weight, 0n);
  if (sum === 0n) throw new RangeError('a total cannot be divided without a weight above 0');
  const size = total < 0n ? -total : total;
  const parts = whole.map((weight) => (size * weight) / sum);
  const left = size - parts.reduce((acc, part) => acc + part, 0n);
  const byRemainder = whole
    .map((weight, position) => ({ position, remainder: (size * weight) % sum }))
    .sort((a, b) => (a.remainder === b.remainder ? a.position - b.position : a.remainder > b.remainder ? -1 : 1));
  for (const { position } of byRemainder.slice(0, Number(left))) parts[position] = (parts[position] ?? 0n) + 1n;
  return total < 0n ? parts.map((part) => -part) : parts;
}

/** Decimals kept before parts are compared; both sides of a comparison (code and SQL) cut here, so that ties agree. */
const PART_SCALE = 12;

/**
 * Rounds each part to a whole number so that together they are the rounded sum of the exact parts.
 *
 * Parts are first rounded to 12 decimals (half to even), the total is their sum rounded half to even; each part gives its
 * floor, and the units left over go one each to the parts with the largest fraction, among equal fractions to the earlier
 * part. No part moves by a whole unit or more. Negative parts are allowed.
 * @throws RangeError when a part is not finite
 */
export function roundPartsToWhole(parts: readonly DecimalValue[]): bigint[] {
  const exact = parts.map((part) => new Decimal(part).toDecimalPlaces(PART_SCALE, Decimal.ROUND_HALF_EVEN));
  const total = roundToWhole(sumOf(exact));
  const shares = exact.map((part, position) => {
    const floor = part.floor();
    return { position, whole: BigInt(floor.toFixed(0)), fraction: part.minus(floor) };
  });
  const whole = shares.map((share) => share.whole);
  const left = total - whole.reduce((sum, part) => sum + part, 0n);
  const byFraction = [...shares].sort((a, b) => b.fraction.comparedTo(a.fraction) || a.position - b.position);
  for (const { position } of byFraction.slice(0, Number(left))) whole[position] = (whole[position] ?? 0n) + 1n;
  return whole;
}
