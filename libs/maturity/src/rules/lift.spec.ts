import { strategyAnchored } from '../indicators/dl.strategy-anchored';
import { measuredOnTime } from '../indicators/gr.measured-on-time';
import { indicatorValue, type MemberSums } from './indicator-value';
import { gapOf, liftOf } from './lift';

const sums: MemberSums = {
  indicatorId: 'gr.measured-on-time',
  n: 20,
  numerator: '10',
  denominator: '20',
  missing: 10,
  exempt: 0,
  best: '1',
  dated: 0,
  fresh: 0,
};

describe('what repairing records would lift', () => {
  it('is the rise of the score in the share the indicator has of its theme', () => {
    const value = indicatorValue(measuredOnTime, sums, true);
    const gain = gapOf(
      measuredOnTime,
      [1, 2].map(() => ({ numerator: '0', denominator: '1' })),
    );
    expect(gain.toString()).toBe('2');
    // 0.5 → 0.6 between 0.40 and 0.95 is 18.1818 points, one of six indicators.
    expect(liftOf(measuredOnTime, value, gain, 6)).toBeCloseTo(18.1818 / 6, 4);
  });

  it('stops at the upper goalpost', () => {
    const value = indicatorValue(measuredOnTime, sums, true);
    expect(liftOf(measuredOnTime, value, 10, 1)).toBeCloseTo(100 - (value.score ?? 0), 6);
  });

  it('is nothing while the indicator has no value in its theme', () => {
    const few = indicatorValue(measuredOnTime, { ...sums, n: 4, numerator: '1', denominator: '4' }, true);
    expect(liftOf(measuredOnTime, few, 3, 6)).toBe(0);
  });

  it('is one step of a strategy', () => {
    const value = indicatorValue(strategyAnchored, { ...sums, n: 1, best: '0.5' }, true);
    const gain = gapOf(strategyAnchored, [{ numerator: '50', denominator: '100' }]);
    expect(liftOf(strategyAnchored, value, gain, 4)).toBeCloseTo(6.25, 6);
  });

  it('is never negative for what is already more than planned', () => {
    expect(gapOf(measuredOnTime, [{ numerator: '3', denominator: '1' }]).toString()).toBe('0');
  });
});
