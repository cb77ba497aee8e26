import {
  type CalendarDate,
  Decimal,
  endOfMonth,
  laterDate,
  monthsBetween,
  roundPartsToWhole,
  startOfMonth,
} from '@hoest/quantities';
import { realisationRate } from './achievement';
import { achievementsOf, answerTo } from './measurements';
import { type BenefitMoneyFacts, openEnd } from './money-by-month';
import { moneyByMonth, type PoolFacts } from './pooled-money';
import { finalTarget, firstTarget, plannedShareAt, plannedValueAt } from './target-path';
import type { MonthStatus, Polarity } from './value-lists';

/** One month of a series. Values are exact decimals as text; money is whole minor units. */
export interface SeriesItem {
  /** First day of the month. */
  month: CalendarDate;
  /** Planned in the month (money) or at its end (unit); null = nothing is planned. */
  planned: string | null;
  /** Expected; equals `realised` where measured, 0 money where a due measurement is missing; null = cannot be said. */
  forecast: string | null;
  /** Null unless measured: a missing measurement is never drawn as 0. */
  realised: string | null;
  status: MonthStatus;
}

/** Sums over the whole plan, in minor units. */
export interface SeriesTotals {
  plannedMinor: bigint;
  realisedMinor: bigint;
  forecastMinor: bigint;
}

export type BenefitSeries =
  | { kind: 'money'; currency: string; items: SeriesItem[]; totals: SeriesTotals }
  | { kind: 'measure'; unit: string; items: SeriesItem[] };

type SeriesFacts = BenefitMoneyFacts & { polarity: Polarity };

/**
 * Planned, forecast and realised per month: in money for a monetised benefit that has money months (F22), else in the unit of
 * the lead measure. Plan as in `claimedByMonth`; to show a draft, pass it as `plan`.
 * Source: domain rules, F10, F12 (b), F22
 */
export function benefitSeries(benefit: SeriesFacts, asOf: CalendarDate, pool: PoolFacts | null = null): BenefitSeries {
  const money = moneySeries(benefit, asOf, pool);
  if (money.items.length > 0 || !benefit.measure) return money;
  return { kind: 'measure', unit: benefit.measure.unit, items: unitItems(benefit, asOf) };
}

/**
 * Money series. Forecast of the months not due yet = planned × realisation rate (F11) over the months that are due (measured, or
 * 0 where not measured), rounded together so that realised + forecast of the rest is F12 (b); with nothing planned in due
 * months there is no rate yet and the rest is expected as planned.
 */
function moneySeries(
  benefit: SeriesFacts,
  asOf: CalendarDate,
  pool: PoolFacts | null,
): Extract<BenefitSeries, { kind: 'money' }> {
  const months = moneyByMonth(benefit, asOf, pool);
  const due = months.filter(({ status }) => status !== 'not_due');
  const rest = months.filter(({ status }) => status === 'not_due');
  const result = realisationRate(
    due.map(({ plannedMinor }) => plannedMinor.toString()),
    due.map(({ realisedMinor }) => realisedMinor.toString()),
  );
  const rate = result.kind === 'rate' ? result.rate : new Decimal(1);
  const expected = roundPartsToWhole(rest.map(({ plannedMinor }) => rate.times(plannedMinor.toString())));
  const forecasts = new Map(rest.map(({ month }, position) => [month, expected[position] ?? 0n]));
  const forecastOf = (month: (typeof months)[number]) => forecasts.get(month.month) ?? month.realisedMinor;
  const total = (values: bigint[]) => values.reduce((sum, value) => sum + value, 0n);
  return {
    kind: 'money',
    currency: benefit.currency,
    items: months.map((month) => ({
      month: month.month,
      planned: month.plannedMinor.toString(),
      forecast: forecastOf(month).toString(),
      realised: month.status === 'measured' ? month.realisedMinor.toString() : null,
      status: month.status,
    })),
    totals: {
      plannedMinor: total(months.map(({ plannedMinor }) => plannedMinor)),
      realisedMinor: total(months.map(({ realisedMinor }) => realisedMinor)),
      forecastMinor: total(months.map(forecastOf)),
    },
  };
}

const written = (value: Decimal) => value.toSignificantDigits(12).toFixed();

/**
 * Series in the measure's unit. Planned = F10 at month end; a measured value stands for every month of its obligation's period.
 * Forecast of the others: the plan's way from the baseline, scaled by how far the latest measurement is along it (achievement /
 * planned share on its day); as planned while nothing can be compared.
 */
function unitItems(benefit: SeriesFacts, asOf: CalendarDate): SeriesItem[] {
  const { plan, measure, obligations, measurements } = benefit;
  const points = plan?.points ?? [];
  const path = {
    points,
    interpolation: plan?.interpolation ?? ('linear' as const),
    baselineValue: plan?.baselineValue ?? benefit.baselineNow,
  };
  const values = new Map<CalendarDate, Decimal>();
  const statuses = new Map<CalendarDate, MonthStatus>();
  for (const obligation of [...obligations].sort((a, b) => (a.periodEnd > b.periodEnd ? -1 : 1))) {
    const answer = answerTo(obligation, measurements, asOf);
    const notDue = obligation.waivedReason !== null || obligation.graceUntil > asOf;
    for (const month of monthsBetween(obligation.periodStart, obligation.periodEnd)) {
      if (answer) values.set(month, new Decimal(answer.value));
      else values.delete(month);
      statuses.set(month, answer ? 'measured' : notDue ? 'not_due' : 'not_measured');
    }
  }
  const [first, final] = [firstTarget(points), finalTarget(points)];
  const months = new Set(values.keys());
  if (first && final) {
    const open = openEnd(final.dueOn, measure?.trackUntil ?? null);
    const start = plan?.startsOn ? laterDate(plan.startsOn, first.dueOn) : first.dueOn;
    for (const month of monthsBetween(start, plan?.endsOn ?? open)) months.add(startOfMonth(month));
  }
  const latest = achievementsOf(path, measurements, asOf).at(-1);
  const along = latest && plannedShareAt(path, latest.on);
  const pace = latest && along?.kind === 'share' && !along.share.isZero() ? latest.ratio.dividedBy(along.share) : null;
  return [...months].sort().map((month) => {
    const planned = plannedValueAt(points, endOfMonth(month), path.interpolation);
    const value = values.get(month);
    const target = planned.kind === 'planned' ? planned.value : null;
    const base = path.baselineValue;
    const expected = target && pace && base !== null ? target.minus(base).times(pace).plus(base) : target;
    const forecast = value ?? expected;
    return {
      month,
      planned: target && written(target),
      forecast: forecast && written(forecast),
      realised: value ? written(value) : null,
      status: statuses.get(month) ?? 'not_due',
    };
  });
}
