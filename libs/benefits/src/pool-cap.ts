import { Decimal, type DecimalValue, roundPartsToWhole, sumOf } from '@hoest/quantities';

/** What one benefit claims from a pool in one period, in minor units. */
export interface PoolClaim {
  /** Benefit id; gives the order in which equal fractions are rounded. */
  id: string;
  claim: DecimalValue;
  /** Agreed share of the removable amount, 0–1; null = none agreed. */
  agreedShare: DecimalValue | null;
}

export interface PoolDivision {
  /** Whether the claims exceed what can be removed, so that they were scaled down; shown as a flag. */
  overclaimed: boolean;
  /** What each benefit is granted, unrounded, in the order of the claims; never above its claim. */
  granted: { id: string; amount: Decimal }[];
}

/**
 * Divides what a pool can give among the benefits that claim from it.
 *
 * When the positive claims together are at most `removable`, everyone is granted the claim. Otherwise
 * 1. a claim with an agreed share s is granted min(claim, removable × s / max(1, Σ s)), Σ s over the claims present;
 * 2. the claims without a share divide what step 1 left, each granted claim × min(1, left / Σ their claims).
 * A claim of 0 or less is granted as it is: it takes nothing from the pool, and frees nothing for others.
 * Source: domain rules, F14
 */
export function poolCap(claims: readonly PoolClaim[], removable: DecimalValue): PoolDivision {
  const positive = claims.filter(({ claim }) => new Decimal(claim).greaterThan(0));
  const room = new Decimal(removable);
  if (sumOf(positive.map(({ claim }) => claim)).lessThanOrEqualTo(room)) {
    return { overclaimed: false, granted: claims.map(({ id, claim }) => ({ id, amount: new Decimal(claim) })) };
  }
  const agreed = positive.filter((claim) => claim.agreedShare !== null);
  const shares = Decimal.max(1, sumOf(agreed.map((claim) => claim.agreedShare ?? 0)));
  const grants = new Map<PoolClaim, Decimal>();
  for (const claim of agreed) {
    grants.set(claim, Decimal.min(claim.claim, room.times(claim.agreedShare ?? 0).dividedBy(shares)));
  }
  const left = room.minus(sumOf(grants.values()));
  const others = positive.filter((claim) => claim.agreedShare === null);
  const wanted = sumOf(others.map(({ claim }) => claim));
  for (const claim of others) {
    const exact = wanted.greaterThan(left) ? left.times(claim.claim).dividedBy(wanted) : new Decimal(claim.claim);
    grants.set(claim, exact);
  }
  return {
    overclaimed: true,
    granted: claims.map((claim) => ({ id: claim.id, amount: grants.get(claim) ?? new Decimal(claim.claim) })),
  };
}

/**
 * As `poolCap`, in whole minor units: the grants of an over-claimed pool are rounded together by largest remainder, in the
 * order of their ids, so that they never add up to more than the removable amount. Claims and amount are whole.
 */
export function poolCapWhole(
  claims: readonly { id: string; claim: bigint; agreedShare: DecimalValue | null }[],
  removable: bigint,
): { overclaimed: boolean; granted: Map<string, bigint> } {
  const ordered = [...claims].sort((a, b) => (a.id < b.id ? -1 : 1));
  const division = poolCap(
    ordered.map((claim) => ({ ...claim, claim: claim.claim.toString() })),
    removable.toString(),
  );
  const whole = roundPartsToWhole(division.granted.map(({ amount }) => amount));
  return {
    overclaimed: division.overclaimed,
    granted: new Map(ordered.map(({ id }, position) => [id, whole[position] ?? 0n])),
  };
}
