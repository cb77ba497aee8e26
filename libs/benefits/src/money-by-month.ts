import {
  type CalendarDate,
  Decimal,
  type DecimalValue,
  endOfMonth,
  fiscalYear,
  laterDate,
  monthsBetween,
  roundPartsToWhole,
  roundToWhole,
  splitByLargestRemainder,
  startOfMonth,
} from '@hoest/quantities';
import { type MoneyMeasureFacts, measurementWorth } from './measurement-worth';
import { answerTo, type MeasurementFacts } from './measurements';
import type { PlanFacts } from './plan';
import { finalTarget, firstTarget, plannedShareAt } from './target-path';
import type { MonthStatus } from './value-lists';

/** Years a promise without an end runs beyond its final target: the estimate years BO1–BO3 of a municipal budget. Source: domain rules, section 1 */
export const OPEN_PROMISE_YEARS = 3;

/** A period somebody owes a measurement for. */
export interface MoneyObligationFacts {
  id: string;
  periodStart: CalendarDate;
  periodEnd: CalendarDate;
  graceUntil: CalendarDate;
  waivedReason: string | null;
}

/** What the money of one benefit follows from. Lists in any order. */
export interface BenefitMoneyFacts {
  id: string;
  monetised: boolean;
  currency: string;
  /** As the benefit record has them now; used only while no plan is in force. */
  attribution: DecimalValue;
  startsOn: CalendarDate | null;
  endsOn: CalendarDate | null;
  /** `planInForce`, with baseline and path of the lead measure; null before approval. */
  plan: PlanFacts | null;
  /** `latestBaselineValue` of the lead measure; used where the plan has no baseline value. */
  baselineNow: DecimalValue | null;
  /** `leadMeasure`; null without measures. */
  measure: MoneyMeasureFacts | null;
  obligations: readonly MoneyObligationFacts[];
  measurements: readonly MeasurementFacts[];
}

/** Money of one month: magnitudes in minor units; the benefit's polarity gives the sign when they are summed. */
export interface BenefitMonth {
  /** First day of the month. */
  month: CalendarDate;
  plannedMinor: bigint;
  /** 0 unless `measured`; then it may be 0 or negative too. */
  realisedMinor: bigint;
  status: MonthStatus;
}

/** The terms the months are computed under. */
interface Terms {
  attribution: Decimal;
  fullYearMinor: Decimal | null;
  baseline: DecimalValue | null;
  plan: PlanFacts | null;
  /** Whether money is promised: a plan with a full-year value and at least one target point. */
  promised: boolean;
  firstMonth: CalendarDate | null;
  lastMonth: CalendarDate | null;
}

interface AnsweredPeriod {
  obligation: MoneyObligationFacts;
  /** Exact worth when so many months of the period count. */
  worth: (months: number) => Decimal;
}

/** Last day of a promise without an end: the later of `track_until` and the final target; without tracking, the open years after it. */
export function openEnd(finalTargetOn: CalendarDate, trackUntil: CalendarDate | null): CalendarDate {
  if (trackUntil) return laterDate(trackUntil, finalTargetOn);
  return `${fiscalYear(finalTargetOn) + OPEN_PROMISE_YEARS}-12-31`;
}

function termsOf(facts: BenefitMoneyFacts, answered: readonly AnsweredPeriod[]): Terms {
  const { plan } = facts;
  const source = plan ?? facts;
  const first = plan && firstTarget(plan.points);
  const final = plan && finalTarget(plan.points);
  const fullYearMinor = plan?.fullYearValueMinor == null ? null : new Decimal(plan.fullYearValueMinor.toString());
  const base = {
    attribution: new Decimal(source.attribution),
    fullYearMinor,
    baseline: plan?.baselineValue ?? facts.baselineNow,
    plan,
  };
  const { startsOn, endsOn } = source;
  if (!first || !final || fullYearMinor === null) {
    return {
      ...base,
      promised: false,
      firstMonth: startsOn && startOfMonth(startsOn),
      lastMonth: endsOn && startOfMonth(endsOn),
    };
  }
  const open = openEnd(final.dueOn, facts.measure?.trackUntil ?? null);
  const measuredTo = answered.reduce((last, { obligation }) => laterDate(last, obligation.periodEnd), open);
  return {
    ...base,
    promised: true,
    firstMonth: startOfMonth(startsOn ? laterDate(startsOn, first.dueOn) : first.dueOn),
    lastMonth: startOfMonth(endsOn ?? measuredTo),
  };
}

const counts = (terms: Terms, month: CalendarDate) =>
  (terms.firstMonth === null || month >= terms.firstMonth) && (terms.lastMonth === null || month <= terms.lastMonth);

/** The obligations whose answer can be turned into money. */
function answeredPeriods(facts: BenefitMoneyFacts, asOf: CalendarDate): AnsweredPeriod[] {
  const { measure, plan } = facts;
  if (!measure) return [];
  const terms = {
    currency: facts.currency,
    fullYearValueMinor: plan?.fullYearValueMinor ?? null,
    baseline: plan?.baselineValue ?? facts.baselineNow,
    target: (plan && finalTarget(plan.points)?.value) ?? null,
  };
  return facts.obligations.flatMap((obligation) => {
    const answer = answerTo(obligation, facts.measurements, asOf);
    if (!answer || measurementWorth(answer, measure, terms, 1) === null) return [];
    return [{ obligation, worth: (months) => measurementWorth(answer, measure, terms, months) ?? new Decimal(0) }];
  });
}

/** The obligation each month belongs to: of those whose period touches it, the one that ends first, then the lower id. */
function monthOwners(obligations: readonly MoneyObligationFacts[]): Map<CalendarDate, MoneyObligationFacts> {
  const endsFirst = [...obligations].sort((a, b) =>
    a.periodEnd === b.periodEnd ? (a.id < b.id ? -1 : 1) : a.periodEnd < b.periodEnd ? -1 : 1,
  );
  const owners = new Map<CalendarDate, MoneyObligationFacts>();
  for (const obligation of endsFirst) {
    for (const month of monthsBetween(obligation.periodStart, obligation.periodEnd)) {
      if (!owners.has(month)) owners.set(month, obligation);
    }
  }
  return owners;
}

/** Planned money of each promised month, whole minor units that add up per calendar year. */
function plannedByMonth(terms: Terms): Map<CalendarDate, bigint> {
  const { plan, fullYearMinor, firstMonth, lastMonth } = terms;
  const final = plan && finalTarget(plan.points);
  if (!terms.promised || !plan || !final || !fullYearMinor || !firstMonth || !lastMonth) return new Map();
  const months = monthsBetween(firstMonth, lastMonth);
  const exact = months.map((month) => {
    const planned = plannedShareAt({ ...plan, baselineValue: terms.baseline }, endOfMonth(month));
    // A path that says nothing about shares still carries the promise: nothing before the final target, everything from it on.
    const share = planned.kind === 'share' ? planned.share : new Decimal(endOfMonth(month) < final.dueOn ? 0 : 1);
    return { month, amount: fullYearMinor.times(terms.attribution).times(share).dividedBy(12) };
  });
  const planned = new Map<CalendarDate, bigint>();
  for (const year of new Set(months.map(fiscalYear))) {
    const ofYear = exact.filter(({ month }) => fiscalYear(month) === year);
    const whole = roundPartsToWhole(ofYear.map(({ amount }) => amount));
    ofYear.forEach(({ month }, position) => planned.set(month, whole[position] ?? 0n));
  }
  return planned;
}

/** Realised money of each measured month that counts; whole minor units that add up per obligation. */
function realisedByMonth(
  terms: Terms,
  answered: readonly AnsweredPeriod[],
  owners: ReadonlyMap<CalendarDate, MoneyObligationFacts>,
): Map<CalendarDate, bigint> {
  const realised = new Map<CalendarDate, bigint>();
  for (const { obligation, worth } of answered) {
    const months = monthsBetween(obligation.periodStart, obligation.periodEnd).filter(
      (month) => counts(terms, month) && owners.get(month) === obligation,
    );
    if (months.length === 0) continue;
    // 12 decimals first, so that a tie is a tie here and in SQL, however the division was cut.
    const whole = roundToWhole(worth(months.length).times(terms.attribution).toDecimalPlaces(12));
    const parts = splitByLargestRemainder(
      whole,
      months.map(() => 1),
    );
    months.forEach((month, position) => realised.set(month, parts[position] ?? 0n));
  }
  return realised;
}

/**
 * Money per month of one benefit before the pool (F22), oldest month first. `moneyByMonth` adds the pool (F14).
 *
 * **Terms.** Everything is taken from the plan in force at `asOf` (`planInForce`: frozen at go-live, else latest approved):
 * full-year value V (minor units), attribution A, start, end, path, baseline B (where the plan has none: the value of the
 * baseline recorded last among those with a value), final target F. Without a plan: A, start and end of the benefit record; V, path and F are unknown. Measure,
 * obligations and measurements are those of the lead measure. Not monetised ⇒ no months.
 *
 * **Promise.** Money is promised when the plan has V and at least one target point. Promised months run from the month of
 * the later of plan start and first target point, to the month of the plan's end; without an end to the month of the
 * later of the measure's `track_until` and the final target, without `track_until` to December of the final target's year + 3;
 * and, without an end, on to the last month of the latest period with a computable answer. Whole months always: a start in mid-month makes that month count.
 * planned = V · A · s / 12, s = (planned value at month end − B) / (F − B), unclipped; where B is unknown or F = B, s = 0 in months
 * that end before the final target's date and 1 from then on. Rounded together per calendar year (`roundPartsToWhole`, months in order).
 *
 * **Without promise** planned is 0 and a month appears only when it is measured and within start and end (each where given):
 * measured money is shown also where nobody promised any.
 *
 * **Which measurement.** A month belongs to the obligation whose period (whole months) touches it; of several the one that
 * ends first, then the lower id. An obligation is answered by the last current measurement naming it: not superseded by
 * any other, measured on or before `asOf`, latest `measured_on`, then higher id. Measurements that answer no obligation count nowhere.
 *
 * **Realised** of an answered obligation, n = its months that count and belong to it (n = 0: none):
 * - `amount`: value · 10^(decimals of the currency) – the whole period's amount, over its n months;
 * - `unit_saving` with volume, rate and unit before (`unit_before`, else B) known: (unit before − value) · volume · rate, with direction
 *   `up` (value − unit before); / 60 when the unit is one of `MINUTE_UNITS` – the whole period's saving, over its n months;
 * - else: n · V / 12 · (value − B) / (F − B), unclipped; not computable when V, B or F is unknown or F = B.
 * total = that × A, rounded to 12 decimals, then half to even to whole minor units; divided evenly over the n months, the units left
 * over go to the first months (`splitByLargestRemainder`; of a negative total the absolute value is divided and the sign turned).
 *
 * **Status.** `measured`: the month's obligation is answered and the worth computable. Otherwise realised is 0 and the month is
 * `not_due` when it belongs to no obligation, the obligation is waived, or `grace_until` > asOf; else `not_measured`.
 *
 * In SQL: divide once, last, on numerics cast to scale 30, and write half-to-even out (numeric `round` goes away from zero); then
 * both sides agree to the øre.
 * Source: domain rules, F22
 */
export function claimedByMonth(facts: BenefitMoneyFacts, asOf: CalendarDate): BenefitMonth[] {
  if (!facts.monetised) return [];
  const answered = answeredPeriods(facts, asOf);
  const terms = termsOf(facts, answered);
  const owners = monthOwners(facts.obligations);
  const planned = plannedByMonth(terms);
  const realised = realisedByMonth(terms, answered, owners);
  const months = [...new Set([...planned.keys(), ...realised.keys()])].sort();
  return months.map((month) => {
    const worth = realised.get(month);
    const owner = owners.get(month);
    const notDue = !owner || owner.waivedReason !== null || owner.graceUntil > asOf;
    const status = worth !== undefined ? 'measured' : notDue ? 'not_due' : 'not_measured';
    return { month, plannedMinor: planned.get(month) ?? 0n, realisedMinor: worth ?? 0n, status };
  });
}
