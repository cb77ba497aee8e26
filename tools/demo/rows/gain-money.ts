import {
  type BenefitMoneyFacts,
  type MeasurementFacts,
  moneyByMonth,
  type Polarity,
  type PoolFacts,
} from '@hoest/benefits';
import type { CalendarDate } from '@hoest/quantities';
import type { BenefitStory } from './benefit-rows';
import type { BuiltMeasure } from './measure-rows';
import type { DatedObligation } from './obligation-rows';
import { CURRENCY, minorOf, type StoryContext } from './story-context';
import type { Row } from './tables';

/** A gain in money of an initiative that is live, with what its money follows from. */
export interface Gain {
  benefit: BenefitStory;
  lead: BuiltMeasure;
}

/** What finance is told of one measurement: the money of its period, or by how much a correction changes it. */
export interface MeasuredMoney {
  measurement: Row<'measurement'>;
  obligation: DatedObligation;
  /** First and last month the money is about. */
  from: CalendarDate;
  to: CalendarDate;
  amountMinor: bigint;
}

/** Null where there is no money to follow: nothing promised, not live, or nothing to measure. */
export function gainOf(benefit: BenefitStory, measures: readonly BuiltMeasure[]): Gain | null {
  const [lead] = measures;
  const isFollowed =
    benefit.spec.value !== undefined && benefit.approvedOn !== null && benefit.timeline.goLiveActual !== null;
  return lead && isFollowed ? { benefit, lead } : null;
}

export function measurementFacts(rows: readonly Row<'measurement'>[]): MeasurementFacts[] {
  return rows.map((row) => ({
    id: String(row.id),
    obligationId: row.obligation_id === null ? null : String(row.obligation_id),
    measuredOn: String(row.measured_on),
    value: String(row.value),
    volume: row.volume === null ? null : String(row.volume),
    supersedesId: row.supersedes_id === null ? null : String(row.supersedes_id),
  }));
}

function moneyFacts({ benefit, lead }: Gain): BenefitMoneyFacts & { polarity: Polarity } {
  const { spec, timeline } = benefit;
  const attribution = (spec.attribution ?? 1).toFixed(4);
  const { row } = lead;
  return {
    id: benefit.id,
    monetised: true,
    currency: CURRENCY,
    polarity: spec.disbenefit ? -1 : 1,
    attribution,
    startsOn: timeline.goLiveActual,
    endsOn: null,
    plan: {
      fullYearValueMinor: minorOf(spec.value ?? 0),
      attribution,
      startsOn: timeline.goLiveActual,
      endsOn: null,
      baselineValue: lead.baselineInPlan,
      interpolation: lead.interpolation,
      points: lead.points,
    },
    baselineNow: lead.spec.baseline === 'missing' || lead.spec.baseline === 'planned' ? null : String(lead.spec.from),
    measure: {
      moneyBasis: row.money_basis as 'achievement' | 'unit_saving' | 'amount',
      direction: row.direction as 'up' | 'down',
      unit: String(row.unit),
      unitBefore: row.unit_before === null ? null : String(row.unit_before),
      rateMinor: row.rate_minor as bigint | null,
      trackUntil: null,
    },
    obligations: lead.obligations.map((obligation) => ({ ...obligation, waivedReason: null })),
    measurements: measurementFacts(lead.measurements),
  };
}

/** The pools of the story with the gains that claim from them; those that are not live have nothing measured and are left out. */
function poolsOf({ spec, ids, gains, calendar }: StoryContext): Map<string, PoolFacts> {
  return new Map(
    spec.pools.map((pool) => {
      const members = gains.filter(({ benefit }) => benefit.spec.pool === pool.key);
      const shares = (pool.shares ?? []).flatMap(([title, share]) =>
        members.flatMap(({ benefit }) => (benefit.spec.title === title ? [[benefit.id, share.toFixed(4)]] : [])),
      );
      const facts = {
        id: ids.find('benefit_pool', pool.key),
        removablePerMonthMinor: minorOf(pool.removablePerMonth),
        currency: CURRENCY,
        periodFrom: calendar.monthStart(pool.from),
        periodTo: null,
        members: members.map(moneyFacts),
        agreedShares: Object.fromEntries(shares),
      };
      return [pool.key, facts];
    }),
  );
}

/**
 * What was measured of every gain, as the product turns it into money: attributed, limited by the pool, one amount for each
 * measurement that answers an obligation, and for a correction what it takes away or adds.
 */
export function measuredMoney(story: StoryContext): Map<Gain, MeasuredMoney[]> {
  const pools = poolsOf(story);
  return new Map(
    story.gains.map((gain) => [gain, moneyOf(story, gain, pools.get(gain.benefit.spec.pool ?? '') ?? null)]),
  );
}

function moneyOf({ calendar }: StoryContext, gain: Gain, pool: PoolFacts | null): MeasuredMoney[] {
  const { measurements, obligations } = gain.lead;
  const facts = moneyFacts(gain);
  const first = measurements.filter(({ supersedes_id }) => supersedes_id === null);
  const asFirstTold = moneyByMonth({ ...facts, measurements: measurementFacts(first) }, calendar.today, pool);
  const asCorrected = moneyByMonth(facts, calendar.today, pool);
  const owed = new Map(obligations.map((obligation) => [obligation.id, obligation]));
  return measurements.flatMap((measurement) => {
    const obligation = owed.get(String(measurement.obligation_id));
    if (!obligation) return [];
    const within = (months: typeof asFirstTold) =>
      months.filter(
        ({ month, status }) =>
          status === 'measured' && month >= obligation.periodStart && month <= obligation.periodEnd,
      );
    const sum = (months: typeof asFirstTold) => within(months).reduce((total, one) => total + one.realisedMinor, 0n);
    const about = within(asFirstTold).map(({ month }) => month);
    const amountMinor = measurement.supersedes_id === null ? sum(asFirstTold) : sum(asCorrected) - sum(asFirstTold);
    const [from, to] = [about[0], about.at(-1)];
    return from && to && amountMinor !== 0n ? [{ measurement, obligation, from, to, amountMinor }] : [];
  });
}
