import { moneyYears } from './money-figures';
import { runningFigures } from './running-figures';

describe('money out and in', () => {
  it('has columns that add up as shown', () => {
    const [year] = moneyYears(
      [{ year: 2026, oneOff: '3832200000', operation: '824400000', benefit: '2408679378', isForecast: true }],
      10_000_000n,
    );
    expect(year).toEqual({
      year: 2026,
      isForecast: true,
      benefit: 2_410_000_000n,
      oneOff: 3_830_000_000n,
      operation: 830_000_000n,
      net: -2_250_000_000n,
    });
  });
});

describe('what runs', () => {
  const figures = runningFigures([
    { unitId: 'a', unitName: 'A', counts: { idea: 1, analysis: 1, proposed: 2, executing: 5, closed: 9, rejected: 1 } },
    { unitId: 'b', unitName: 'B', counts: { realising: 1, on_hold: 1 } },
  ]);

  it('counts those on their way, and leaves the ended ones out', () => {
    expect(figures.total).toBe(11);
    expect(figures.rows[0]?.cells.map(({ count }) => count)).toEqual([1, 3, 5, 0, 0]);
    expect(figures.totals.map(({ count }) => count)).toEqual([1, 3, 5, 1, 1]);
  });

  it('gives no heat to none, and most to the largest', () => {
    expect(figures.rows[0]?.cells.map(({ heat }) => heat)).toEqual([1, 2, 3, 0, 0]);
  });
});
