import fc from 'fast-check';
import { FUNNEL_Z, funnelLimits, quantile, quartiles, varianceSplit } from './variation';

describe('quartiles', () => {
  it('of 35, 48, 55, 62, 80 are 48 and 62, distance 14, median 55', () => {
    expect(quartiles([80, 35, 62, 48, 55])).toEqual({ q1: 48, median: 55, q3: 62, range: 14 });
  });

  it('interpolate between neighbours', () => {
    expect(quantile([10, 20], 0.25)).toBe(12.5);
    expect(quantile([7], 0.95)).toBe(7);
  });

  it('refuse an empty list', () => {
    expect(() => quantile([], 0.5)).toThrow(RangeError);
  });

  it('lie between smallest and largest and rise with the probability', () => {
    const values = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 30 });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(values, share, share, (all, a, b) => {
        const [low, high] = [quantile(all, Math.min(a, b)), quantile(all, Math.max(a, b))];
        expect(low).toBeLessThanOrEqual(high + 1e-9);
        expect(low).toBeGreaterThanOrEqual(Math.min(...all));
        expect(high).toBeLessThanOrEqual(Math.max(...all));
      }),
    );
  });
});

describe('funnel', () => {
  it('around 0.6 with n 10 is 0.296–0.904 at 95 % and 0.121–1 at 99.8 %', () => {
    const warning = funnelLimits(0.6, 10, FUNNEL_Z.warning);
    const alarm = funnelLimits(0.6, 10, FUNNEL_Z.alarm);
    expect(warning?.low).toBeCloseTo(0.296, 3);
    expect(warning?.high).toBeCloseTo(0.904, 3);
    expect(alarm?.low).toBeCloseTo(0.121, 3);
    expect(alarm?.high).toBe(1);
  });

  it('has no limits for nobody', () => {
    expect(funnelLimits(0.6, 0, FUNNEL_Z.warning)).toBeNull();
  });
});

describe('variance split', () => {
  it('of 40, 50, 60 and 60, 70, 80 is 100 between, 66.667 within, share 0.60', () => {
    const split = varianceSplit([
      [40, 50, 60],
      [60, 70, 80],
    ]);
    expect(split.between).toBeCloseTo(100, 6);
    expect(split.within).toBeCloseTo(66.6667, 4);
    expect(split.betweenShare).toBeCloseTo(0.6, 6);
  });

  it('has no share when nothing differs or nothing is there', () => {
    expect(varianceSplit([[5, 5], [5]]).betweenShare).toBeNull();
    expect(varianceSplit([[], []])).toEqual({ between: 0, within: 0, betweenShare: null });
  });

  it('adds up to the variance of all values', () => {
    const group = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 6 }), (groups) => {
        const all = groups.flat();
        const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
        const total = all.reduce((sum, value) => sum + (value - mean) ** 2, 0) / all.length;
        const split = varianceSplit(groups);
        expect(split.between + split.within).toBeCloseTo(total, 6);
      }),
    );
  });
});
