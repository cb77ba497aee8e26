import { priceIndexFaults, yearlyChanges } from './price-index';

describe('an estimate of the price and wage index', () => {
  it('is whole when its years follow each other, in whatever order they are given', () => {
    const years = [
      { year: 2026, level: '107.1225' },
      { year: 2024, level: '100' },
      { year: 2025, level: '103.5' },
    ];
    expect(priceIndexFaults(years)).toEqual([]);
    expect(priceIndexFaults([])).toEqual([]);
  });

  it('names the place of a year that is missing, given twice or not above 0', () => {
    const levels = ['100', '0', '101', '104', '-1'].map((level, at) => ({
      year: [2024, 2025, 2024, 2027, 2028][at] ?? 0,
      level,
    }));
    expect(priceIndexFaults(levels)).toEqual([
      { at: 1, code: 'not_above_zero' },
      { at: 2, code: 'repeated' },
      { at: 3, code: 'gap' },
      { at: 4, code: 'not_above_zero' },
    ]);
  });

  it('is read with the rise of every year (F8)', () => {
    const changes = yearlyChanges({ 2026: '107.1225', 2024: '100', 2025: '103.5' });
    expect(changes.map(({ year, level, change }) => [year, level, change?.toString() ?? null])).toEqual([
      [2024, '100', null],
      [2025, '103.5', '0.035'],
      [2026, '107.1225', '0.035'],
    ]);
  });
});
