import fc from 'fast-check';
import { levelOf, levelRangeOf, scoreOf } from './score';

const goalposts = fc
  .tuple(fc.double({ min: -10, max: 10, noNaN: true }), fc.double({ min: -10, max: 10, noNaN: true }))
  .filter(([low, high]) => Math.abs(low - high) > 1e-6)
  .map(([low, high]) => ({ low, high }));
const value = fc.double({ min: -20, max: 20, noNaN: true });

describe('score between goalposts', () => {
  it('is 44.0 for 0.72 between 0.5 and 1', () => {
    expect(scoreOf(0.72, { low: 0.5, high: 1 })).toBeCloseTo(44, 4);
  });

  it('is 73.5849 for 21 days when 60 is worst and 7 best', () => {
    expect(scoreOf(21, { low: 60, high: 7 })).toBeCloseTo(73.5849, 4);
  });

  it('is clipped at both ends', () => {
    expect(scoreOf(0.4, { low: 0.5, high: 1 })).toBe(0);
    expect(scoreOf(1.2, { low: 0.2, high: 1 })).toBe(100);
    expect(scoreOf(90, { low: 60, high: 7 })).toBe(0);
  });

  it('refuses goalposts that coincide and values that are not numbers', () => {
    expect(() => scoreOf(0.5, { low: 1, high: 1 })).toThrow(RangeError);
    expect(() => scoreOf(NaN, { low: 0, high: 1 })).toThrow(RangeError);
  });

  it('lies in 0–100 and never falls when the value improves', () => {
    fc.assert(
      fc.property(goalposts, value, value, (posts, a, b) => {
        const better = posts.low < posts.high ? Math.max(a, b) : Math.min(a, b);
        const worse = better === a ? b : a;
        expect(scoreOf(better, posts)).toBeGreaterThanOrEqual(scoreOf(worse, posts));
        expect(scoreOf(a, posts)).toBeGreaterThanOrEqual(0);
        expect(scoreOf(a, posts)).toBeLessThanOrEqual(100);
      }),
    );
  });
});

describe('level of a score', () => {
  it('rises at 20, 40, 60 and 80 and nowhere else', () => {
    expect([0, 19.9999, 20, 39.9999, 40, 59.9999, 60, 79.9999, 80, 100].map(levelOf)).toEqual([
      1, 1, 2, 2, 3, 3, 4, 4, 5, 5,
    ]);
  });

  it('gives the steps of the strategy their levels 1 to 5', () => {
    expect([0, 25, 50, 75, 100].map(levelOf)).toEqual([1, 2, 3, 4, 5]);
  });

  it('reads a raw cut-off as the level it opens although binary fractions fall short of it', () => {
    expect(levelOf(scoreOf(0.35, { low: 0.2, high: 0.95 }))).toBe(2);
    expect(levelOf(scoreOf(0.51, { low: 0.4, high: 0.95 }))).toBe(2);
  });
});

describe('level range of a proportion', () => {
  it('takes the levels of the Wilson bounds: 7 of 20 on 0–100 lies between 0.1812 and 0.5671', () => {
    expect(levelRangeOf(7, 20, { low: 0, high: 1 })).toEqual([1, 3]);
  });

  it('is null when nothing is counted', () => {
    expect(levelRangeOf(0, 0, { low: 0, high: 1 })).toBeNull();
  });

  it('holds the level of the value itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
        const hits = Math.floor(share * n);
        const posts = { low: 0.2, high: 0.9 };
        const level = levelOf(scoreOf(hits / n, posts));
        const [low, high] = levelRangeOf(hits, n, posts) ?? [5, 1];
        expect(low).toBeLessThanOrEqual(level);
        expect(high).toBeGreaterThanOrEqual(level);
      }),
    );
  });
});
