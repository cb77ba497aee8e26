import { IT_DEVELOPMENT_BIAS, optimismUplift, upliftedCost } from './optimism-uplift';

describe('optimism uplift (F6)', () => {
  it('of the worked case: 51 % and 4 %, 92 % mitigated, is 4.08 %', () =>
    expect(optimismUplift({ upper: '0.51', lower: '0.04' }, '0.92').toFixed(4)).toBe('0.0408'));

  it('doubles a million of IT development that is half mitigated', () =>
    expect(upliftedCost(1_000_000, IT_DEVELOPMENT_BIAS.cost, '0.5').toFixed()).toBe('2000000'));

  it('knows how far IT development has been too good: cost 200 and 10 %, duration 54 and 10 %', () => {
    const uplift = (kind: 'cost' | 'duration', mitigated: string) =>
      optimismUplift(IT_DEVELOPMENT_BIAS[kind], mitigated).times(100).toNumber();
    expect([uplift('cost', '0'), uplift('cost', '1')]).toEqual([200, 10]);
    expect([uplift('duration', '0'), uplift('duration', '1')]).toEqual([54, 10]);
  });

  it('never falls below the lower bound, however much is mitigated', () => {
    expect(optimismUplift({ upper: '0.51', lower: '0.04' }, '1').toFixed()).toBe('0.04');
    expect(upliftedCost(100, IT_DEVELOPMENT_BIAS.duration, '0.95').toFixed()).toBe('110');
  });
});
