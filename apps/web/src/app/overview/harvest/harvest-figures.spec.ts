import type { Overview } from '@hoest/contracts';
import fc from 'fast-check';
import { harvestFigures } from './harvest-figures';

type Harvest = Overview['harvest'];
const harvest = (
  parts: Partial<Record<'realised' | 'realisedCash' | 'shortfall' | 'notMeasured' | 'delayed', bigint>>,
): Harvest => {
  const { realised = 0n, realisedCash = 0n, shortfall = 0n, notMeasured = 0n, delayed = 0n } = parts;
  return {
    promised: String(realised + shortfall + notMeasured + delayed),
    realised: String(realised),
    realisedCash: String(realisedCash),
    shortfall: String(shortfall),
    notMeasured: String(notMeasured),
    delayed: String(delayed),
    surplus: '0',
    benefitsDue: 1,
    benefitsNotMeasured: 0,
  };
};
const STEP = 10_000_000n;

describe('the harvest as it is shown', () => {
  it('is rounded once and then adds up', () => {
    const figures = harvestFigures(
      harvest({
        realised: 1_747_494_544n,
        realisedCash: 1_723_302_499n,
        shortfall: 815_701_584n,
        notMeasured: 549_002_960n,
        delayed: 44_377_191n,
      }),
      STEP,
    );
    expect(figures).toMatchObject({
      promised: 3_160_000_000n,
      realised: 1_750_000_000n,
      missing: 1_410_000_000n,
      realisedPercent: 55,
      largestMissing: 'shortfall',
    });
    expect(figures.parts).toEqual({
      cash: 1_720_000_000n,
      other: 30_000_000n,
      shortfall: 820_000_000n,
      notMeasured: 550_000_000n,
      delayed: 40_000_000n,
    });
  });

  it('names no cause when nothing is missing', () => {
    expect(harvestFigures(harvest({ realised: 5n * STEP }), STEP).largestMissing).toBeNull();
  });

  it('has no share of nothing', () => {
    expect(harvestFigures(harvest({}), STEP)).toMatchObject({ promised: 0n, realisedPercent: null });
  });

  it('adds up whatever the parts are', () => {
    const amount = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 13n });
    const parts = fc.record({
      realised: amount,
      realisedCash: amount,
      shortfall: amount,
      notMeasured: amount,
      delayed: amount,
    });
    fc.assert(
      fc.property(parts, fc.constantFrom(100n, 100_000n, STEP), (exact, step) => {
        const { promised, realised, missing, parts: shown } = harvestFigures(harvest(exact), step);
        expect(shown.cash + shown.other).toBe(realised);
        expect(shown.shortfall + shown.notMeasured + shown.delayed).toBe(missing);
        expect(realised + missing).toBe(promised);
      }),
    );
  });
});
