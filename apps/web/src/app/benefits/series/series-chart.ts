import type { benefitRoutes, ResponseOf } from '@hoest/contracts';
import { type CalendarDate, Decimal } from '@hoest/quantities';
import type { ChartSeries, ChartTable } from '@hoest/ui';

export type Series = ResponseOf<typeof benefitRoutes.readSeries>;
type Item = Series['items'][number];

export interface SeriesWords {
  planned: string;
  /** The re-baselined plan. */
  rebaselined: string;
  forecast: string;
  realised: string;
  month: string;
  status: string;
  statuses: Record<Item['status'], string>;
  formatMonth: (month: CalendarDate) => string;
  /** A figure of the series with as many decimals as it has to be read with. */
  format: (value: string) => string;
}

/** Planned, realised and forecast as lines; the forecast only from the last measured month on, where it says something new. */
export function seriesLines({ items, rebaselined }: Series, words: SeriesWords): ChartSeries[] {
  const points = (value: (item: Item) => string | null) =>
    items.map((item) => ({ date: item.month, value: value(item) }));
  const last = items.findLastIndex(({ status }) => status === 'measured');
  const lines: ChartSeries[] = [
    { id: 'planned', name: words.planned, kind: 'plan', points: points(({ planned }) => planned), markers: false },
    {
      id: 'rebaselined',
      name: words.rebaselined,
      kind: 'proposal',
      points: (rebaselined?.items ?? []).map(({ month, planned }) => ({ date: month, value: planned })),
      markers: false,
    },
    {
      id: 'forecast',
      name: words.forecast,
      kind: 'forecast',
      points: items.map(({ month, forecast }, index) => ({ date: month, value: index >= last ? forecast : null })),
      markers: false,
    },
    { id: 'realised', name: words.realised, kind: 'own', points: points(({ realised }) => realised), markers: false },
  ];
  return lines.filter((line) => line.points.some(({ value }) => value !== null));
}

const BARE = { planned: null, forecast: null, realised: null, status: 'not_due' } as const;

/** The same numbers as a table: a month nobody measured says so instead of showing a nought or nothing. */
export function seriesRows({ items, rebaselined }: Series, words: SeriesWords): ChartTable {
  const written = (value: string | null) => (value === null ? '' : words.format(value));
  const beside = new Map(rebaselined?.items.map(({ month, planned }) => [month, planned]));
  const known = new Map(items.map((item) => [item.month, item]));
  // The re-baselined plan may run on where the frozen one has ended.
  const months = [...new Set([...known.keys(), ...beside.keys()])].sort();
  return {
    columns: [
      words.month,
      words.planned,
      ...(rebaselined ? [words.rebaselined] : []),
      words.forecast,
      words.realised,
      words.status,
    ],
    rows: months.map((month) => {
      const { planned, forecast, realised, status } = known.get(month) ?? BARE;
      return [
        words.formatMonth(month),
        written(planned),
        ...(rebaselined ? [written(beside.get(month) ?? null)] : []),
        written(forecast),
        realised === null ? words.statuses[status] : words.format(realised),
        words.statuses[status],
      ];
    }),
  };
}

/** Sums up to today: what was planned, and what came of it; months that nobody measured count nothing and are counted. */
export function seriesToDate({ items, asOf }: Series): { planned: Decimal; realised: Decimal; notMeasured: number } {
  const sums = { planned: new Decimal(0), realised: new Decimal(0), notMeasured: 0 };
  for (const { month, planned, realised, status } of items) {
    if (month > asOf || status === 'not_due') continue;
    sums.planned = sums.planned.plus(planned ?? 0);
    sums.realised = sums.realised.plus(realised ?? 0);
    if (status === 'not_measured') sums.notMeasured += 1;
  }
  return sums;
}
