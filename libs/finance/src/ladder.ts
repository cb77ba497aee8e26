import type { Label } from '@hoest/quantities';

/**
 * Rungs of the finance ladder that finance decides on, lowest first. Below them stands rung 0, the estimate: what the plan
 * promises and the measurements show. Source: domain rules, section 4
 */
export const RUNGS = ['quality_assured', 'budgeted', 'taken_out', 'confirmed'] as const;
export type Rung = (typeof RUNGS)[number];

export const RUNG_LABELS: Record<Rung | 'estimated', Label> = {
  estimated: { da: 'Estimeret', en: 'Estimated' },
  quality_assured: { da: 'Kvalitetssikret', en: 'Quality-assured' },
  budgeted: { da: 'Indarbejdet i budget', en: 'Budgeted' },
  taken_out: { da: 'Udmøntet', en: 'Taken out' },
  confirmed: { da: 'Regnskabsbekræftet', en: 'Confirmed in the accounts' },
};

/** 1–4, as the rule text and the database number the rungs. */
export function rungNumber(rung: Rung): 1 | 2 | 3 | 4 {
  return (RUNGS.indexOf(rung) + 1) as 1 | 2 | 3 | 4;
}

export function rungOf(number: number): Rung {
  const rung = RUNGS[number - 1];
  if (!rung) throw new RangeError(`there is no rung ${number}`);
  return rung;
}

/** Classes whose money can leave a budget; every other class stays on rung 1. Source: domain rules, section 4 */
export const CASH_CLASSES = ['cash_releasing', 'income'] as const;

export function reachesBudgets(benefitClass: string): boolean {
  return (CASH_CLASSES as readonly string[]).includes(benefitClass);
}

/** What is validated per rung, minor units of one benefit in one year; magnitudes, the benefit's polarity gives the sign. */
export type RungAmounts = Record<Rung, bigint>;

export const NO_AMOUNTS: RungAmounts = { quality_assured: 0n, budgeted: 0n, taken_out: 0n, confirmed: 0n };

/** Whether the amounts are nested: none negative, none above the rung below. Source: domain rules, section 4 */
export function isNested(amounts: RungAmounts): boolean {
  return RUNGS.every((rung, index) => {
    const below = RUNGS[index - 1];
    return amounts[rung] >= 0n && (below === undefined || amounts[rung] <= amounts[below]);
  });
}

/** The amounts after one more entry. */
export function withEntry(amounts: RungAmounts, rung: Rung, amountMinor: bigint): RungAmounts {
  return { ...amounts, [rung]: amounts[rung] + amountMinor };
}

export type NestingFault =
  /** More than the rung below carries; `room` = what still fits, minor units, ≥ 0. */
  | { kind: 'above-lower-rung'; below: Rung; room: bigint }
  /** Less than the rung above carries; `excess` = what must be taken back there first, minor units. */
  | { kind: 'below-higher-rung'; above: Rung; excess: bigint }
  /** Less than nothing would be left. */
  | { kind: 'negative'; standing: bigint };

/** What keeps an amount from being entered on a rung; null when nothing does. */
export function nestingFault(amounts: RungAmounts, rung: Rung, amountMinor: bigint): NestingFault | null {
  const index = RUNGS.indexOf(rung);
  const after = amounts[rung] + amountMinor;
  if (after < 0n) return { kind: 'negative', standing: amounts[rung] };
  const below = RUNGS[index - 1];
  if (below && after > amounts[below]) {
    return { kind: 'above-lower-rung', below, room: amounts[below] - amounts[rung] };
  }
  const above = RUNGS[index + 1];
  if (above && after < amounts[above]) return { kind: 'below-higher-rung', above, excess: amounts[above] - after };
  return null;
}
