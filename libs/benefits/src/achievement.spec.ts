import { Decimal } from '@hoest/quantities';
import fc from 'fast-check';
import { achievement, netRealised, realisationRate } from './achievement';

const ratio = (value: number, baseline = 14, target = 7) => {
  const result = achievement({ value, baseline, target });
  return result.kind === 'measured' ? result.ratio.toFixed(6) : result.reason;
};

describe('achievement (F9)', () => {
  it('of 9 days on the way from 14 to 7 is 0.714286', () => expect(ratio(9)).toBe('0.714286'));
  it('is negative when things get worse', () => expect(ratio(16)).toBe('-0.285714'));
  it('may pass the target', () => expect(ratio(3.5)).toBe('1.500000'));
  it('works upwards as well', () => expect(ratio(60, 20, 100)).toBe('0.500000'));
  it('cannot be measured when target equals baseline', () => expect(ratio(5, 7, 7)).toBe('target-equals-baseline'));

  it('names what is missing', () => {
    expect(achievement({ value: null, baseline: 1, target: 2 })).toMatchObject({ reason: 'no-measurement' });
    expect(achievement({ value: 0, baseline: null, target: 2 })).toMatchObject({ reason: 'no-baseline' });
    expect(achievement({ value: 0, baseline: 1, target: null })).toMatchObject({ reason: 'no-target' });
  });

  it('does not depend on the unit of the measure', () => {
    const number = fc.integer({ min: -10_000, max: 10_000 });
    fc.assert(
      fc.property(number, number, number, (value, baseline, target) => {
        expect(ratio(value * 60, baseline * 60, target * 60)).toBe(ratio(value, baseline, target));
      }),
    );
  });
});

describe('realisation rate (F11)', () => {
  it('of the worked case is 760 of 900', () => {
    const result = realisationRate([100, 200, 300, 300], [80, 150, 270, 260]);
    expect(result).toMatchObject({ kind: 'rate' });
    expect(result.kind === 'rate' && result.rate.toFixed(6)).toBe('0.844444');
    expect([result.realised.toNumber(), result.planned.toNumber()]).toEqual([760, 900]);
  });

  it.each([
    [[], []],
    [[0], [5]],
    [[-5], [5]],
  ])('of %j planned is not computable', (planned, realised) => {
    expect(realisationRate(planned, realised)).toMatchObject({ kind: 'not-computable', reason: 'nothing-planned' });
  });
});

describe('net realised (F13)', () => {
  it('subtracts disbenefits', () => {
    const items = [
      { polarity: 1 as const, realised: 500 },
      { polarity: -1 as const, realised: 40 },
      { polarity: 1 as const, realised: new Decimal(260) },
    ];
    expect(netRealised(items).toNumber()).toBe(720);
    expect(netRealised([...items].reverse()).toNumber()).toBe(720);
    expect(netRealised([]).toNumber()).toBe(0);
  });
});
