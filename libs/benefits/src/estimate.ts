import { Decimal, type DecimalValue, sumOf } from '@hoest/quantities';

/** Low, likely and high estimate in one unit; null = not given. */
export interface ThreePoints {
  low: DecimalValue | null;
  likely: DecimalValue | null;
  high: DecimalValue | null;
}

export type ThreePointEstimate =
  | {
      kind: 'estimate';
      /** Mean of the triangular distribution. */
      triangular: Decimal;
      /** Mean of the PERT distribution. */
      pert: Decimal;
      /** Standard deviation of the PERT distribution. */
      deviation: Decimal;
    }
  | { kind: 'not-computable'; reason: 'missing-point' | 'not-ascending' };

/**
 * Three-point estimate; needs low ≤ likely ≤ high.
 * Source: domain rules, F5
 */
export function threePoint({ low, likely, high }: ThreePoints): ThreePointEstimate {
  if (low === null || likely === null || high === null) return { kind: 'not-computable', reason: 'missing-point' };
  const [a, m, b] = [new Decimal(low), new Decimal(likely), new Decimal(high)];
  if (a.greaterThan(m) || m.greaterThan(b)) return { kind: 'not-computable', reason: 'not-ascending' };
  return {
    kind: 'estimate',
    triangular: sumOf([a, m, b]).dividedBy(3),
    pert: sumOf([a, m.times(4), b]).dividedBy(6),
    deviation: b.minus(a).dividedBy(6),
  };
}
