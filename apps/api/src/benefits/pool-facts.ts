import { type PoolFacts, poolYear } from '@hoest/benefits';
import type { poolRoutes } from '@hoest/contracts';
import { type BenefitRecord, readBenefitRecords, type Transaction } from '@hoest/persistence';
import { fiscalYear } from '@hoest/quantities';
import type { CallOf } from '../http/handle';
import { organisationDay } from '../organisation/organisation-day';
import { moneyFacts } from './benefit-facts';

interface PoolWithMembers {
  id: string;
  name: string;
  removable: string;
  currency: string;
  periodFrom: string;
  periodTo: string | null;
  members: string[];
  shares: Record<string, string>;
}

/** Pools with everybody who claims from them, by name; `id` = only that one. */
export async function poolFacts(
  tx: Transaction,
  asOf: string,
  id: string | null,
): Promise<{ id: string; name: string; facts: PoolFacts }[]> {
  const pools = await tx.query<PoolWithMembers>(
    `select p.id, p.name, p.removable_per_month_minor::text as removable, p.currency, p.period_from as "periodFrom", p.period_to as "periodTo",
      array(select b.id from benefit b where b.organisation_id = p.organisation_id and b.pool_id = p.id order by b.title, b.id) as members,
      coalesce((select jsonb_object_agg(s.benefit_id, s.share::text) from pool_share s where s.organisation_id = p.organisation_id and s.pool_id = p.id), '{}') as shares
     from benefit_pool p where p.organisation_id = $1 and ($2::uuid is null or p.id = $2) order by p.name, p.id`,
    [tx.organisationId, id],
  );
  const records = await readBenefitRecords(
    tx,
    pools.flatMap(({ members }) => members),
  );
  const byId = new Map(records.map((record) => [record.id, record]));
  return pools.map((pool) => ({
    id: pool.id,
    name: pool.name,
    facts: {
      removablePerMonthMinor: BigInt(pool.removable),
      currency: pool.currency,
      periodFrom: pool.periodFrom,
      periodTo: pool.periodTo,
      members: pool.members.flatMap((member) => {
        const record = byId.get(member);
        return record ? [moneyFacts(record, asOf, { draft: false })] : [];
      }),
      agreedShares: pool.shares,
    },
  }));
}

/** The pool a benefit claims from, with everybody else who claims; null without a pool. */
export async function poolOf(tx: Transaction, benefit: BenefitRecord, asOf: string): Promise<PoolFacts | null> {
  if (benefit.poolId === null) return null;
  const [pool] = await poolFacts(tx, asOf, benefit.poolId);
  return pool?.facts ?? null;
}

/** Claims and grants of every pool in a year, the running one unless another is asked for. */
export async function listPoolClaims({ tx, query }: CallOf<typeof poolRoutes.listPoolClaims>) {
  const asOf = await organisationDay(tx);
  const year = query.year ?? fiscalYear(asOf);
  const pools = await poolFacts(tx, asOf, null);
  return {
    asOf,
    year,
    items: pools.map(({ id, facts }) => {
      const { members, ...sums } = poolYear(facts, year, asOf);
      return {
        poolId: id,
        currency: facts.currency,
        ...sums,
        members: members.map(({ id: benefitId, ...amounts }) => ({ benefitId, ...amounts })),
      };
    }),
  };
}
