import type { Table } from '../table/table';
import { headingWords } from '../targets/heading-words';
import type { ImportMapping, ProposedMapping } from './import-mapping';

/**
 * A remembered mapping on a new file: its columns found again by heading, wherever they stand now. Null when one of them
 * is missing, because then the file is another one.
 */
export function restoreMapping(table: Table, remembered: ImportMapping): ProposedMapping | null {
  const indexes = new Map(table.columns.map(({ index, heading }) => [headingWords(heading), index]));
  const columns = remembered.columns.map((column) => ({
    ...column,
    index: indexes.get(headingWords(column.heading)) ?? -1,
  }));
  if (columns.some(({ index }) => index < 0)) return null;
  const targets = new Map(columns.map(({ index, target }) => [index, target]));
  return {
    mapping: { ...remembered, columns },
    columns: table.columns.map(({ index, heading }) => {
      const target = targets.get(index) ?? null;
      return { index, heading, target, confidence: target ? 1 : 0, assumptions: [] };
    }),
    remembered: true,
    assumptions: [],
  };
}
