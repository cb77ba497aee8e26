import { ladderYears } from './ladder-sums';

const entry = (year: number, rung: 'quality_assured' | 'budgeted', amountMinor: string, currency = 'DKK') => ({
  year,
  rung,
  amountMinor,
  currency,
});

describe('the rungs of a benefit', () => {
  it('add up per year, latest first, reversals subtracted', () => {
    const years = ladderYears([
      entry(2025, 'quality_assured', '700'),
      entry(2026, 'quality_assured', '900'),
      entry(2026, 'budgeted', '400'),
      entry(2026, 'budgeted', '-400'),
    ]);
    expect(
      years.map(({ year, amounts, reached }) => [year, amounts.quality_assured, amounts.budgeted, reached]),
    ).toEqual([
      [2026, 900n, 0n, 1],
      [2025, 700n, 0n, 1],
    ]);
  });

  it('never add currencies together, and stand on none when all is reversed', () => {
    const years = ladderYears([
      entry(2026, 'quality_assured', '9'),
      entry(2026, 'quality_assured', '5', 'EUR'),
      entry(2026, 'quality_assured', '-9'),
    ]);
    expect(years.map(({ currency, reached }) => [currency, reached])).toEqual([
      ['DKK', 0],
      ['EUR', 1],
    ]);
  });
});
