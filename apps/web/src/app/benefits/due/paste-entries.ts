import { BLANK_ENTRY, CELLS, type Cell, type Entry } from './read-entry';

/** Rows of the grid as far as pasting needs them. */
export interface PasteRow {
  id: string;
  /** Cells that can be typed in; a row whose money needs no volume has none for it. */
  takes: (cell: Cell) => boolean;
}

export interface Pasted {
  entries: ReadonlyMap<string, Entry>;
  /** Rows that got something. */
  rows: number;
  /** Filled cells that had no place: beyond the last row or column, or where nothing is typed. */
  dropped: number;
}

/**
 * Puts a block of cells into the grid with its upper left corner at a cell, row by row and column by column, texts as they stand;
 * what they mean is read afterwards. Cells without a place are counted, never moved somewhere else.
 */
export function pasteBlock(
  entries: ReadonlyMap<string, Entry>,
  rows: readonly PasteRow[],
  columns: readonly Cell[],
  at: { row: string; cell: Cell },
  block: readonly (readonly string[])[],
): Pasted {
  const result = new Map(entries);
  const top = rows.findIndex(({ id }) => id === at.row);
  const left = columns.indexOf(at.cell);
  const touched = new Set<string>();
  let dropped = 0;
  block.forEach((cells, down) => {
    const row = rows[top + down];
    cells.forEach((text, right) => {
      const cell = columns[left + right];
      if (!row || !cell || !row.takes(cell)) {
        if (text.trim() !== '') dropped += 1;
        return;
      }
      result.set(row.id, { ...(result.get(row.id) ?? BLANK_ENTRY), [cell]: text.trim() });
      touched.add(row.id);
    });
  });
  return { entries: result, rows: touched.size, dropped };
}

/** Whether anything is typed in a row. */
export function isTyped(entry: Entry | undefined): boolean {
  return entry !== undefined && CELLS.some((cell) => entry[cell].trim() !== '');
}
