/** A cell by its place among the visible rows and columns. */
export interface Place {
  row: number;
  column: number;
}

/** Cells between two corners, both included. */
export interface CellRange {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export function rangeOf(anchor: Place, head: Place): CellRange {
  return {
    top: Math.min(anchor.row, head.row),
    bottom: Math.max(anchor.row, head.row),
    left: Math.min(anchor.column, head.column),
    right: Math.max(anchor.column, head.column),
  };
}

export function contains(range: CellRange | undefined, { row, column }: Place): boolean {
  return (
    range !== undefined && row >= range.top && row <= range.bottom && column >= range.left && column <= range.right
  );
}

/** One place further; stays inside `rows` × `columns`. */
export function moved({ row, column }: Place, key: string, rows: number, columns: number): Place {
  const [down, right] = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[key] ?? [0, 0];
  return {
    row: Math.max(0, Math.min(rows - 1, row + (down ?? 0))),
    column: Math.max(0, Math.min(columns - 1, column + (right ?? 0))),
  };
}
