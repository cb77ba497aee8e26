import { IT_DEVELOPMENT_BIAS, optimismUplift, upliftedCost } from './optimism-uplift';

describe('optimism uplift (F6)', () => {
  it('of the worked case: 51 % and 4 %, 92 % mitigated, is 4.08 %', () =>
    expect(optimismUplift({ upper: '0.51', lower: '0.04' }, '0.92').toFixed(4)).toBe('0.0408'));

  it('doubles a million of IT development that is half mitigated', () =>
    expect(upliftedCost(1_000_000, IT_DEVELOPMENT_BIAS.cost, '0.5').toFixed()).toBe('2000000'));

  it('never falls below the lower bound, however much is mitigated', () => {
    expect(optimismUplift({ upper: '0.51', lower: '0.04' }, '1').toFixed()).toBe('0.04');
    expect(upliftedCost(100, IT_DEVELOPMENT_BIAS.duration, '0.95').toFixed()).toBe('110');
  });
});
