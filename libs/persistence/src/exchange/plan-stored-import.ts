import { type ColumnSum, type PlannedRow, planImport, readRows, resolveNames } from '@hoest/exchange';
import type { ExistingPortfolio } from './load-existing-portfolio';
import type { StoredImport } from './stored-import';

export interface ImportPlan {
  rows: PlannedRow[];
  /** Units to create, each once. */
  newUnits: string[];
  columnSums: ColumnSum[];
  /** Titles by line, for lists of rows. */
  titles: Map<number, string>;
}

/**
 * What an import would do to the portfolio as it stands. Pure: the dry run and the commit call it with the same facts and
 * get the same rows.
 */
export function planStoredImport(stored: StoredImport, existing: ExistingPortfolio): ImportPlan {
  const { table } = stored.reading;
  const { createUnits, defaultUnitId } = stored.options;
  const reading = readRows(table, stored.mapping);
  const { rows, newUnits } = resolveNames(table, stored.mapping, reading.rows, existing.names, { createUnits });
  const fallback = defaultUnitId ?? existing.rootUnitId;
  const planned = planImport(rows, existing.initiatives).map((row) => {
    const hasUnit = row.newUnit !== null || row.fields.some(({ field }) => field === 'unitId');
    if (row.outcome !== 'create' || hasUnit) return row;
    return { ...row, fields: [...row.fields, { field: 'unitId' as const, before: null, after: fallback }] };
  });
  return {
    rows: planned,
    newUnits,
    columnSums: reading.columnSums,
    titles: new Map(rows.map(({ line, initiative }) => [line, initiative.fields.title])),
  };
}
