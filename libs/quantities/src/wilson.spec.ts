import fc from 'fast-check';
import { wilsonInterval } from './wilson';

describe('Wilson interval (F21)', () => {
  it.each([
    [7, 20, 0.181192, 0.567146],
    [0, 5, 0, 0.434482],
    [4, 5, 0.375535, 0.963776],
  ])('of %i hits in %i is %d–%d', (hits, n, low, high) => {
    const interval = wilsonInterval(hits, n);
    expect(interval?.low).toBeCloseTo(low, 5);
    expect(interval?.high).toBeCloseTo(high, 5);
  });

  it('of nothing says nothing', () => expect(wilsonInterval(0, 0)).toBeNull());
  it.each([
    [-1, 5],
    [6, 5],
    [Number.NaN, 5],
    [1, Infinity],
  ])('refuses %d of %d', (hits, n) => {
    expect(() => wilsonInterval(hits, n)).toThrow(RangeError);
  });

  it('holds the share, stays in 0–1 and mirrors hits and misses', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
        const hits = Math.round(share * n);
        const interval = wilsonInterval(hits, n);
        const mirror = wilsonInterval(n - hits, n);
        if (!interval || !mirror) return false;
        expect(interval.low).toBeGreaterThanOrEqual(0);
        expect(interval.high).toBeLessThanOrEqual(1);
        expect(interval.low).toBeLessThanOrEqual(hits / n);
        expect(interval.high).toBeGreaterThanOrEqual(hits / n);
        expect(interval.low).toBeCloseTo(1 - mirror.high, 10);
        return true;
      }),
    );
  });
});
