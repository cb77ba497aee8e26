/** What one benefit promised and got up to a day, in one price level; magnitudes in minor units. */
export interface LeakageFacts {
  /** 1 = benefit, −1 = disbenefit: its money is subtracted at every step. */
  polarity: 1 | -1;
  /** Planned money that has come due of months in which the effect had not begun. */
  delayed: bigint;
  /** Planned money that has come due of months nobody measured. */
  notMeasured: bigint;
  /** Planned money of the months that were measured. */
  measured: bigint;
  /** What the measurements are worth; may be above or below `measured`, or negative. */
  realised: bigint;
  /** Part of `realised` that finance disputes. */
  disputed: bigint;
  /** Validated up to the day on rung ≥ 2, ≥ 3 and 4. */
  budgeted: bigint;
  takenOut: bigint;
  confirmed: bigint;
}

/** Where the promised money is: `promised` = delayed + notMeasured + disputed + shortfall + realised, and surplus apart. */
export interface Leakage {
  promised: bigint;
  delayed: bigint;
  notMeasured: bigint;
  disputed: bigint;
  shortfall: bigint;
  realised: bigint;
  budgeted: bigint;
  takenOut: bigint;
  confirmed: bigint;
  /** Realised above what was promised; never part of the sum above. */
  surplus: bigint;
}

export const LEAKAGE_STEPS = [
  'promised',
  'delayed',
  'notMeasured',
  'disputed',
  'shortfall',
  'realised',
  'budgeted',
  'takenOut',
  'confirmed',
] as const satisfies readonly (keyof Leakage)[];
export type LeakageStep = (typeof LEAKAGE_STEPS)[number];

const least = (...amounts: bigint[]) => amounts.reduce((low, amount) => (amount < low ? amount : low));
const notNegative = (amount: bigint) => (amount < 0n ? 0n : amount);

/** How much of what was measured is in dispute: never more than there is, never less than nothing. */
export function disputedOf(disputed: bigint, realised: bigint): bigint {
  return notNegative(least(disputed, realised));
}

/**
 * Leakage of one benefit, signed by its polarity. Precedence: delayed, not measured, disputed, shortfall, realised; each krone
 * once. A negative realised amount is a shortfall beyond the promise: it stays in `realised`, so that the sum holds.
 * Source: domain rules, F23
 */
export function leakageOf(facts: LeakageFacts): Leakage {
  const inDispute = disputedOf(facts.disputed, facts.realised);
  const disputed = least(inDispute, facts.measured);
  const undisputed = facts.realised - inDispute;
  const realised = least(facts.measured - disputed, undisputed);
  const budgeted = notNegative(least(realised, facts.budgeted));
  const takenOut = notNegative(least(budgeted, facts.takenOut));
  const confirmed = notNegative(least(takenOut, facts.confirmed));
  const sign = BigInt(facts.polarity);
  return {
    promised: sign * (facts.delayed + facts.notMeasured + facts.measured),
    delayed: sign * facts.delayed,
    notMeasured: sign * facts.notMeasured,
    disputed: sign * disputed,
    shortfall: sign * (facts.measured - disputed - realised),
    realised: sign * realised,
    budgeted: sign * budgeted,
    takenOut: sign * takenOut,
    confirmed: sign * confirmed,
    surplus: sign * (undisputed - realised),
  };
}

export const NO_LEAKAGE: Leakage = {
  promised: 0n,
  delayed: 0n,
  notMeasured: 0n,
  disputed: 0n,
  shortfall: 0n,
  realised: 0n,
  budgeted: 0n,
  takenOut: 0n,
  confirmed: 0n,
  surplus: 0n,
};

/** Leakage of many: each step is the sum of its parts. */
export function sumLeakage(parts: Iterable<Leakage>): Leakage {
  const total = { ...NO_LEAKAGE };
  for (const part of parts) {
    for (const key of Object.keys(total) as (keyof Leakage)[]) total[key] += part[key];
  }
  return total;
}
