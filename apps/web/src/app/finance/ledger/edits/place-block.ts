import type { CellLock } from './cell-lock';
import type { CellRange } from './cell-range';

export interface PlacedCell {
  row: number;
  column: number;
  text: string;
}

/** Where the cells of a block land, before anything is changed. */
export interface PlacedBlock {
  entries: readonly PlacedCell[];
  /** Filled cells that fall where nothing can be entered, by reason. */
  locked: ReadonlyMap<CellLock, number>;
  /** Filled cells beyond the last row or column. */
  outside: number;
}

/**
 * Lays a block of texts over the grid, its upper left corner at that of the range. A single text fills the whole range;
 * a block keeps its own size. Empty cells change nothing. Cells without a place are counted, never moved elsewhere.
 */
export function placeBlock(
  block: readonly (readonly string[])[],
  at: CellRange,
  size: { rows: number; columns: number },
  lockOf: (row: number, column: number) => CellLock | null,
): PlacedBlock {
  const cells = isSingle(block) ? filled(at, block[0]?.[0] ?? '') : laid(block, at);
  const entries: PlacedCell[] = [];
  const locked = new Map<CellLock, number>();
  let outside = 0;
  for (const cell of cells) {
    if (cell.text.trim() === '') continue;
    if (cell.row >= size.rows || cell.column >= size.columns) {
      outside += 1;
      continue;
    }
    const lock = lockOf(cell.row, cell.column);
    if (lock === null) entries.push(cell);
    else locked.set(lock, (locked.get(lock) ?? 0) + 1);
  }
  return { entries, locked, outside };
}

const isSingle = (block: readonly (readonly string[])[]) => block.length === 1 && block[0]?.length === 1;

function filled(at: CellRange, text: string): PlacedCell[] {
  const cells: PlacedCell[] = [];
  for (let row = at.top; row <= at.bottom; row += 1)
    for (let column = at.left; column <= at.right; column += 1) cells.push({ row, column, text });
  return cells;
}

function laid(block: readonly (readonly string[])[], at: CellRange): PlacedCell[] {
  return block.flatMap((texts, down) =>
    texts.map((text, right) => ({ row: at.top + down, column: at.left + right, text })),
  );
}
