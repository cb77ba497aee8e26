import { Decimal } from '@hoest/quantities';

/** One year while an estimate is typed. */
export interface DraftYear {
  year: number;
  /** Null = not typed yet. */
  level: string | null;
}

/** Decimals an index level keeps when it follows from a rise. */
const LEVEL_DECIMALS = 4;

/** Years a first estimate starts with: from this many before today's to this many after. */
const YEARS_BEFORE = 2;
const YEARS_AFTER = 4;

/** What a new estimate starts from: the years of the one in force, or empty years round today with 100 in the first. */
export function startingYears(levels: readonly { year: number; level: string }[], today: string): DraftYear[] {
  if (levels.length > 0) return levels.map(({ year, level }) => ({ year, level }));
  const first = Number(today.slice(0, 4)) - YEARS_BEFORE;
  return Array.from({ length: YEARS_BEFORE + YEARS_AFTER + 1 }, (_, after) => ({
    year: first + after,
    level: after === 0 ? '100' : null,
  }));
}

/** Rise of the year at a place since the one before, as a ratio; null where either is not there. */
export function riseAt(years: readonly DraftYear[], at: number): string | null {
  const [level, before] = [years[at]?.level ?? null, years[at - 1]?.level ?? null];
  if (level === null || before === null || !new Decimal(before).greaterThan(0)) return null;
  return new Decimal(level).dividedBy(before).minus(1).toDecimalPlaces(6).toFixed();
}

/** The years with another level at a place. Later years stay as typed. */
export function withLevel(years: readonly DraftYear[], at: number, level: string | null): DraftYear[] {
  return years.map((one, place) => (place === at ? { ...one, level } : one));
}

/** The years with the level at a place that follows from a rise since the year before; unchanged where that has no level. */
export function withRise(years: readonly DraftYear[], at: number, rise: string | null): DraftYear[] {
  const before = years[at - 1]?.level ?? null;
  if (rise === null || before === null) return [...years];
  const level = new Decimal(before).times(new Decimal(rise).plus(1)).toDecimalPlaces(LEVEL_DECIMALS).toFixed();
  return withLevel(years, at, level);
}

/** One more year at the end. */
export function withNextYear(years: readonly DraftYear[]): DraftYear[] {
  return [...years, { year: (years.at(-1)?.year ?? 0) + 1, level: null }];
}
