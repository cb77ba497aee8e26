/** z of a 95 % interval, as domain rules F21 state it. */
const Z_95 = 1.959964;

/**
 * Wilson 95 % interval of a proportion, both bounds in 0–1; `null` for n = 0 (nothing observed says nothing), never a
 * bound outside 0–1. `hits` may be fractional (weighted hits) and lies in 0–n.
 * @throws RangeError when hits or n is not a finite number, or hits is outside 0–n
 * Source: domain rules, F21
 */
export function wilsonInterval(hits: number, n: number): { low: number; high: number } | null {
  if (!Number.isFinite(hits) || !Number.isFinite(n) || hits < 0 || hits > n) {
    throw new RangeError(`hits must lie in 0–n, got ${hits} of ${n}`);
  }
  if (n === 0) return null;
  const p = hits / n;
  const z2 = Z_95 * Z_95;
  const centre = (p + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z_95 / (1 + z2 / n)) * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  return {
    low: hits === 0 ? 0 : Math.max(0, centre - half),
    high: hits === n ? 1 : Math.min(1, centre + half),
  };
}
