import { moneyByMonth } from '@hoest/benefits';
import { nestingFault, NO_AMOUNTS, type RungAmounts } from '@hoest/finance';
import type { Transaction } from '@hoest/persistence';
import { formatMinor } from '@hoest/quantities';
import { loadBenefit } from '../benefits/benefit-access';
import { moneyFacts } from '../benefits/benefit-facts';
import { poolOf } from '../benefits/pool-facts';
import type { ClaimedBenefit, ClaimRow } from './claim-facts';
import { nestingRefusal } from './claim-refusals';

interface Refusal {
  code: string;
  detail: { da: string; en: string };
}

/** What is validated of the benefit in the year; of two that meet here, the check on the balance stops the second. */
async function readBalance(tx: Transaction, benefitId: string, year: number): Promise<RungAmounts> {
  const [row] = await tx.query<Record<keyof RungAmounts, string>>(
    `select quality_assured_minor::text as quality_assured, budgeted_minor::text as budgeted, taken_out_minor::text as taken_out, confirmed_minor::text as confirmed
     from finance_balance where organisation_id = $1 and benefit_id = $2 and year = $3`,
    [tx.organisationId, benefitId, year],
  );
  if (!row) return NO_AMOUNTS;
  return {
    quality_assured: BigInt(row.quality_assured),
    budgeted: BigInt(row.budgeted),
    taken_out: BigInt(row.taken_out),
    confirmed: BigInt(row.confirmed),
  };
}

/**
 * What the year is estimated to give: planned or measured, whichever is more, as far as a pool grants it. Rung 0 of the ladder:
 * nothing above it can be more. Source: domain rules, section 4
 */
async function estimateOf(tx: Transaction, benefitId: string, year: number, today: string): Promise<bigint> {
  const benefit = await loadBenefit(tx, benefitId);
  const months = moneyByMonth(
    moneyFacts(benefit, today, { draft: false }),
    today,
    await poolOf(tx, benefit, today),
  ).filter(({ month }) => month.startsWith(String(year)));
  return months.reduce(
    (sum, { plannedMinor, realisedMinor }) => sum + (plannedMinor > realisedMinor ? plannedMinor : realisedMinor),
    0n,
  );
}

/** Why an amount has no room on its rung, with the way to make room; null when it has. */
export async function roomRefusal(
  tx: Transaction,
  claim: ClaimRow,
  benefit: ClaimedBenefit,
  today: string,
): Promise<Refusal | null> {
  const balance = await readBalance(tx, claim.benefitId, claim.year);
  const fault = nestingFault(balance, claim.rung, claim.amountMinor);
  if (fault) return nestingRefusal(fault, claim.rung, benefit.currency);
  if (claim.rung !== 'quality_assured' || claim.amountMinor < 0n) return null;
  const pool = benefit.poolId === null ? null : await poolRoom(tx, benefit.poolId, claim.year);
  if (pool !== null && claim.amountMinor > pool) return poolRefusal(pool, claim, benefit.currency);
  const estimate = await estimateOf(tx, claim.benefitId, claim.year, today);
  const room = estimate - balance.quality_assured;
  if (claim.amountMinor <= room) return null;
  const amount = (language: 'da' | 'en') => formatMinor(room < 0n ? 0n : room, benefit.currency, language);
  return {
    code: 'above_estimate',
    detail: {
      da: `Gevinsten er højst anslået til ${amount('da')} mere i ${claim.year}, efter tilskrivning og pulje. Sæt beløbet ned, eller få en måling på plads, der viser mere.`,
      en: `The benefit is estimated to give at most ${amount('en')} more in ${claim.year}, after attribution and pool. Lower the amount, or record a measurement that shows more.`,
    },
  };
}

/** What is left of a pool in the year; the pool is locked, so that two members cannot be granted the same krone. */
async function poolRoom(tx: Transaction, poolId: string, year: number): Promise<bigint | null> {
  await tx.query(`select 1 from benefit_pool where organisation_id = $1 and id = $2 for update`, [
    tx.organisationId,
    poolId,
  ]);
  const [row] = await tx.query<{ room: string }>(
    `select (p.removable_per_month_minor * (select count(*) from generate_series(date_trunc('month', greatest(p.period_from, $3::date)),
          least(coalesce(p.period_to, $4::date), $4::date), interval '1 month'))
        - coalesce((select sum(f.quality_assured_minor) from finance_balance f join benefit b on b.organisation_id = f.organisation_id and b.id = f.benefit_id
            where f.organisation_id = p.organisation_id and b.pool_id = p.id and b.polarity = 1 and b.currency = p.currency and f.year = $5), 0))::text as room
     from benefit_pool p where p.organisation_id = $1 and p.id = $2`,
    [tx.organisationId, poolId, `${year}-01-01`, `${year}-12-31`, year],
  );
  return row ? BigInt(row.room) : null;
}

function poolRefusal(room: bigint, claim: ClaimRow, currency: string): Refusal {
  const amount = (language: 'da' | 'en') => formatMinor(room < 0n ? 0n : room, currency, language);
  return {
    code: 'pool_exhausted',
    detail: {
      da: `Puljen har kun ${amount('da')} tilbage i ${claim.year}; resten er godkendt hos andre gevinster. Sæt beløbet ned, eller aftal andelene i puljen.`,
      en: `The pool has only ${amount('en')} left in ${claim.year}; the rest is approved for other benefits. Lower the amount, or agree the shares of the pool.`,
    },
  };
}
