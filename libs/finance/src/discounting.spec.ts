import type { Decimal } from '@hoest/quantities';
import fc from 'fast-check';
import { benefitCostRatio, discountFactor, netPresentValue } from './discounting';

const four = (value: Decimal) => value.toDecimalPlaces(6).toNumber();

describe('discount factor (F1)', () => {
  it.each([
    [0, 1],
    [1, 0.966184],
    [5, 0.841973],
    [35, 0.299977],
    [36, 0.29266],
    [71, 0.124534],
  ])('of year %i is %d', (year, factor) => expect(four(discountFactor(year))).toBeCloseTo(factor, 6));

  it('takes rates as a setting', () => {
    expect(
      discountFactor(2, [{ throughYear: null, rate: '0.1' }])
        .times('1.21')
        .toNumber(),
    ).toBeCloseTo(1, 12);
  });

  it.each([-1, 1.5, Number.NaN])('refuses %d as a year', (year) =>
    expect(() => discountFactor(year)).toThrow(RangeError),
  );

  it('refuses rates that end too early', () => {
    expect(() => discountFactor(3, [{ throughYear: 2, rate: '0.03' }])).toThrow('no discount rate reaches year 3');
  });

  it('falls every year', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 120 }), (t) => discountFactor(t + 1).lessThan(discountFactor(t))));
  });
});

describe('net present value (F2)', () => {
  it('discounts an outlay and three years of return', () => {
    expect(netPresentValue([-1_000_000, 400_000, 400_000, 400_000]).toFixed(2)).toBe('120654.79');
  });

  it('is 0 without amounts', () => expect(netPresentValue([]).toNumber()).toBe(0));

  it('does not depend on the unit of money', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { maxLength: 40 }), (nets) => {
        const inMinor = netPresentValue(nets.map((net) => net * 100)).dividedBy(100);
        return inMinor.minus(netPresentValue(nets)).abs().lessThan('1e-18');
      }),
    );
  });
});

describe('benefit-cost ratio (F3)', () => {
  const flows = {
    costs: [1_200_000, 100_000, 100_000, 100_000, 100_000, 100_000],
    benefits: [0, 250_000, 450_000, 500_000, 500_000, 500_000],
    disbenefits: [0, 30_000, 30_000],
  };

  it('computes the worked case', () => {
    const result = benefitCostRatio(flows);
    expect(result.presentCost.toFixed(2)).toBe('1651505.24');
    expect(result.presentBenefit.toFixed(2)).toBe('1912313.93');
    expect(result.netPresentValue.toFixed(2)).toBe('260808.69');
    expect(result.kind === 'ratio' && result.ratio.toFixed(4)).toBe('1.1579');
  });

  it('is not computable without costs, and still says what the benefits are worth', () => {
    const result = benefitCostRatio({ costs: [0, 0], benefits: [0, 100] });
    expect(result).toMatchObject({ kind: 'not-computable', reason: 'no-cost' });
    expect(result.presentBenefit.toFixed(2)).toBe('96.62');
  });
});
