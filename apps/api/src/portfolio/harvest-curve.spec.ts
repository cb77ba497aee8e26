import type { MoneyMonth } from '@hoest/persistence';
import * as fc from 'fast-check';
import { benefitOfYear, harvestCurve } from './harvest-curve';

const month = (name: string, planned: number, realised: number | null): MoneyMonth => ({
  month: name,
  planned: String(planned),
  plannedDue: realised === null ? '0' : String(planned),
  realised: String(realised ?? 0),
  isDue: realised !== null,
});

describe('the curve of the harvest', () => {
  it('accumulates, and forecasts the rest of the plan at the rate so far (F11, F12 b)', () => {
    const curve = harvestCurve(
      [
        month('2025-01-01', 100, 80),
        month('2025-02-01', 200, 150),
        month('2025-03-01', 300, 270),
        month('2025-04-01', 300, 260),
        month('2025-05-01', 900, null),
      ],
      '2025-01-01',
      '2025-05-01',
    );
    expect(curve).toEqual([
      { month: '2025-01-01', planned: 100n, realised: 80n, forecast: null },
      { month: '2025-02-01', planned: 300n, realised: 230n, forecast: null },
      { month: '2025-03-01', planned: 600n, realised: 500n, forecast: null },
      { month: '2025-04-01', planned: 900n, realised: 760n, forecast: 760n },
      { month: '2025-05-01', planned: 1800n, realised: null, forecast: 1520n },
    ]);
  });

  it('expects what is late in coming due as well', () => {
    const late: MoneyMonth = { month: '2025-01-01', planned: '300', plannedDue: '100', realised: '50', isDue: true };
    const curve = harvestCurve([late], '2025-01-01', '2025-02-01');
    expect(curve.map(({ realised, forecast }) => [realised, forecast])).toEqual([
      [50n, 50n],
      [null, 150n],
    ]);
  });

  it('forecasts nothing while nothing is due', () => {
    const curve = harvestCurve([month('2025-02-01', 100, null)], '2025-01-01', '2025-03-01');
    expect(curve.map(({ planned, realised, forecast }) => [planned, realised, forecast])).toEqual([
      [0n, null, null],
      [100n, null, null],
      [100n, null, null],
    ]);
    expect(benefitOfYear(curve, 2025)).toBe(100n);
  });

  it('gives each year what the curve grows in it', () => {
    const curve = harvestCurve(
      [month('2024-06-01', 100, 50), month('2025-06-01', 100, 50), month('2026-06-01', 200, null)],
      '2024-01-01',
      '2026-12-01',
    );
    expect([2023, 2024, 2025, 2026].map((year) => benefitOfYear(curve, year))).toEqual([0n, 50n, 50n, 100n]);
  });

  it('ends at realised plus the open plan times the rate, whatever the months are', () => {
    const amount = fc.integer({ min: -1_000_000, max: 1_000_000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(amount, amount), { minLength: 1, maxLength: 12 }), fc.nat(12), (pairs, due) => {
        const months = pairs.map(([planned, realised], index) =>
          month(`2025-${String(index + 1).padStart(2, '0')}-01`, planned, index < due ? realised : null),
        );
        const curve = harvestCurve(months, '2025-01-01', '2025-12-01');
        const last = curve.at(-1);
        expect(last?.planned).toBe(pairs.reduce((sum, [planned]) => sum + BigInt(planned), 0n));
        const realisedToDate = pairs.slice(0, due).reduce((sum, [, realised]) => sum + BigInt(realised), 0n);
        const shown = curve.filter(({ realised }) => realised !== null).at(-1);
        if (due > 0) expect(shown?.realised).toBe(realisedToDate);
      }),
    );
  });
});
