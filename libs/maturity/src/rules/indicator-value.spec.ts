import { leaderSpread } from '../indicators/dl.leader-spread';
import { strategyAnchored } from '../indicators/dl.strategy-anchored';
import { strategyToAction } from '../indicators/dl.strategy-to-action';
import { benefitCoverage } from '../indicators/gr.benefit-coverage';
import { realisationRate } from '../indicators/gr.realisation-rate';
import { register } from '../indicators/op.register';
import { indicatorValue, type MemberSums } from './indicator-value';

const sums = (over: Partial<MemberSums>): MemberSums => ({
  indicatorId: 'x',
  n: 0,
  numerator: '0',
  denominator: '0',
  missing: 0,
  exempt: 0,
  best: null,
  dated: 0,
  fresh: 0,
  ...over,
});

describe('value of an indicator', () => {
  it('is scored between the goalposts with its level range', () => {
    const value = indicatorValue(
      register,
      sums({ n: 20, numerator: '14', denominator: '20', dated: 20, fresh: 15 }),
      true,
    );
    expect(value).toMatchObject({ status: 'ok', value: 0.7, n: 20, level: 3, freshness: 0.75 });
    expect(value.score).toBeCloseTo(54.5455, 4);
    expect(value.levelRange).toEqual([1, 5]);
  });

  it('is shown but not scored below its least n', () => {
    const value = indicatorValue(register, sums({ n: 4, numerator: '4', denominator: '4' }), true);
    expect(value).toMatchObject({ status: 'insufficient_n', value: 1, score: null, level: null });
  });

  it('is 0 only when objects exist and none qualifies', () => {
    expect(indicatorValue(register, sums({ n: 6, denominator: '6' }), true)).toMatchObject({
      status: 'ok',
      value: 0,
      score: 0,
      level: 1,
    });
    expect(indicatorValue(register, undefined, true)).toMatchObject({ status: 'no_data', value: null, score: null });
    expect(indicatorValue(strategyToAction, undefined, true)).toMatchObject({ status: 'not_applicable', value: null });
  });

  it('takes the best step, and step 0 without any strategy', () => {
    expect(indicatorValue(strategyAnchored, sums({ n: 2, best: '0.75' }), true)).toMatchObject({
      status: 'ok',
      value: 0.75,
      numerator: '75',
      level: 4,
    });
    expect(indicatorValue(strategyAnchored, undefined, true)).toMatchObject({ status: 'ok', value: 0, level: 1, n: 1 });
  });

  it('asks for strategies only in the whole organisation', () => {
    expect(indicatorValue(strategyAnchored, undefined, false).status).toBe('not_applicable');
  });

  it('counts exempt initiatives back beyond a fifth of all', () => {
    const within = indicatorValue(benefitCoverage, sums({ n: 8, numerator: '6', denominator: '8', exempt: 2 }), true);
    expect(within).toMatchObject({ value: 0.75, denominator: '8', n: 8 });
    const beyond = indicatorValue(benefitCoverage, sums({ n: 6, numerator: '6', denominator: '6', exempt: 4 }), true);
    expect(beyond).toMatchObject({ value: 0.75, denominator: '8', n: 8 });
    const all = indicatorValue(benefitCoverage, sums({ exempt: 10 }), true);
    expect(all).toMatchObject({ status: 'ok', value: 0, n: 8 });
  });

  it('caps the realisation rate at 1.2 and lets it fall below 0', () => {
    const rate = (numerator: string) =>
      indicatorValue(realisationRate, sums({ n: 5, numerator, denominator: '1000' }), true);
    expect(rate('1500').value).toBe(1.2);
    expect(rate('-100')).toMatchObject({ value: -0.1, score: 0 });
  });

  it('shows nothing about fewer than five persons', () => {
    const few = indicatorValue(leaderSpread, sums({ n: 4, numerator: '3', denominator: '4' }), true);
    expect(few).toMatchObject({
      status: 'insufficient_n',
      value: null,
      numerator: null,
      score: null,
      levelRange: null,
    });
  });

  it('tells leaders outside affected units from no leaders at all', () => {
    expect(indicatorValue(leaderSpread, sums({ exempt: 9 }), true).status).toBe('not_applicable');
    expect(indicatorValue(leaderSpread, undefined, true).status).toBe('no_data');
  });
});
