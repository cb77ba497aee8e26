import { Decimal } from '@hoest/quantities';
import { shownAmount, shownParts } from '../../overview/public';
import { isLevel, type Leakage, type Level, WATERFALL_STEPS, type WaterfallStep } from './waterfall-steps';

const CAUSES = ['delayed', 'notMeasured', 'disputed', 'shortfall'] as const;

/** One bar as the reader sees it, minor units in multiples of the last digit shown. */
export interface WaterfallBar {
  step: WaterfallStep;
  kind: 'level' | 'loss';
  /** A level’s height, or what was lost; below zero where a disbenefit gave back. */
  amount: bigint;
  /** Where the bar begins and ends, counted from zero. */
  from: bigint;
  to: bigint;
}

/**
 * The waterfall rounded for the reader: promised and the four levels after it as the ledger’s totals show them, the causes between
 * promised and realised so that they add up to what is shown at both ends.
 * @param step minor units of the last digit shown
 */
export function waterfallFigures(leakage: Leakage, step: bigint): WaterfallBar[] {
  const shown = (level: Level) => shownAmount(BigInt(leakage[level]), step);
  const lost = shown('promised') - shown('realised');
  const causes = partsOf(
    CAUSES.map((cause) => BigInt(leakage[cause])),
    step,
    lost,
  );
  const amounts: Record<WaterfallStep, bigint> = {
    promised: shown('promised'),
    delayed: causes[0] ?? 0n,
    notMeasured: causes[1] ?? 0n,
    disputed: causes[2] ?? 0n,
    shortfall: causes[3] ?? 0n,
    realised: shown('realised'),
    notBudgeted: shown('realised') - shown('budgeted'),
    budgeted: shown('budgeted'),
    notTakenOut: shown('budgeted') - shown('takenOut'),
    takenOut: shown('takenOut'),
    notConfirmed: shown('takenOut') - shown('confirmed'),
    confirmed: shown('confirmed'),
  };
  let level = 0n;
  return WATERFALL_STEPS.map((one) => {
    const amount = amounts[one];
    if (isLevel(one)) {
      level = amount;
      return { step: one, kind: 'level', amount, from: 0n, to: amount };
    }
    const from = level;
    level -= amount;
    return { step: one, kind: 'loss', amount, from, to: level };
  });
}

/** Parts that add up to a total which rounding may have put one step off; what does not fit goes to the largest part. */
function partsOf(parts: readonly bigint[], step: bigint, total: bigint): bigint[] {
  const exact = parts.reduce((sum, part) => sum + part, 0n);
  const near = shownAmount(exact, step);
  const shown = shownParts(parts, step, near);
  const largest = parts.reduce((best, part, index) => (part > (parts[best] ?? 0n) ? index : best), 0);
  shown[largest] = (shown[largest] ?? 0n) + total - near;
  return shown;
}

/** Øre of every krone promised that reached a level: whole, never 0 for something nor 100 for less than everything. */
export function orePerKrone(leakage: Leakage, level: Level): number {
  const [promised, reached] = [BigInt(leakage.promised), BigInt(leakage[level])];
  if (promised <= 0n || reached <= 0n) return 0;
  const nearest = new Decimal(reached.toString())
    .dividedBy(promised.toString())
    .times(100)
    .toDecimalPlaces(0)
    .toNumber();
  return reached >= promised ? nearest : Math.min(99, Math.max(1, nearest));
}

/** What the waterfall proves, for its sentence. */
export type LeakageClaim =
  /** Nothing was promised, or promises and disbenefits cancel out. */
  | { kind: 'nothing_promised' }
  /** Promised, but nothing has come. */
  | { kind: 'nothing_realised' }
  /** Every krone came; how much of it reached the budgets and accounts. */
  | { kind: 'all_realised'; takenOut: number; confirmed: number }
  | { kind: 'part'; realised: number; takenOut: number; confirmed: number };

export function leakageClaim(leakage: Leakage): LeakageClaim {
  if (BigInt(leakage.promised) <= 0n) return { kind: 'nothing_promised' };
  if (BigInt(leakage.realised) <= 0n) return { kind: 'nothing_realised' };
  const [realised, takenOut, confirmed] = (['realised', 'takenOut', 'confirmed'] as const).map((level) =>
    orePerKrone(leakage, level),
  ) as [number, number, number];
  return realised >= 100
    ? { kind: 'all_realised', takenOut, confirmed }
    : { kind: 'part', realised, takenOut, confirmed };
}
