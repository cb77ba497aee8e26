import { waterfallFigures } from './waterfall-figures';
import { horizontalWaterfall, verticalWaterfall } from './waterfall-geometry';

const leakage = {
  promised: '1000',
  delayed: '150',
  notMeasured: '200',
  disputed: '50',
  shortfall: '100',
  realised: '500',
  budgeted: '300',
  takenOut: '240',
  confirmed: '200',
  surplus: '0',
};
const bars = waterfallFigures(leakage, 1n);

describe('the waterfall’s drawing', () => {
  it('stands on the base line, each loss hanging from where the last bar ended', () => {
    const { bars: placed, zero, height } = verticalWaterfall(bars, 960, 468);
    const [promised, delayed] = placed;
    expect(promised?.y).toBe(28);
    expect((promised?.y ?? 0) + (promised?.height ?? 0)).toBeCloseTo(zero, 6);
    expect(zero).toBe(height - 44);
    expect(delayed?.y).toBeCloseTo(promised?.y ?? 0, 6);
    expect(delayed?.height).toBeCloseTo(((promised?.height ?? 0) * 150) / 1000, 6);
    placed.slice(0, -1).forEach(({ connector }, index) => {
      expect(connector?.y1).toBe(connector?.y2);
      expect(connector?.x2).toBeCloseTo(placed[index + 1]?.x ?? 0, 6);
    });
  });

  it('keeps within its width, bars never overlapping', () => {
    const { bars: placed } = verticalWaterfall(bars, 760, 400);
    placed.forEach(({ x, width }, index) => {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(placed[index + 1]?.x ?? 760);
    });
  });

  it('draws nothing for zero, and something for a little', () => {
    const small = waterfallFigures({ ...leakage, promised: '100000000', delayed: '1', shortfall: '99999299' }, 1n);
    const { bars: placed } = verticalWaterfall(small, 960, 468);
    expect(placed.find(({ bar }) => bar.step === 'delayed')?.height).toBe(1);
    const none = waterfallFigures({ ...leakage, disputed: '0', shortfall: '150' }, 1n);
    expect(verticalWaterfall(none, 960, 468).bars.find(({ bar }) => bar.step === 'disputed')?.height).toBe(0);
  });

  it('has room below zero where disbenefits outweigh', () => {
    const under = waterfallFigures({ ...leakage, shortfall: '800', realised: '-200' }, 1n);
    const { bars: placed, zero } = verticalWaterfall(under, 960, 468);
    const realised = placed.find(({ bar }) => bar.step === 'realised');
    expect(realised?.y).toBeCloseTo(zero, 6);
    expect(zero).toBeLessThan(468 - 44);
  });

  it('turns to rows where it is narrow, with room for words and figures', () => {
    const { bars: placed, height } = horizontalWaterfall(bars, 358, 100, 46);
    expect(height).toBe(12 * 32);
    for (const { x, width, label } of placed) {
      expect(x).toBeGreaterThanOrEqual(100);
      expect(x + width).toBeLessThanOrEqual(312.001);
      expect(label.x).toBeLessThanOrEqual(319);
    }
  });

  it('does not divide by nothing', () => {
    const none = Object.fromEntries(Object.keys(leakage).map((key) => [key, '0'])) as typeof leakage;
    for (const { y, height } of verticalWaterfall(waterfallFigures(none, 1n), 960, 468).bars) {
      expect([Number.isFinite(y), height]).toEqual([true, 0]);
    }
  });
});
