import type { Figure } from '../rows/figures';

/** One column of the ledger, in either mode. */
export type LedgerColumn =
  | { id: 'title' | 'account' | 'status'; kind: 'title' | 'account' | 'status' }
  | { id: Figure; kind: 'figure'; figure: Figure }
  /** `index` = place among the months shown. */
  | { id: string; kind: 'month'; month: string; index: number };

const figure = (name: Figure): LedgerColumn => ({ id: name, kind: 'figure', figure: name });

/** Columns of a year, in reading order: what was promised, how certain it is, what it will be. `narrow` leaves out what the side panel says as well. */
export function yearColumns(narrow: boolean): LedgerColumn[] {
  return [
    { id: 'title', kind: 'title' },
    ...(narrow ? [] : [{ id: 'account', kind: 'account' } as const]),
    figure('planned'),
    figure('realised'),
    figure('budgeted'),
    figure('takenOut'),
    figure('confirmed'),
    figure('variance'),
    figure('forecast'),
    { id: 'status', kind: 'status' },
  ];
}

export function monthColumns(months: readonly string[]): LedgerColumn[] {
  return [
    { id: 'title', kind: 'title' },
    ...months.map((month, index): LedgerColumn => ({ id: month, kind: 'month', month, index })),
  ];
}

/** Whether two lists show the same columns in the same order. */
export function sameColumns(a: readonly LedgerColumn[], b: readonly LedgerColumn[]): boolean {
  return a.length === b.length && a.every(({ id }, index) => id === b[index]?.id);
}
