import type { Overview } from '@hoest/contracts';
import type { Phase } from '@hoest/portfolio';

/** The columns of the matrix and the phases each of them counts; together every phase an initiative is on its way in. */
export const RUNNING_COLUMNS = {
  idea: ['idea'],
  analysis: ['analysis', 'proposed'],
  executing: ['approved', 'executing'],
  realising: ['realising'],
  hold: ['on_hold'],
} as const satisfies Record<string, readonly Phase[]>;
export type RunningColumn = keyof typeof RUNNING_COLUMNS;
export const RUNNING_COLUMN_NAMES = Object.keys(RUNNING_COLUMNS) as RunningColumn[];

const STEPS = 3;

export interface RunningCell {
  column: RunningColumn;
  count: number;
  /** 0 = none, 1–3 = how many against the largest cell. */
  heat: number;
}

export interface RunningFigures {
  rows: { unitId: string; unitName: string; cells: RunningCell[] }[];
  totals: RunningCell[];
  total: number;
}

/** How many initiatives are on their way per unit and phase; `total` is the overview's count of initiatives. */
export function runningFigures(running: Overview['running']): RunningFigures {
  const counted = running.map(({ counts, ...unit }) => ({
    ...unit,
    counts: RUNNING_COLUMN_NAMES.map((column) =>
      RUNNING_COLUMNS[column].reduce((sum, phase) => sum + (counts[phase] ?? 0), 0),
    ),
  }));
  const largest = Math.max(1, ...counted.flatMap(({ counts }) => counts));
  const cells = (counts: readonly number[]) =>
    RUNNING_COLUMN_NAMES.map((column, index) => {
      const count = counts[index] ?? 0;
      return { column, count, heat: Math.min(STEPS, Math.ceil((STEPS * count) / largest)) };
    });
  const sums = RUNNING_COLUMN_NAMES.map((_, index) =>
    counted.reduce((sum, { counts }) => sum + (counts[index] ?? 0), 0),
  );
  return {
    rows: counted.map(({ counts, ...unit }) => ({ ...unit, cells: cells(counts) })),
    totals: cells(sums),
    total: sums.reduce((sum, count) => sum + count, 0),
  };
}
