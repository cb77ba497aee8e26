import fc from 'fast-check';
import { threePoint } from './estimate';
import { forecastAtCompletion, type ForecastMethod } from './forecast';

describe('three-point estimate (F5)', () => {
  it('of 200/300/550', () => {
    const estimate = threePoint({ low: 200, likely: 300, high: 550 });
    if (estimate.kind !== 'estimate') throw new Error('the worked case has an estimate');
    expect(estimate.triangular.toNumber()).toBe(350);
    expect(estimate.pert.toNumber()).toBe(325);
    expect(estimate.deviation.toFixed(4)).toBe('58.3333');
  });
  it('needs all three, ascending', () => {
    expect(threePoint({ low: 1, likely: null, high: 3 })).toEqual({ kind: 'not-computable', reason: 'missing-point' });
    expect(threePoint({ low: 3, likely: 2, high: 1 })).toEqual({ kind: 'not-computable', reason: 'not-ascending' });
    expect(threePoint({ low: 0, likely: 0, high: 0 })).toMatchObject({ kind: 'estimate' });
  });
});

describe('forecast at completion (F12)', () => {
  const facts = { planned: [100, 200, 300, 300, 300, 300, 300], realised: [80, 150, 270, 260] };
  const forecast = (method: ForecastMethod) => {
    const result = forecastAtCompletion(facts, method);
    if (result.kind !== 'forecast') throw new Error('the worked case has a forecast');
    return result;
  };

  it.each<[ForecastMethod, string]>([
    [{ kind: 'as-planned' }, '1660.00'],
    [{ kind: 'at-rate' }, '1520.00'],
    [{ kind: 'at-recent-rate', periods: 2 }, '1555.00'],
  ])('by %j is %s', (method, sum) => expect(forecast(method).atCompletion.toFixed(2)).toBe(sum));

  it('tells the variance against the plan', () => {
    const { variance, varianceRatio } = forecast({ kind: 'at-rate' });
    expect(variance.toFixed(2)).toBe('-280.00');
    expect(varianceRatio?.times(100).toFixed(2)).toBe('-15.56');
  });

  it('has no rate while nothing was planned', () => {
    const early = { planned: [0, 0, 100], realised: [0] };
    expect(forecastAtCompletion(early, { kind: 'at-rate' })).toEqual({
      kind: 'not-computable',
      reason: 'nothing-planned',
    });
    expect(forecastAtCompletion(early, { kind: 'as-planned' })).toMatchObject({ kind: 'forecast' });
  });

  it('of an empty plan has a variance but no share of it', () => {
    expect(forecastAtCompletion({ planned: [], realised: [] }, { kind: 'as-planned' })).toMatchObject({
      varianceRatio: null,
    });
  });

  it('of a plan that is kept is the plan, by every method', () => {
    const plan = fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 1, maxLength: 24 });
    fc.assert(
      fc.property(plan, fc.integer({ min: 1, max: 24 }), (planned, done) => {
        const kept = { planned, realised: planned.slice(0, done) };
        for (const method of [{ kind: 'at-rate' }, { kind: 'at-recent-rate', periods: 3 }] as const) {
          const result = forecastAtCompletion(kept, method);
          expect(result.kind === 'forecast' && result.variance.toNumber()).toBe(0);
        }
      }),
    );
  });
});
