import { Decimal, type DecimalValue, sumOf } from '@hoest/quantities';

/** A discount rate and the last year (counted from the base year) it applies to; null = without end. */
export interface DiscountBand {
  throughYear: number | null;
  /** Rate per year as a ratio, 0.035 = 3.5 %. */
  rate: DecimalValue;
}

/**
 * Danish social discount rates: 3.5 % for years 1–35, 2.5 % for 36–70, 1.5 % after. The default of a dated setting, not a law of
 * nature: an organisation's own rates are passed in. Source: domain rules, F1 [S12]
 */
export const DANISH_DISCOUNT_RATES: readonly DiscountBand[] = [
  { throughYear: 35, rate: '0.035' },
  { throughYear: 70, rate: '0.025' },
  { throughYear: null, rate: '0.015' },
];

/**
 * What one unit of money in year `t` is worth in the base year, 0–1 for positive rates; `t` = whole years from the base year, ≥ 0.
 * Bands are ordered by year and the last one has no end.
 * @throws RangeError when t is not a whole number ≥ 0, or the bands end before t
 * Source: domain rules, F1
 */
export function discountFactor(t: number, rates: readonly DiscountBand[] = DANISH_DISCOUNT_RATES): Decimal {
  if (!Number.isSafeInteger(t) || t < 0) throw new RangeError(`t must be a whole number of years, got ${t}`);
  let factor: Decimal = new Decimal(1);
  let reached = 0;
  for (const band of rates) {
    const last = band.throughYear === null ? t : Math.min(t, band.throughYear);
    if (last > reached) {
      factor = factor.dividedBy(new Decimal(band.rate).plus(1).pow(last - reached));
      reached = last;
    }
  }
  if (reached < t) throw new RangeError(`no discount rate reaches year ${t}`);
  return factor;
}

/**
 * Present value of one amount per year, the first in the base year (t = 0), in the unit and price level of the amounts, which
 * are real prices of one price year. No amounts give 0.
 * Source: domain rules, F2
 */
export function netPresentValue(nets: readonly DecimalValue[], rates = DANISH_DISCOUNT_RATES): Decimal {
  return sumOf(nets.map((net, t) => discountFactor(t, rates).times(net)));
}

/** Amounts per year from the base year; lists may differ in length, a missing year counts as nothing planned. */
export interface BenefitCostFlows {
  costs: readonly DecimalValue[];
  benefits: readonly DecimalValue[];
  disbenefits?: readonly DecimalValue[];
}

interface PresentValues {
  presentCost: Decimal;
  /** Benefits less disbenefits. */
  presentBenefit: Decimal;
  netPresentValue: Decimal;
}

export type BenefitCostRatio =
  ({ kind: 'ratio'; ratio: Decimal } & PresentValues) | ({ kind: 'not-computable'; reason: 'no-cost' } & PresentValues);

/**
 * Benefits less disbenefits per unit of cost, both at present value; `not-computable` when the present value of the costs
 * is 0. The present values stand beside it either way.
 * Source: domain rules, F3
 */
export function benefitCostRatio(flows: BenefitCostFlows, rates = DANISH_DISCOUNT_RATES): BenefitCostRatio {
  const presentCost = netPresentValue(flows.costs, rates);
  const presentBenefit = netPresentValue(flows.benefits, rates).minus(netPresentValue(flows.disbenefits ?? [], rates));
  const values = { presentCost, presentBenefit, netPresentValue: presentBenefit.minus(presentCost) };
  if (presentCost.isZero()) return { kind: 'not-computable', reason: 'no-cost', ...values };
  return { kind: 'ratio', ratio: presentBenefit.dividedBy(presentCost), ...values };
}
