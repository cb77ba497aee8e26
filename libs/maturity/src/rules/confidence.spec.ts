import fc from 'fast-check';
import { confidence, confidenceBand } from './confidence';

describe('confidence', () => {
  it('is 33.76 for 3 of 5 values with n 20, 40, 8 and freshness 0.9, 1, 0.75', () => {
    const parts = [
      { n: 20, freshness: 0.9 },
      { n: 40, freshness: 1 },
      { n: 8, freshness: 0.75 },
    ];
    expect(confidence(0.6, parts)).toBeCloseTo(33.76, 2);
    expect(confidenceBand(confidence(0.6, parts))).toBe('low');
  });

  it('leaves records that cannot grow old out of the freshness', () => {
    expect(confidence(1, [{ n: 10, freshness: null }])).toBeCloseTo(50, 6);
    expect(
      confidence(1, [
        { n: 10, freshness: null },
        { n: 10, freshness: 0.5 },
      ]),
    ).toBeCloseTo(25, 6);
  });

  it('is 0 without any value', () => {
    expect(confidence(0, [])).toBe(0);
  });

  it('is low below 40, medium to 70, high above', () => {
    expect([39.99, 40, 70, 70.01].map(confidenceBand)).toEqual(['low', 'medium', 'medium', 'high']);
  });

  it('lies in 0–100 and grows with n', () => {
    const part = fc.record({ n: fc.nat(500), freshness: fc.option(fc.double({ min: 0, max: 1, noNaN: true })) });
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.array(part, { minLength: 1 }), (coverage, parts) => {
        const value = confidence(coverage, parts);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(100);
        expect(
          confidence(
            coverage,
            parts.map((one) => ({ ...one, n: one.n + 1 })),
          ),
        ).toBeGreaterThanOrEqual(value);
      }),
    );
  });
});
