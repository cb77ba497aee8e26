import type { benefitRoutes, ResponseOf } from '@hoest/contracts';
import { type CalendarDate, Decimal } from '@hoest/quantities';
import type { ChartSeries, ChartTable } from '@hoest/ui';

export type Series = ResponseOf<typeof benefitRoutes.readSeries>;
type Item = Series['items'][number];

export interface SeriesWords {
  planned: string;
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
export function seriesLines({ items }: Series, words: SeriesWords): ChartSeries[] {
  const points = (value: (item: Item) => string | null) =>
    items.map((item) => ({ date: item.month, value: value(item) }));
  const last = items.findLastIndex(({ status }) => status === 'measured');
  const lines: ChartSeries[] = [
    { id: 'planned', name: words.planned, kind: 'plan', points: points(({ planned }) => planned), markers: false },
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

/** The same numbers as a table: a month nobody measured says so instead of showing a nought or nothing. */
export function seriesRows({ items }: Series, words: SeriesWords): ChartTable {
  const written = (value: string | null) => (value === null ? '' : words.format(value));
  return {
    columns: [words.month, words.planned, words.forecast, words.realised, words.status],
    rows: items.map(({ month, planned, forecast, realised, status }) => [
      words.formatMonth(month),
      written(planned),
      written(forecast),
      realised === null ? words.statuses[status] : words.format(realised),
      words.statuses[status],
    ]),
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
