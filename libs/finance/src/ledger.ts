import type { CalendarDate } from '@hoest/quantities';
import { disputedOf, type Leakage, leakageOf, sumLeakage } from './leakage';
import { NO_AMOUNTS, type Rung, type RungAmounts, RUNGS } from './ladder';
import { spreadOverMonths } from './spread';

/** Money of one benefit in one month, already in the price level that is asked for; magnitudes in minor units. */
export interface LedgerMonthFacts {
  month: CalendarDate;
  planned: bigint;
  realised: bigint;
  status: 'measured' | 'not_measured' | 'not_due';
  /** Whether the month has come due at the day of the ledger: only then is its money missing when it is not there. */
  due: boolean;
  /** Due although nothing could come: the initiative was not live at the end of the month and nobody measured. */
  delayed: boolean;
}

/** An amount about some months of the year on a rung, or in dispute. */
export interface LedgerAmount {
  /** `disputed` = reported and not accepted by finance. */
  rung: Rung | 'disputed';
  monthFrom: CalendarDate;
  monthTo: CalendarDate;
  amountMinor: bigint;
}

export interface LedgerFacts {
  polarity: 1 | -1;
  /** Months of the year, in any order; a month that is missing has no money. */
  months: readonly LedgerMonthFacts[];
  /** Entries and open disputes of the year; reversals are negative. */
  amounts: readonly LedgerAmount[];
  /** Last month that counts on the rungs; null = none of the year has ended. */
  through: CalendarDate | null;
  /** What an amount of the ladder is in the price level asked for; whole minor units. */
  inLevel?: (amountMinor: bigint) => bigint;
}

/** One line of the ledger, signed by polarity, minor units. */
export interface LedgerLine {
  /** Of the whole year, come due or not. */
  plannedYear: bigint;
  /** Come due. */
  planned: bigint;
  /** Measured, without what is disputed; above the plan too. */
  realised: bigint;
  disputed: bigint;
  surplus: bigint;
  /** Validated on each rung up to `through`, as entered. */
  qualityAssured: bigint;
  budgeted: bigint;
  takenOut: bigint;
  confirmed: bigint;
  /** Validated on each rung for the whole year, as entered. */
  year: RungAmounts;
  /** Realised − planned. */
  variance: bigint;
  /** The nine steps of this benefit alone. */
  leakage: Leakage;
}

type Column = Rung | 'disputed';

/** Amounts of the ladder per month and column, each part converted on its own, so that every sum is the sum of its parts. */
export function amountsByMonth(
  amounts: readonly LedgerAmount[],
  inLevel: (amountMinor: bigint) => bigint = (amount) => amount,
): Map<CalendarDate, Record<Column, bigint>> {
  const exact = new Map<CalendarDate, Record<Column, bigint>>();
  for (const amount of amounts) {
    for (const { month, amountMinor } of spreadOverMonths(amount.amountMinor, amount.monthFrom, amount.monthTo)) {
      const columns = exact.get(month) ?? { ...NO_AMOUNTS, disputed: 0n };
      columns[amount.rung] += amountMinor;
      exact.set(month, columns);
    }
  }
  for (const columns of exact.values()) {
    for (const column of Object.keys(columns) as Column[]) columns[column] = inLevel(columns[column]);
  }
  return exact;
}

const total = <Item>(items: Iterable<Item>, of: (item: Item) => bigint): bigint => {
  let sum = 0n;
  for (const item of items) sum += of(item);
  return sum;
};

/**
 * The line of one benefit in one year. Order of months and amounts does not matter.
 * Source: domain rules, F23 and section 4
 */
export function ledgerLine(facts: LedgerFacts): LedgerLine {
  const sign = BigInt(facts.polarity);
  const { through } = facts;
  const byMonth = amountsByMonth(facts.amounts, facts.inLevel);
  const counting = [...byMonth].filter(([month]) => through !== null && month <= through).map(([, columns]) => columns);
  const upTo = (column: Column) => total(counting, (columns) => columns[column]);
  const due = facts.months.filter((month) => month.due);
  const measured = due.filter(({ status }) => status === 'measured');
  const realised = total(measured, (month) => month.realised);
  const leakage = leakageOf({
    polarity: facts.polarity,
    delayed: total(due, (month) => (month.delayed ? month.planned : 0n)),
    notMeasured: total(due, (month) => (!month.delayed && month.status !== 'measured' ? month.planned : 0n)),
    measured: total(measured, (month) => month.planned),
    realised,
    disputed: upTo('disputed'),
    budgeted: upTo('budgeted'),
    takenOut: upTo('taken_out'),
    confirmed: upTo('confirmed'),
  });
  const year = Object.fromEntries(
    RUNGS.map((rung) => [rung, sign * total(byMonth.values(), (columns) => columns[rung])]),
  ) as RungAmounts;
  const accepted = leakage.realised + leakage.surplus;
  return {
    plannedYear: sign * total(facts.months, (month) => month.planned),
    planned: leakage.promised,
    realised: accepted,
    disputed: leakage.disputed,
    surplus: leakage.surplus,
    qualityAssured: sign * upTo('quality_assured'),
    budgeted: sign * upTo('budgeted'),
    takenOut: sign * upTo('taken_out'),
    confirmed: sign * upTo('confirmed'),
    year,
    variance: accepted - leakage.promised,
    leakage,
  };
}

/**
 * What was measured of each month that has come due, without what finance disputes; signed, minor units. Adds up to the line's
 * `realised`: a dispute takes back no more than was measured up to its month. Order of months and amounts does not matter.
 * Source: domain rules, F23
 */
export function acceptedByMonth(facts: LedgerFacts): Map<CalendarDate, bigint> {
  const { through } = facts;
  const disputed = amountsByMonth(facts.amounts, facts.inLevel);
  const measured = new Map(
    facts.months.filter(({ due, status }) => due && status === 'measured').map((one) => [one.month, one.realised]),
  );
  const months = [...new Set([...measured.keys(), ...disputed.keys()])].sort();
  const accepted = new Map<CalendarDate, bigint>();
  let [realised, inDispute, before] = [0n, 0n, 0n];
  for (const month of months) {
    realised += measured.get(month) ?? 0n;
    if (through !== null && month <= through) inDispute += disputed.get(month)?.disputed ?? 0n;
    const upTo = realised - disputedOf(inDispute, realised);
    accepted.set(month, BigInt(facts.polarity) * (upTo - before));
    before = upTo;
  }
  return accepted;
}

const SUMMED = [
  'plannedYear',
  'planned',
  'realised',
  'disputed',
  'surplus',
  'qualityAssured',
  'budgeted',
  'takenOut',
  'confirmed',
  'variance',
] as const satisfies readonly (keyof LedgerLine)[];

/** What lines add up to, column by column. */
export function sumLines(lines: readonly LedgerLine[]): LedgerLine {
  const sums = Object.fromEntries(SUMMED.map((key) => [key, total(lines, (line) => line[key])])) as Pick<
    LedgerLine,
    (typeof SUMMED)[number]
  >;
  const year = Object.fromEntries(RUNGS.map((rung) => [rung, total(lines, (line) => line.year[rung])])) as RungAmounts;
  return { ...sums, year, leakage: sumLeakage(lines.map(({ leakage }) => leakage)) };
}
