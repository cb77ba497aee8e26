import { benefitSeries, leadMeasure, type PoolFacts } from '@hoest/benefits';
import type { benefitRoutes } from '@hoest/contracts';
import type { CallOf } from '../http/handle';
import { organisationDay } from '../organisation/organisation-day';
import { loadBenefit } from './benefit-access';
import { moneyFacts } from './benefit-facts';
import { rebaselinedMeasurePlan } from '@hoest/persistence';
import { poolOf } from './pool-facts';

type SeriesPlan = ReturnType<typeof moneyFacts>['plan'];

/** Planned, forecast and realised per month under one plan, as the contract wants it. */
function seriesAnswer(facts: ReturnType<typeof moneyFacts>, plan: SeriesPlan, asOf: string, pool: PoolFacts | null) {
  const series = benefitSeries({ ...facts, plan }, asOf, pool);
  if (series.kind === 'measure') {
    return { unit: { kind: 'measure' as const, unit: series.unit }, items: series.items, totals: null };
  }
  const { plannedMinor, realisedMinor, forecastMinor } = series.totals;
  return {
    unit: { kind: 'money' as const, currency: series.currency },
    items: series.items,
    totals: { planned: plannedMinor, realised: realisedMinor, forecast: forecastMinor },
  };
}

/**
 * Planned, forecast and realised per month; a benefit without an approved plan shows its draft. The headline is the plan in
 * force; a re-baselined one stands beside it with sums of its own.
 */
export async function readBenefitSeries({ tx, params }: CallOf<typeof benefitRoutes.readSeries>) {
  const benefit = await loadBenefit(tx, params.id);
  const asOf = await organisationDay(tx);
  const pool = await poolOf(tx, benefit, asOf);
  const facts = moneyFacts(benefit, asOf, { draft: true });
  const lead = leadMeasure(benefit.measures);
  const rebaselined = lead && rebaselinedMeasurePlan(benefit, lead, asOf);
  const beside = rebaselined && seriesAnswer(facts, rebaselined.facts, asOf, pool);
  return {
    ...seriesAnswer(facts, facts.plan, asOf, pool),
    asOf,
    rebaselined: beside && {
      number: rebaselined.number,
      decidedOn: rebaselined.decidedOn,
      items: beside.items.map(({ month, planned }) => ({ month, planned })),
      totals: beside.totals,
    },
  };
}
