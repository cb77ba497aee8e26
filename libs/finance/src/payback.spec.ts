import { Decimal } from '@hoest/quantities';
import fc from 'fast-check';
import { netPresentValue } from './discounting';
import { discountedPayback, internalRateOfReturn, payback } from './payback';

const nets = [-1_200_000, 120_000, 320_000, 400_000, 400_000, 400_000];

const shown = (result: ReturnType<typeof payback>) =>
  result.kind === 'paid-back' ? result.years.toFixed(4) : result.kind;

describe('payback (F4)', () => {
  it('of the worked case is 3.9 years', () => expect(shown(payback(nets))).toBe('3.9000'));
  it('discounted is 4.2256 years', () => expect(shown(discountedPayback(nets))).toBe('4.2256'));
  it('is never when the outlay is not regained', () => expect(shown(payback([-100, 10, 10]))).toBe('never'));
  it('is 0 when nothing is ever outstanding', () => expect(shown(payback([0, 10, 10]))).toBe('0.0000'));
  it('is 0 without amounts', () => expect(shown(payback([]))).toBe('0.0000'));
  it('counts the last time the sum is negative', () => expect(shown(payback([-100, 150, -100, 100]))).toBe('2.5000'));

  it('does not depend on the unit of money', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { maxLength: 20 }), (flow) => {
        expect(shown(payback(flow.map((net) => net * 1000)))).toBe(shown(payback(flow)));
      }),
    );
  });
});

describe('internal rate of return (F4)', () => {
  it('of the worked case is 9.8769 %', () => {
    const result = internalRateOfReturn(nets);
    expect(result.kind === 'rate' && result.rate.times(100).toFixed(4)).toBe('9.8769');
  });

  it.each([[[]], [[0, 0]], [[-5, -5]], [[5, 5]]])('of %j is not computable', (flow) => {
    expect(internalRateOfReturn(flow)).toEqual({ kind: 'not-computable', reason: 'no-return' });
  });

  it('is not computable when several rates fit', () => {
    expect(internalRateOfReturn([-100, 230, -132])).toEqual({ kind: 'not-computable', reason: 'several-rates' });
  });

  it('may be negative: half the outlay comes back', () => {
    const result = internalRateOfReturn([-100, 50]);
    expect(result.kind === 'rate' && result.rate.toFixed(6)).toBe('-0.500000');
  });

  it('brings the present value to 0', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e9 }),
        fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1, maxLength: 15 }),
        (outlay, returns) => {
          const result = internalRateOfReturn([-outlay, ...returns]);
          if (result.kind !== 'rate') return returns.every((value) => value === 0);
          const one = new Decimal(1).plus(result.rate);
          const size = returns.reduce(
            (sum, value, t) => sum.plus(new Decimal(value).dividedBy(one.pow(t + 1))),
            new Decimal(0),
          );
          return size.minus(outlay).abs().dividedBy(outlay).lessThan('1e-9');
        },
      ),
    );
  });

  it('agrees with the net present value at a flat rate', () => {
    const result = internalRateOfReturn(nets);
    if (result.kind !== 'rate') throw new Error('the worked case has a rate');
    const value = netPresentValue(nets, [{ throughYear: null, rate: result.rate }]);
    expect(value.abs().toNumber()).toBeLessThan(0.0001);
  });
});
