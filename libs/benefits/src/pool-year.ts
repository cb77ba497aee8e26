import { type CalendarDate, earlierDate, laterDate, monthsBetween } from '@hoest/quantities';
import { type BenefitMonth, claimedByMonth } from './money-by-month';
import { poolCapWhole } from './pool-cap';
import type { PoolFacts } from './pooled-money';

/** What one benefit claims from a pool and is granted over a year, in minor units. */
export interface PoolYearMember {
  id: string;
  plannedClaimMinor: bigint;
  plannedGrantedMinor: bigint;
  realisedClaimMinor: bigint;
  realisedGrantedMinor: bigint;
}

export interface PoolYear {
  /** Months of the year that lie in the pool's period, 0–12. */
  months: number;
  /** What can be removed in them. */
  removableMinor: bigint;
  /** Months whose claims, planned or realised, were scaled down. */
  overclaimedMonths: number;
  /** Benefits that can claim (polarity +1, the pool's currency), in the order given. */
  members: PoolYearMember[];
}

const NOTHING = { plannedMinor: 0n, realisedMinor: 0n };

/**
 * Claims against a pool over one calendar year, month by month as in `moneyByMonth`, added up: who claims how much, and what
 * is left of it when more is claimed than can be removed.
 * Source: domain rules, F14 and F22
 */
export function poolYear(pool: PoolFacts, year: number, asOf: CalendarDate): PoolYear {
  const from = laterDate(pool.periodFrom, `${year}-01-01`);
  const end: CalendarDate = `${year}-12-31`;
  const to = pool.periodTo === null ? end : earlierDate(pool.periodTo, end);
  const months = from <= to ? monthsBetween(from, to) : [];
  const claims = pool.members
    .filter(({ polarity, currency }) => polarity === 1 && currency === pool.currency)
    .map((member) => ({
      id: member.id,
      months: new Map<CalendarDate, BenefitMonth>(claimedByMonth(member, asOf).map((month) => [month.month, month])),
    }));
  const sums = new Map<string, PoolYearMember>(
    claims.map(({ id }) => [
      id,
      { id, plannedClaimMinor: 0n, plannedGrantedMinor: 0n, realisedClaimMinor: 0n, realisedGrantedMinor: 0n },
    ]),
  );
  let overclaimedMonths = 0;
  for (const month of months) {
    const divide = (side: 'plannedMinor' | 'realisedMinor') =>
      poolCapWhole(
        claims.map(({ id, months: own }) => ({
          id,
          claim: (own.get(month) ?? NOTHING)[side],
          agreedShare: pool.agreedShares[id] ?? null,
        })),
        pool.removablePerMonthMinor,
      );
    const [planned, realised] = [divide('plannedMinor'), divide('realisedMinor')];
    if (planned.overclaimed || realised.overclaimed) overclaimedMonths += 1;
    for (const { id, months: own } of claims) {
      const sum = sums.get(id);
      if (!sum) continue;
      const claim = own.get(month) ?? NOTHING;
      sum.plannedClaimMinor += claim.plannedMinor;
      sum.realisedClaimMinor += claim.realisedMinor;
      sum.plannedGrantedMinor += planned.granted.get(id) ?? 0n;
      sum.realisedGrantedMinor += realised.granted.get(id) ?? 0n;
    }
  }
  return {
    months: months.length,
    removableMinor: pool.removablePerMonthMinor * BigInt(months.length),
    overclaimedMonths,
    members: [...sums.values()],
  };
}
