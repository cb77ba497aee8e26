import { takeOutRate } from './take-out-rate';

describe('take-out rate (F16)', () => {
  it('of the worked case: 540 of 900 is 0.60', () => {
    const result = takeOutRate([
      { planned: 400, takenOut: 400 },
      { planned: 300, takenOut: 140 },
      { planned: 200, takenOut: 0 },
    ]);
    expect(result.kind === 'rate' && [result.takenOut, result.planned, result.rate].map(String)).toEqual([
      '540',
      '900',
      '0.6',
    ]);
  });

  it('lets no surplus make up for what another benefit lacks', () => {
    const result = takeOutRate([
      { planned: 100, takenOut: 500 },
      { planned: 100, takenOut: 0 },
    ]);
    expect(result.kind === 'rate' && result.rate.toString()).toBe('0.5');
  });

  it('is not 0 where nothing was planned: there is no rate', () =>
    expect(takeOutRate([{ planned: 0, takenOut: 50 }])).toEqual({ kind: 'not-computable', reason: 'nothing-planned' }));
});
