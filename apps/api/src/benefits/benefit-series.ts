import { benefitSeries, type PoolFacts } from '@hoest/benefits';
import type { benefitRoutes } from '@hoest/contracts';
import { type BenefitRecord, readBenefitRecords, type Transaction } from '@hoest/persistence';
import type { CallOf } from '../http/handle';
import { organisationDay } from '../organisation/organisation-day';
import { loadBenefit } from './benefit-access';
import { moneyFacts } from './benefit-facts';

/** The pool a benefit claims from, with everybody else who claims; null without a pool. */
async function poolOf(tx: Transaction, benefit: BenefitRecord, asOf: string): Promise<PoolFacts | null> {
  if (benefit.poolId === null) return null;
  const [pool] = await tx.query<{
    removable: string;
    currency: string;
    periodFrom: string;
    periodTo: string | null;
    members: string[];
    shares: Record<string, string>;
  }>(
    `select p.removable_per_month_minor::text as removable, p.currency, p.period_from as "periodFrom", p.period_to as "periodTo",
      array(select b.id from benefit b where b.organisation_id = p.organisation_id and b.pool_id = p.id) as members,
      coalesce((select jsonb_object_agg(s.benefit_id, s.share::text) from pool_share s where s.organisation_id = p.organisation_id and s.pool_id = p.id), '{}') as shares
     from benefit_pool p where p.organisation_id = $1 and p.id = $2`,
    [tx.organisationId, benefit.poolId],
  );
  if (!pool) return null;
  const members = await readBenefitRecords(tx, pool.members);
  return {
    removablePerMonthMinor: BigInt(pool.removable),
    currency: pool.currency,
    periodFrom: pool.periodFrom,
    periodTo: pool.periodTo,
    members: members.map((member) => moneyFacts(member, asOf, { draft: false })),
    agreedShares: pool.shares,
  };
}

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
