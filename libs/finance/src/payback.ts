import { Decimal, type DecimalValue } from '@hoest/quantities';
import { DANISH_DISCOUNT_RATES, discountFactor } from './discounting';

export type Payback =
  /** Years from the base year, with a fraction of the year in which the outlay is regained; 0 when nothing is ever outstanding. */
  { kind: 'paid-back'; years: Decimal } | { kind: 'never' };

/**
 * Years until the outlay is regained for good: the last year whose cumulative sum is negative, plus the share of the next
 * year's net that is needed. One net amount per year from the base year; `never` when the last cumulative sum is negative.
 * Source: domain rules, F4
 */
export function payback(nets: readonly DecimalValue[]): Payback {
  let cumulative: Decimal = new Decimal(0);
  let years: Decimal | null = new Decimal(0);
  nets.forEach((net, year) => {
    const before = cumulative;
    cumulative = cumulative.plus(net);
    if (cumulative.isNegative() && !cumulative.isZero()) years = null;
    else if (before.isNegative() && !before.isZero())
      years = before
        .negated()
        .dividedBy(net)
        .plus(year - 1);
  });
  return years === null ? { kind: 'never' } : { kind: 'paid-back', years };
}

/** As `payback`, on amounts discounted to the base year. Source: domain rules, F4 */
export function discountedPayback(nets: readonly DecimalValue[], rates = DANISH_DISCOUNT_RATES): Payback {
  return payback(nets.map((net, t) => discountFactor(t, rates).times(net)));
}

export type InternalRateOfReturn =
  /** Rate per year as a ratio, 0.098769 = 9.8769 %, above −1. */
  | { kind: 'rate'; rate: Decimal }
  /** `no-return`: only outlays or only income; `several-rates`: the signs change more than once, so that no single rate is the answer. */
  | { kind: 'not-computable'; reason: 'no-return' | 'several-rates' };

const HALVINGS = 120;

/**
 * The rate at which the present value of the nets is 0, to 20 digits. Computed only where it is unique: the signs change
 * exactly once (Descartes' rule of signs in x = 1/(1+rate)).
 * Source: domain rules, F4
 */
export function internalRateOfReturn(nets: readonly DecimalValue[]): InternalRateOfReturn {
  const flow = nets.map((net) => new Decimal(net));
  const signs = flow.filter((net) => !net.isZero()).map((net) => net.isNegative());
  const changes = signs.filter((sign, position) => position > 0 && sign !== signs[position - 1]).length;
  if (changes === 0) return { kind: 'not-computable', reason: 'no-return' };
  if (changes > 1) return { kind: 'not-computable', reason: 'several-rates' };
  const valueAt = (x: Decimal) => flow.reduceRight((sum, net) => sum.times(x).plus(net), new Decimal(0));
  const startNegative = signs[0] === true;
  let low: Decimal = new Decimal(0);
  let high: Decimal = new Decimal(1);
  while (valueAt(high).isNegative() === startNegative && !valueAt(high).isZero()) high = high.times(2);
  for (let step = 0; step < HALVINGS; step += 1) {
    const middle = low.plus(high).dividedBy(2);
    if (valueAt(middle).isNegative() === startNegative) low = middle;
    else high = middle;
  }
  return { kind: 'rate', rate: new Decimal(1).dividedBy(high).minus(1).toSignificantDigits(20) };
}
