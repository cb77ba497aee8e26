import type { LedgerItem } from '@hoest/contracts';

/** The waterfall from left to right: what was promised, where it stopped, and what is left after each. */
export const WATERFALL_STEPS = [
  'promised',
  'delayed',
  'notMeasured',
  'disputed',
  'shortfall',
  'realised',
  'notBudgeted',
  'budgeted',
  'notTakenOut',
  'takenOut',
  'notConfirmed',
  'confirmed',
] as const;
export type WaterfallStep = (typeof WATERFALL_STEPS)[number];
export type Leakage = LedgerItem['leakage'];

/** Steps that say how much there is; the others say how much was lost since the one before. */
export const LEVELS = ['promised', 'realised', 'budgeted', 'takenOut', 'confirmed'] as const;
export type Level = (typeof LEVELS)[number];

export function isLevel(step: WaterfallStep): step is Level {
  return (LEVELS as readonly string[]).includes(step);
}

/** Money in one step, minor units; a loss is positive, also what the rungs lack of the one before. */
export function amountOf(leakage: Leakage, step: WaterfallStep | 'surplus'): bigint {
  switch (step) {
    case 'notBudgeted':
      return BigInt(leakage.realised) - BigInt(leakage.budgeted);
    case 'notTakenOut':
      return BigInt(leakage.budgeted) - BigInt(leakage.takenOut);
    case 'notConfirmed':
      return BigInt(leakage.takenOut) - BigInt(leakage.confirmed);
    default:
      return BigInt(leakage[step]);
  }
}

/** The benefits that make up one step, most money first; all of them in their own order where none is chosen. */
export function behindStep(
  items: readonly LedgerItem[],
  step: WaterfallStep | 'surplus' | null,
): readonly LedgerItem[] {
  if (step === null) return items;
  const size = ({ leakage }: LedgerItem) => {
    const amount = amountOf(leakage, step);
    return amount < 0n ? -amount : amount;
  };
  return items
    .filter((item) => size(item) !== 0n)
    .sort((a, b) => (size(a) === size(b) ? (a.benefitId < b.benefitId ? -1 : 1) : size(a) > size(b) ? -1 : 1));
}
