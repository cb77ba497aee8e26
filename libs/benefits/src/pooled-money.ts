import { type CalendarDate, type DecimalValue, endOfMonth } from '@hoest/quantities';
import { type BenefitMoneyFacts, type BenefitMonth, claimedByMonth } from './money-by-month';
import { poolCapWhole } from './pool-cap';
import type { Polarity } from './value-lists';

/** A pool: what can be removed from one cost base in a month, and who claims from it. */
export interface PoolFacts {
  /** Minor units per month. */
  removablePerMonthMinor: bigint;
  currency: string;
  periodFrom: CalendarDate;
  /** Last day of the pool; null = without end. */
  periodTo: CalendarDate | null;
  /** Every benefit that names the pool, the one asked about included or not. */
  members: readonly (BenefitMoneyFacts & { polarity: Polarity })[];
  /** Agreed shares of the removable amount by benefit id. */
  agreedShares: Readonly<Record<string, DecimalValue>>;
}

export interface PooledMonth extends BenefitMonth {
  /** Whether the pool's claims were scaled down this month, planned or realised: the flag of double counting. */
  overclaimed: boolean;
}

/**
 * Money per month of one benefit with the pool applied (F22, then F14), oldest first.
 *
 * The pool limits months that lie in its period (month end ≥ `period_from`, month start ≤ `period_to`). Planned and realised
 * are limited apart, each to the removable amount of the month, by `poolCapWhole` on the whole claims of `claimedByMonth` of
 * every member. Members are the benefits of polarity +1 in the pool's currency; others are neither limited nor counted.
 * A member without the month claims nothing in it. Status never changes by the pool.
 * Source: domain rules, F14 and F22
 */
export function moneyByMonth(
  benefit: BenefitMoneyFacts & { polarity: Polarity },
  asOf: CalendarDate,
  pool: PoolFacts | null = null,
): PooledMonth[] {
  const own = claimedByMonth(benefit, asOf);
  const claiming = (member: { polarity: Polarity; currency: string }) =>
    member.polarity === 1 && member.currency === pool?.currency;
  if (!pool || !claiming(benefit)) return own.map((month) => ({ ...month, overclaimed: false }));
  const claims = new Map(
    pool.members
      .filter((member) => claiming(member) && member.id !== benefit.id)
      .map((member) => [member.id, new Map(claimedByMonth(member, asOf).map((month) => [month.month, month]))]),
  );
  claims.set(benefit.id, new Map(own.map((month) => [month.month, month])));

  const limited = (month: CalendarDate, side: 'plannedMinor' | 'realisedMinor') => {
    const divided = poolCapWhole(
      [...claims].map(([id, months]) => ({
        id,
        claim: months.get(month)?.[side] ?? 0n,
        agreedShare: pool.agreedShares[id] ?? null,
      })),
      pool.removablePerMonthMinor,
    );
    return { overclaimed: divided.overclaimed, amount: divided.granted.get(benefit.id) ?? 0n };
  };
  return own.map((month) => {
    const inPool =
      endOfMonth(month.month) >= pool.periodFrom && (pool.periodTo === null || month.month <= pool.periodTo);
    if (!inPool) return { ...month, overclaimed: false };
    const planned = limited(month.month, 'plannedMinor');
    const realised = limited(month.month, 'realisedMinor');
    return {
      ...month,
      plannedMinor: planned.amount,
      realisedMinor: realised.amount,
      overclaimed: planned.overclaimed || realised.overclaimed,
    };
  });
}
