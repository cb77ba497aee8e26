import { benefitSeries } from '@hoest/benefits';
import type { benefitRoutes } from '@hoest/contracts';
import type { CallOf } from '../http/handle';
import { organisationDay } from '../organisation/organisation-day';
import { loadBenefit } from './benefit-access';
import { moneyFacts } from './benefit-facts';
import { poolOf } from './pool-facts';

/** Planned, forecast and realised per month; a benefit without an approved plan shows its draft. */
export async function readBenefitSeries({ tx, params }: CallOf<typeof benefitRoutes.readSeries>) {
  const benefit = await loadBenefit(tx, params.id);
  const asOf = await organisationDay(tx);
  const series = benefitSeries(moneyFacts(benefit, asOf, { draft: true }), asOf, await poolOf(tx, benefit, asOf));
  if (series.kind === 'measure') {
    return { unit: { kind: 'measure' as const, unit: series.unit }, asOf, items: series.items, totals: null };
  }
  const { plannedMinor, realisedMinor, forecastMinor } = series.totals;
  return {
    unit: { kind: 'money' as const, currency: series.currency },
    asOf,
    items: series.items,
    totals: { planned: plannedMinor, realised: realisedMinor, forecast: forecastMinor },
  };
}
