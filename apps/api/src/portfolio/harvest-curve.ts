import { realisationRate } from '@hoest/benefits';
import type { MoneyMonth } from '@hoest/persistence';
import { type CalendarDate, Decimal, monthsBetween, roundToWhole } from '@hoest/quantities';

/** One month of the curve, accumulated from its first month; minor units. */
export interface CurvePoint {
  month: CalendarDate;
  planned: bigint;
  /** Null after the latest month that is due. */
  realised: bigint | null;
  /** Null before it, and everywhere when nothing is due. */
  forecast: bigint | null;
}

/**
 * Promised, realised and expected money, accumulated. What has not come due – also of months gone by – is expected to
 * come in at the realisation rate so far (F12 b); the forecast starts at what is realised.
 * @param months months with money, in order
 * Source: domain rules, F11, F12
 */
export function harvestCurve(months: readonly MoneyMonth[], first: CalendarDate, last: CalendarDate): CurvePoint[] {
  const byMonth = new Map(months.map((month) => [month.month, month]));
  const latestDue = months.findLast(({ isDue }) => isDue)?.month ?? null;
  const rate = rateSoFar(months);
  let [planned, realised, open] = [0n, 0n, 0n];
  return monthsBetween(first, last).map((month) => {
    const money = byMonth.get(month);
    planned += BigInt(money?.planned ?? 0);
    realised += BigInt(money?.realised ?? 0);
    open += BigInt(money?.planned ?? 0) - BigInt(money?.plannedDue ?? 0);
    const expected = rate && new Decimal(realised.toString()).plus(rate.times(open.toString()));
    const isPast = latestDue !== null && month <= latestDue;
    return {
      month,
      planned,
      realised: isPast ? realised : null,
      forecast: month === latestDue ? realised : isPast || !expected ? null : roundToWhole(expected),
    };
  });
}

/** Realised of planned over everything due; null while nothing is, or nothing was planned. */
function rateSoFar(months: readonly MoneyMonth[]): Decimal | null {
  const due = months.filter(({ isDue }) => isDue);
  const rate = realisationRate(
    due.map(({ plannedDue }) => plannedDue),
    due.map(({ realised }) => realised),
  );
  return rate.kind === 'not-computable' ? null : rate.rate;
}

/**
 * Money a year brings in: realised, and for what is not due yet the forecast – the plan itself while there is no rate.
 * The difference of the curve at the ends of two years, so that the two never disagree.
 */
export function benefitOfYear(curve: readonly CurvePoint[], year: number): bigint {
  const atEndOf = (which: number) => {
    const point = curve.findLast(({ month }) => month <= `${which}-12-01`);
    return point ? (point.realised ?? point.forecast ?? point.planned) : 0n;
  };
  return atEndOf(year) - atEndOf(year - 1);
}
