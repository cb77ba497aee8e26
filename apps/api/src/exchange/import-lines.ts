import type { ImportLine, importRoutes } from '@hoest/contracts';
import { lineName, type Table, textOf } from '@hoest/exchange';
import { loadStoredImport } from '@hoest/persistence';
import type { CallOf } from '../http/handle';

/** Longer cells are cut: a preview shows what a column holds, not all of it. */
const SHOWN_CELL = 300;

const cut = (text: string) => (text.length > SHOWN_CELL ? `${text.slice(0, SHOWN_CELL - 1)}…` : text);

/** Initiatives and skipped lines in the order of the sheet, up to `limit` lines. */
export function firstLines(table: Table, limit: number): ImportLine[] {
  const initiatives = table.lines.slice(0, limit).map(({ line, cells }) => ({
    line,
    name: lineName(table, line),
    cells: table.columns.map(({ index }) => cut(textOf(cells[index]))),
    skipped: null,
    text: '',
  }));
  const skipped = table.skipped.slice(0, limit).map(({ line, reason, text }) => ({
    line,
    name: lineName(table, line),
    cells: [],
    skipped: reason,
    text,
  }));
  return [...initiatives, ...skipped].sort((a, b) => a.line - b.line).slice(0, limit);
}

/** The beginning of the file as it was read. */
export async function listImportLines({ tx, params, query }: CallOf<typeof importRoutes.listImportLines>) {
  const { reading } = await loadStoredImport(tx, params.id);
  return { items: firstLines(reading.table, query.limit) };
}
