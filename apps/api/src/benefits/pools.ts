import { Decimal } from '@hoest/quantities';
import type { Transaction } from '@hoest/persistence';
import { fieldRefused } from '@hoest/platform';

export interface PoolRow {
  id: string;
  name: string;
  costBase: string | null;
  measure: string | null;
  periodFrom: string;
  periodTo: string | null;
  removablePerMonthMinor: string;
  currency: string;
  members: { benefitId: string; title: string; share: string | null }[];
  version: number;
}

/** Benefit pools with the benefits that claim from them. */
export function readPools(tx: Transaction, id: string | null = null) {
  return tx.query<PoolRow>(
    `select p.id, p.name, p.cost_base as "costBase", p.measure, p.period_from as "periodFrom", p.period_to as "periodTo",
      p.removable_per_month_minor::text as "removablePerMonthMinor", p.currency, p.version,
      coalesce((select jsonb_agg(jsonb_build_object('benefitId', b.id, 'title', b.title, 'share', s.share::text) order by b.title, b.id)
        from benefit b left join pool_share s on s.organisation_id = b.organisation_id and s.pool_id = p.id and s.benefit_id = b.id
        where b.organisation_id = p.organisation_id and b.pool_id = p.id), '[]') as members
     from benefit_pool p where p.organisation_id = $1 and ($2::uuid is null or p.id = $2) order by p.name, p.id`,
    [tx.organisationId, id],
  );
}

/** @throws ProblemError when the pool would end before it begins */
export function refuseReversedPeriod(periodFrom: string, periodTo: string | null): void {
  if (periodTo === null || periodTo >= periodFrom) return;
  throw fieldRefused('/periodTo', 'before_start', {
    da: 'Puljen slutter, før den begynder. Ret en af datoerne.',
    en: 'The pool ends before it begins. Correct one of the dates.',
  });
}

type Shares = readonly { benefitId: string; share: string }[];

/** Sets the agreed shares of a pool. @throws ProblemError when they exceed the whole or name a benefit outside the pool */
export async function replaceShares(tx: Transaction, poolId: string, shares: Shares): Promise<void> {
  const sum = shares.reduce((total, { share }) => total.plus(share), new Decimal(0));
  if (sum.greaterThan(1) || shares.some(({ share }) => new Decimal(share).isNegative())) {
    throw fieldRefused('/shares', 'shares_above_one', {
      da: `Andelene er tilsammen ${sum.times(100).toFixed()} %. De må ikke overstige 100 %, og ingen må være negativ.`,
      en: `The shares add up to ${sum.times(100).toFixed()} %. They must not exceed 100 %, and none may be negative.`,
    });
  }
  await tx.query(`delete from pool_share where organisation_id = $1 and pool_id = $2`, [tx.organisationId, poolId]);
  const added = await tx.query<{ id: string }>(
    `insert into pool_share (organisation_id, pool_id, benefit_id, share)
      select $1, $2, b.id, x.share from jsonb_to_recordset($3::jsonb) as x("benefitId" uuid, share numeric)
      join benefit b on b.organisation_id = $1 and b.id = x."benefitId" and b.pool_id = $2 returning benefit_id as id`,
    [tx.organisationId, poolId, JSON.stringify(shares)],
  );
  if (added.length < shares.length) {
    throw fieldRefused('/shares', 'not_in_pool', {
      da: 'En af gevinsterne hører ikke til puljen. Vælg puljen på gevinsten først.',
      en: 'One of the benefits does not belong to the pool. Choose the pool on the benefit first.',
    });
  }
}

/** One pool that is known to be there. */
export async function readPool(tx: Transaction, id: string) {
  const [pool] = await readPools(tx, id);
  if (!pool) throw new Error('A pool that was just written is not there');
  return pool;
}

/** Fields of a call as columns: the amount becomes an integer. */
export const poolColumns = <Fields extends { removablePerMonthMinor?: string }>({
  removablePerMonthMinor,
  ...fields
}: Fields) => ({
  ...fields,
  ...(removablePerMonthMinor !== undefined && { removablePerMonthMinor: BigInt(removablePerMonthMinor) }),
});
