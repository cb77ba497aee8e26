import { Decimal, type DecimalValue } from '@hoest/quantities';

/** The index of one year in an estimate. */
export interface YearLevel {
  year: number;
  /** Above 0, any base: only the proportion between two years counts. */
  level: DecimalValue;
}

/** What is wrong with the level at this place of an estimate. */
export interface YearLevelFault {
  at: number;
  /** `gap`: the year before it is missing, although an earlier one is there. */
  code: 'repeated' | 'gap' | 'not_above_zero';
}

/** Faults of an estimate of the index; the order of its years does not matter. */
export function priceIndexFaults(levels: readonly YearLevel[]): YearLevelFault[] {
  const years = levels.map(({ year }) => year);
  const first = Math.min(...years);
  return levels.flatMap(({ year, level }, at): YearLevelFault[] => {
    if (!new Decimal(level).greaterThan(0)) return [{ at, code: 'not_above_zero' }];
    if (years.indexOf(year) !== at) return [{ at, code: 'repeated' }];
    return year > first && !years.includes(year - 1) ? [{ at, code: 'gap' }] : [];
  });
}

/** A year of the index with its rise. */
export interface YearChange {
  year: number;
  level: string;
  /** Rise since the year before as a ratio, 0.035 = 3.5 %, negative for a fall; null for the first year. */
  change: Decimal | null;
}

/** The years of an index in order, each with its rise since the year before. Source: domain rules, F8 */
export function yearlyChanges(levels: Readonly<Record<number, string>>): YearChange[] {
  return Object.keys(levels)
    .map(Number)
    .sort((a, b) => a - b)
    .map((year) => {
      const [level = '', before] = [levels[year], levels[year - 1]];
      return { year, level, change: before === undefined ? null : new Decimal(level).dividedBy(before).minus(1) };
    });
}
