import fc from 'fast-check';
import { Decimal } from './decimal';
import { roundPartsToWhole, roundToWhole, splitByLargestRemainder } from './rounding';

const total = (parts: readonly bigint[]) => parts.reduce((sum, part) => sum + part, 0n);
const weight = fc.integer({ min: 0, max: 1_000_000 }).map((value) => new Decimal(value).dividedBy(1000).toFixed());

describe('rounding to whole', () => {
  it.each([
    ['0.5', 0n],
    ['1.5', 2n],
    ['2.5', 2n],
    ['-0.5', 0n],
    ['-1.5', -2n],
    ['2.4999999', 2n],
    ['123456789012345678.5', 123456789012345678n],
  ])('%s is %s', (value, whole) => expect(roundToWhole(value)).toBe(whole));

  it('refuses what is not a number', () => expect(() => roundToWhole(Infinity)).toThrow(RangeError));
});

describe('largest remainder', () => {
  it('gives the units left over to the largest remainders, the earlier first', () => {
    expect(splitByLargestRemainder(100n, [1, 1, 1])).toEqual([34n, 33n, 33n]);
    expect(splitByLargestRemainder(10n, [400, 300, 200])).toEqual([5n, 3n, 2n]);
    expect(splitByLargestRemainder(7n, ['0.1', '0.2', '0.7'])).toEqual([1n, 1n, 5n]);
  });

  it('mirrors negative totals', () => expect(splitByLargestRemainder(-100n, [1, 1, 1])).toEqual([-34n, -33n, -33n]));
  it('divides 0 into zeros', () => expect(splitByLargestRemainder(0n, [0, 0])).toEqual([0n, 0n]));

  it('refuses what cannot be divided', () => {
    expect(() => splitByLargestRemainder(1n, [])).toThrow(RangeError);
    expect(() => splitByLargestRemainder(1n, [0])).toThrow(RangeError);
    expect(() => splitByLargestRemainder(1n, [2, -1])).toThrow(RangeError);
  });

  it('adds up to the total, and no part is a unit or more away from its exact share', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }),
        fc.array(weight, { minLength: 1, maxLength: 30 }),
        (amount, weights) => {
          const sum = weights.reduce((acc, value) => acc.plus(value), new Decimal(0));
          fc.pre(!sum.isZero());
          const parts = splitByLargestRemainder(amount, weights);
          expect(total(parts)).toBe(amount);
          parts.forEach((part, position) => {
            const exact = new Decimal(amount.toString()).times(weights[position] ?? 0).dividedBy(sum);
            expect(exact.minus(part.toString()).abs().toNumber()).toBeLessThan(1);
          });
        },
      ),
    );
  });

  it('does not depend on the unit of the weights', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 12n }),
        fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 1 }),
        (amount, weights) => {
          const scaled = weights.map((value) => new Decimal(value).dividedBy(100));
          expect(splitByLargestRemainder(amount, scaled)).toEqual(splitByLargestRemainder(amount, weights));
        },
      ),
    );
  });
});

describe('rounding parts together', () => {
  it('keeps the sum of a year of twelfths', () => {
    const twelfth = new Decimal(1_000_000).dividedBy(12);
    const months = roundPartsToWhole(Array.from({ length: 12 }, () => twelfth));
    expect(total(months)).toBe(1_000_000n);
    expect(months.slice(0, 5)).toEqual([83334n, 83334n, 83334n, 83334n, 83333n]);
  });

  it('takes negative parts', () => expect(roundPartsToWhole(['-0.6', '1.2', '0.5'])).toEqual([-1n, 1n, 1n]));
  it('takes no parts', () => expect(roundPartsToWhole([])).toEqual([]));

  it('adds up to the rounded sum, each part within a unit', () => {
    const part = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((value) => new Decimal(value).dividedBy(7));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const whole = roundPartsToWhole(parts);
        const exact = parts
          .map((value) => value.toDecimalPlaces(12))
          .reduce((sum, value) => sum.plus(value), new Decimal(0));
        expect(total(whole)).toBe(roundToWhole(exact));
        whole.forEach((value, position) => {
          expect(
            new Decimal(value.toString())
              .minus(parts[position] ?? 0)
              .abs()
              .lessThanOrEqualTo(1),
          ).toBe(true);
        });
      }),
    );
  });
});
