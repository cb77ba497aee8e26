import type { ledgerRoutes, ResponseOf } from '@hoest/contracts';

export type CurveMonth = ResponseOf<typeof ledgerRoutes.readCurve>['items'][number];

/** The accumulated curve: the forecast leads on from the last month that came due, instead of lying over what is known. */
export function accumulated(months: readonly CurveMonth[]) {
  const last = months.findLastIndex(({ realisedToDate }) => realisedToDate !== null);
  return months.map(({ month, plannedToDate, realisedToDate, forecastToDate }, index) => ({
    month,
    planned: plannedToDate,
    realised: realisedToDate,
    forecast: index < last ? null : forecastToDate,
  }));
}
