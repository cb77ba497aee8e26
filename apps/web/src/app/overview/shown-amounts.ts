import { Decimal, minorDigits, roundToWhole } from '@hoest/quantities';
import type { AmountUnit } from '@hoest/ui';

/** Powers of ten from the currency's main unit to the last digit shown: kroner whole, thousands whole, millions with one decimal. */
const LAST_DIGIT: Record<AmountUnit, number> = { whole: 0, thousand: 3, million: 5 };

/** Minor units of the last digit the reader sees. */
export function shownStep(unit: AmountUnit, currency: string): bigint {
  return 10n ** BigInt(minorDigits(currency) + LAST_DIGIT[unit]);
}

/** An amount as the reader sees it: the nearest multiple of `step`, half to even. */
export function shownAmount(minor: bigint, step: bigint): bigint {
  return roundToWhole(new Decimal(minor.toString()).dividedBy(step.toString())) * step;
}

/**
 * Amounts as the reader sees them, moved by less than one step each so that the parts shown add up to the total shown.
 * Each gives its floor; what is left goes one step each to the largest remainders, among equal ones to the earlier part.
 * @param total what they add up to, a multiple of `step` next to their sum; default the rounded sum
 */
export function shownParts(parts: readonly bigint[], step: bigint, total?: bigint): bigint[] {
  const sum = parts.reduce((all, part) => all + part, 0n);
  const floors = parts.map((part) => part - modulo(part, step));
  const left = ((total ?? shownAmount(sum, step)) - floors.reduce((all, part) => all + part, 0n)) / step;
  const byRemainder = parts
    .map((part, position) => ({ position, remainder: modulo(part, step) }))
    .sort((a, b) => (a.remainder === b.remainder ? a.position - b.position : a.remainder > b.remainder ? -1 : 1));
  for (const { position } of byRemainder.slice(0, Number(left))) floors[position] = (floors[position] ?? 0n) + step;
  return floors;
}

/** Remainder that is never negative. */
const modulo = (value: bigint, step: bigint) => ((value % step) + step) % step;
