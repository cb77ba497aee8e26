/**
 * A cell as the file has it. Text stays text; a cell that a workbook stores as a number keeps that fact, because the
 * text `1.250` may mean two things and the stored number 1.25 only one. The number is an exact decimal with a point.
 */
export type Cell = string | { number: string };

/** Lines of a sheet from its first row on, each as long as its last filled cell or longer; a missing cell is blank. */
export type Grid = readonly (readonly Cell[])[];

/** What a person sees in the cell; '' when blank or missing. */
export function textOf(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  return typeof cell === 'string' ? cell : cell.number;
}

/** Whether the cell holds nothing but white space. */
export function isBlank(cell: Cell | undefined): boolean {
  return textOf(cell).trim() === '';
}

/** Letters of a column, counted from 1: 1 = A, 27 = AA. */
export function columnLetters(column: number): string {
  let rest = column;
  let letters = '';
  while (rest > 0) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
    rest = Math.floor((rest - 1) / 26);
  }
  return letters;
}

/** Address as spreadsheets write it, row and column counted from 1: (14, 16) = P14. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}

/** Rows become columns; every line of the answer is as long as the grid has rows. */
export function transpose(grid: Grid): Cell[][] {
  const width = grid.reduce((most, line) => Math.max(most, line.length), 0);
  return Array.from({ length: width }, (_, column) => grid.map((line) => line[column] ?? ''));
}
