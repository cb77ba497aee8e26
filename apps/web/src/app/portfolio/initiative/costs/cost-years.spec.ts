import type { CostLine } from '@hoest/contracts';
import { costSummary, costSums, costYears } from './cost-years';

const line = (over: Partial<CostLine>) =>
  ({
    year: 2026,
    kind: 'one_off',
    planMinor: null,
    forecastMinor: null,
    actualMinor: null,
    hours: null,
    currency: 'DKK',
    isChangeEffort: false,
    ...over,
  }) as CostLine;

describe('costs per year', () => {
  it('put undated lines last and keep hours and other currencies out of the sums', () => {
    const years = costYears(
      [
        line({ year: null, planMinor: '700' }),
        line({ year: 2027, planMinor: '100' }),
        line({ year: 2026, planMinor: '50', actualMinor: '0' }),
        line({ year: 2026, kind: 'internal_hours', planMinor: '999', hours: '37.5' }),
        line({ year: 2026, planMinor: '5', currency: 'GBP' }),
      ],
      'DKK',
    );
    expect(years.map(({ year }) => year)).toEqual([2026, 2027, null]);
    expect(years[0]).toMatchObject({ sums: { plan: 50n, forecast: null, actual: 0n }, hours: ['37.5'] });
    expect(years[0]?.lines).toHaveLength(3);
    expect(years[2]?.sums.plan).toBe(700n);
  });

  it('tell nothing stated from zero', () => {
    expect(costSums([], 'DKK')).toEqual({ plan: null, forecast: null, actual: null });
    expect(costSums([line({ planMinor: '0' })], 'DKK').plan).toBe(0n);
  });
});

describe('the summary of costs', () => {
  it('expects the plan where a line has no forecast, and counts change effort inside one-off', () => {
    const rows = costSummary(
      [
        line({ planMinor: '500', forecastMinor: '700' }),
        line({ planMinor: '100', isChangeEffort: true }),
        line({ kind: 'operation', planMinor: '400', forecastMinor: '400' }),
      ],
      'DKK',
    );
    expect(rows).toEqual([
      { row: 'oneOff', plan: 600n, expected: 800n, deviation: 200n, isLarge: true },
      { row: 'change', plan: 100n, expected: null, deviation: null, isLarge: false },
      { row: 'operation', plan: 400n, expected: 400n, deviation: 0n, isLarge: false },
      { row: 'total', plan: 1000n, expected: 1200n, deviation: 200n, isLarge: false },
    ]);
  });

  it('is empty without amounts', () => {
    expect(costSummary([line({ kind: 'internal_hours', hours: '10' })], 'DKK')).toEqual([]);
  });
});
