import { Decimal, type DecimalValue } from '@hoest/quantities';
import fc from 'fast-check';
import { type ClosedBenefitFacts, type ConvertPrices, inPromisedPrices } from './promised-prices';
import { trackRecord, trackSums } from './track-record';

/** Prices rise by 3.5 % a year; 2024 is not known. */
const convert: ConvertPrices = (amount, from, to) => {
  const lacking = [from, to].find((year) => year === 2024);
  return lacking === undefined
    ? { kind: 'amount', amount: new Decimal(amount).times(new Decimal('1.035').pow(to - from)) }
    : { kind: 'unknown', year: lacking };
};
const facts = (over: Partial<ClosedBenefitFacts> = {}): ClosedBenefitFacts => ({
  priceYear: 2025,
  measuredInMoney: true,
  years: [{ year: 2026, planned: 500_000, realised: 517_500 }],
  ...over,
});
const recordOf = (one: ClosedBenefitFacts) => {
  const priced = inPromisedPrices(one, convert);
  return priced.kind === 'case' ? trackRecord(trackSums([priced.promise])) : null;
};

describe('a closed benefit in the prices it was promised in (F8, F20)', () => {
  it('was kept when 517,500 of 2026 answer 500,000 promised in prices of 2025', () => {
    expect(recordOf(facts())?.bias.toFixed(6)).toBe('0.000000');
    expect(recordOf(facts())?.accuracy.toNumber()).toBe(1);
  });

  it('fell short when the same amount came as was promised a year of rising prices ago', () => {
    const same = facts({ years: [{ year: 2026, planned: 500_000, realised: 500_000 }] });
    expect(recordOf(same)?.ratio.toFixed(6)).toBe('0.966184');
  });

  it('is not converted where what is measured is a share of the promise, or no price year is stated', () => {
    expect(recordOf(facts({ measuredInMoney: false }))?.ratio.toFixed(4)).toBe('1.0350');
    expect(recordOf(facts({ priceYear: null }))?.ratio.toFixed(4)).toBe('1.0350');
  });

  it('is no case, and names the years, where the index says nothing about one it needs', () => {
    const years = [
      { year: 2026, planned: 100, realised: 100 },
      { year: 2024, planned: 100, realised: 100 },
    ];
    expect(inPromisedPrices(facts({ years }), convert)).toEqual({ kind: 'unpriced', years: [2024] });
    const nothingCame = [{ year: 2024, planned: 100, realised: 0 }];
    expect(recordOf(facts({ years: nothingCame }))?.ratio.toNumber()).toBe(0);
  });

  it('does not depend on the order of the years, and never changes what was promised', () => {
    const amount = fc.integer({ min: -1_000_000, max: 1_000_000 });
    const years = fc.array(
      fc.record<{ year: number; planned: DecimalValue; realised: DecimalValue }>({
        year: fc.integer({ min: 2025, max: 2030 }),
        planned: amount,
        realised: amount,
      }),
    );
    fc.assert(
      fc.property(years, fc.boolean(), (made, measuredInMoney) => {
        const one = inPromisedPrices(facts({ years: made, measuredInMoney }), convert);
        const turned = inPromisedPrices(facts({ years: [...made].reverse(), measuredInMoney }), convert);
        if (one.kind !== 'case' || turned.kind !== 'case') throw new Error('every year is known');
        const planned = made.reduce((sum, year) => sum + Number(year.planned), 0);
        expect(new Decimal(one.promise.planned).toNumber()).toBe(planned);
        expect(new Decimal(turned.promise.realised).minus(one.promise.realised).abs().lessThan('1e-15')).toBe(true);
      }),
    );
  });
});
