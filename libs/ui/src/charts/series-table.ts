import type { CalendarDate, DecimalValue } from '@hoest/quantities';
import type { ChartBand, ChartSeries, ChartTable } from './chart-data';

/** The numbers of a line chart as a table: one row per date, one column per series; an empty cell = no value there. */
export function seriesTable(
  series: readonly ChartSeries[],
  options: {
    dateHeading: string;
    formatDate: (date: CalendarDate) => string;
    format: (value: DecimalValue) => string;
    band?: ChartBand;
  },
): ChartTable {
  const dates = [
    ...new Set([
      ...series.flatMap(({ points }) => points.map(({ date }) => date)),
      ...(options.band?.points.map(({ date }) => date) ?? []),
    ]),
  ].sort();
  const valueOf = (one: ChartSeries, date: CalendarDate) =>
    one.points.find((point) => point.date === date)?.value ?? null;
  const rows = dates.map((date) => {
    const values = series
      .map((one) => valueOf(one, date))
      .map((value) => (value === null ? '' : options.format(value)));
    const interval = options.band?.points.find((point) => point.date === date);
    return [
      options.formatDate(date),
      ...values,
      ...(options.band ? [interval ? `${options.format(interval.low)}–${options.format(interval.high)}` : ''] : []),
    ];
  });
  return {
    columns: [options.dateHeading, ...series.map(({ name }) => name), ...(options.band ? [options.band.name] : [])],
    rows,
  };
}
