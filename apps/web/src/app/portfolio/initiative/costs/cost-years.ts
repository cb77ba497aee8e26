import type { CostLine } from '@hoest/contracts';

/** Sums of amounts in minor units; null = no line states any. */
export interface CostSums {
  plan: bigint | null;
  forecast: bigint | null;
  actual: bigint | null;
}

/** The lines of one year; null = undated: a total without a year. */
export interface CostYear {
  year: number | null;
  lines: readonly CostLine[];
  sums: CostSums;
  /** Internal hours of the year as exact decimals; they are in no sum. */
  hours: readonly string[];
}

type Amounts = Pick<CostLine, 'planMinor' | 'forecastMinor' | 'actualMinor' | 'kind' | 'currency'>;

const sum = (amounts: readonly (string | null)[]) => {
  const stated = amounts.filter((amount) => amount !== null);
  return stated.length === 0 ? null : stated.reduce((total, amount) => total + BigInt(amount), 0n);
};

/** Money lines in the currency; hours are work that is not paid again, and other currencies are never added. */
const money = <Line extends Amounts>(lines: readonly Line[], currency: string) =>
  lines.filter((line) => line.kind !== 'internal_hours' && line.currency === currency);

/** Plan, forecast and actual as they are stated. */
export function costSums(lines: readonly Amounts[], currency: string): CostSums {
  const own = money(lines, currency);
  return {
    plan: sum(own.map(({ planMinor }) => planMinor)),
    forecast: sum(own.map(({ forecastMinor }) => forecastMinor)),
    actual: sum(own.map(({ actualMinor }) => actualMinor)),
  };
}

/** Lines by year, earliest first, undated last; inside a year in the order given. */
export function costYears(lines: readonly CostLine[], currency: string): CostYear[] {
  const years = [...new Set(lines.map(({ year }) => year))].sort((a, b) => (a ?? Infinity) - (b ?? Infinity));
  return years.map((year) => {
    const own = lines.filter((line) => line.year === year);
    return {
      year,
      lines: own,
      sums: costSums(own, currency),
      hours: own.flatMap(({ kind, hours }) => (kind === 'internal_hours' && hours !== null ? [hours] : [])),
    };
  });
}

/** One row of the summary: plan against what is expected now. */
export interface CostSummaryRow {
  row: 'oneOff' | 'change' | 'operation' | 'total';
  plan: bigint | null;
  /** Forecast, and where a line has none its plan; null when nothing is forecast at all. */
  expected: bigint | null;
  /** Expected minus plan; null when either is unknown. */
  deviation: bigint | null;
  /** Whether more is expected than planned by over a quarter. */
  isLarge: boolean;
}

/** What an initiative costs in short: one-off, of which change effort, operation, total. Rows nobody states are left out. */
export function costSummary(
  lines: readonly (Amounts & Pick<CostLine, 'isChangeEffort'>)[],
  currency: string,
): CostSummaryRow[] {
  const own = money(lines, currency);
  const row = (name: CostSummaryRow['row'], of: readonly Amounts[]): CostSummaryRow => {
    const plan = sum(of.map(({ planMinor }) => planMinor));
    const forecast = of.some(({ forecastMinor }) => forecastMinor !== null);
    const expected = forecast ? sum(of.map(({ forecastMinor, planMinor }) => forecastMinor ?? planMinor)) : null;
    const deviation = plan === null || expected === null ? null : expected - plan;
    return { row: name, plan, expected, deviation, isLarge: deviation !== null && deviation * 4n > (plan ?? 0n) };
  };
  const rows = [
    row(
      'oneOff',
      own.filter(({ kind }) => kind === 'one_off'),
    ),
    row(
      'change',
      own.filter(({ isChangeEffort }) => isChangeEffort),
    ),
    row(
      'operation',
      own.filter(({ kind }) => kind === 'operation'),
    ),
  ].filter(({ plan, expected }) => plan !== null || expected !== null);
  return rows.length === 0 ? [] : [...rows, row('total', own)];
}
