import type { BenefitRow, LedgerRow } from '../rows/ledger-rows';
import type { MonthMark } from '../rows/month-table';
import { reachesBudgets, type Rung } from '@hoest/finance';

/** Figures an amount can be entered in; realised amounts go on to be quality-assured. */
export const RUNG_OF_FIGURE = {
  realised: 'quality_assured',
  qualityAssured: 'quality_assured',
  budgeted: 'budgeted',
  takenOut: 'taken_out',
  confirmed: 'confirmed',
} as const satisfies Record<string, Rung>;
export type EntryFigure = keyof typeof RUNG_OF_FIGURE;

export function isEntryFigure(figure: string): figure is EntryFigure {
  return Object.hasOwn(RUNG_OF_FIGURE, figure);
}

/** Why nothing can be entered in a cell. */
export type CellLock =
  | 'frozen_plan'
  | 'computed'
  | 'sum'
  /** The figures are those of a closing. */
  | 'closing'
  /** The class never leaves rung 1. */
  | 'stays_below_budget'
  /** Nothing of it has come due, so nothing can be measured yet. */
  | 'not_due'
  | 'no_month'
  | 'not_allowed';

export interface LockFacts {
  /** Whether the reader may report amounts. */
  mayReport: boolean;
  /** Whether the figures are those of a closing. */
  closing: boolean;
  /** Last month that counts in the year; null = none has ended. */
  through: string | null;
}

/** Why an amount cannot be entered; null when it can. `mark` is that of the month, in the months alone. */
export function cellLock(
  row: LedgerRow | undefined,
  figure: string,
  facts: LockFacts,
  mark?: MonthMark,
): CellLock | null {
  if (row?.kind !== 'benefit') return 'sum';
  if (figure === 'planned' || figure === 'plannedYear') return 'frozen_plan';
  // A month's realised amount is its measurements'; what finance has assured of it is a figure of its own.
  if (!isEntryFigure(figure) || (figure === 'realised' && mark !== undefined)) return 'computed';
  if (staysBelow(row, figure)) return 'stays_below_budget';
  if (facts.closing) return 'closing';
  if (!facts.mayReport) return 'not_allowed';
  if (RUNG_OF_FIGURE[figure] === 'quality_assured') {
    if (mark === undefined ? facts.through === null : mark === 'not_due') return 'not_due';
    if (mark === 'none') return 'no_month';
  }
  return null;
}

/** Whether the figure does not apply to the benefit: its class carries no money that leaves a budget. */
export function staysBelow({ item }: BenefitRow, figure: string): boolean {
  return isEntryFigure(figure) && RUNG_OF_FIGURE[figure] !== 'quality_assured' && !reachesBudgets(item.class);
}
