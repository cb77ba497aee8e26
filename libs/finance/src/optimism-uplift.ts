import { Decimal, type DecimalValue } from '@hoest/quantities';

/** How far estimates of a kind have been too good, as shares: without and with everything done against it. */
export interface OptimismBounds {
  /** Uplift when nothing is mitigated. */
  upper: DecimalValue;
  /** Uplift that is left when everything is; at most `upper`. */
  lower: DecimalValue;
}

/** IT development; the default of a dated setting. Source: domain rules, F6 [S14] */
export const IT_DEVELOPMENT_BIAS: Record<'cost' | 'duration', OptimismBounds> = {
  cost: { upper: '2.00', lower: '0.10' },
  duration: { upper: '0.54', lower: '0.10' },
};

/**
 * Share an estimate is raised by: upper · (1 − mitigated), never below the lower bound.
 * @param mitigated share of the causes that is dealt with, 0–1
 * Source: domain rules, F6
 */
export function optimismUplift({ upper, lower }: OptimismBounds, mitigated: DecimalValue): Decimal {
  return Decimal.max(lower, new Decimal(1).minus(mitigated).times(upper));
}

/** The estimate with the uplift: cost · (1 + uplift), in the unit of the cost. Source: domain rules, F6 */
export function upliftedCost(cost: DecimalValue, bounds: OptimismBounds, mitigated: DecimalValue): Decimal {
  return optimismUplift(bounds, mitigated).plus(1).times(cost);
}
