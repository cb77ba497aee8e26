import { cellAddress, type Grid, isBlank, textOf } from '@hoest/exchange';
import { decodeText, type Encoding } from './decode-text';
import { type Delimiter, readDelimited } from './read-delimited';
import { readSheets, type Sheet } from './read-sheets';
import { type UploadFault, uploadFault, UploadRefused } from './upload-fault';
import type { UploadFormat } from './upload-format';
import { UPLOAD_LIMITS, type UploadLimits } from './upload-limits';

/** What the caller decides instead of leaving it to the file. */
export interface WorkbookOptions {
  format: UploadFormat;
  /** Name of the sheet to read; by default the first one with at least two filled rows of two cells. */
  sheet?: string;
  encoding?: Encoding;
  delimiter?: Delimiter;
}

export interface Workbook {
  kind: 'read';
  /** Names of all sheets; empty for delimited text. */
  sheets: string[];
  /** The sheet `grid` comes from; null for delimited text. */
  sheet: string | null;
  /** Null for xlsx, as is the delimiter. */
  encoding: Encoding | null;
  delimiter: Delimiter | null;
  grid: Grid;
}

export type WorkbookReading = Workbook | { kind: 'refused'; fault: UploadFault };

const holdsTable = (sheet: Sheet) =>
  sheet.grid.filter((line) => line.filter((cell) => !isBlank(cell)).length >= 2).length >= 2;

function chooseSheet(sheets: readonly Sheet[], name: string | undefined): Sheet {
  if (name !== undefined) {
    const found = sheets.find((sheet) => sheet.name === name);
    if (!found) throw new UploadRefused(uploadFault('no_such_sheet', { sheet: name }));
    return found;
  }
  const sheet =
    sheets.find(holdsTable) ?? sheets.find(({ grid }) => grid.some((line) => line.some((cell) => !isBlank(cell))));
  if (!sheet) throw new UploadRefused(uploadFault('no_rows'));
  return sheet;
}

/** The grid without the blank lines behind the last filled one and the blank cells behind the last in each line. */
function trimEnd(grid: Grid): Grid {
  const lines = grid.map((line) => line.slice(0, line.findLastIndex((cell) => !isBlank(cell)) + 1));
  return lines.slice(0, lines.findLastIndex((line) => line.length > 0) + 1);
}

function checkSize(grid: Grid, limits: UploadLimits): void {
  const refuse = (code: 'too_many_rows' | 'too_many_columns' | 'too_many_cells', most: number) =>
    new UploadRefused(uploadFault(code, { most: String(most) }));
  if (grid.length === 0) throw new UploadRefused(uploadFault('no_rows'));
  if (grid.length > limits.rows) throw refuse('too_many_rows', limits.rows);
  const columns = grid.reduce((most, line) => Math.max(most, line.length), 0);
  if (columns > limits.columns) throw refuse('too_many_columns', limits.columns);
  if (columns * grid.length > limits.cells) throw refuse('too_many_cells', limits.cells);
  for (const [row, line] of grid.entries()) {
    const column = line.findIndex((cell) => textOf(cell).length > limits.cellCharacters);
    if (column < 0) continue;
    const place = cellAddress(row + 1, column + 1);
    throw new UploadRefused(uploadFault('cell_too_long', { place, most: String(limits.cellCharacters) }));
  }
}

async function read(bytes: Uint8Array, options: WorkbookOptions): Promise<Workbook> {
  if (options.format === 'csv') {
    const { text, encoding } = decodeText(bytes, options.encoding);
    const { grid, delimiter } = readDelimited(text, options.delimiter);
    return { kind: 'read', sheets: [], sheet: null, encoding, delimiter, grid };
  }
  const sheets = await readSheets(bytes);
  const { name, grid } = chooseSheet(sheets, options.sheet);
  return {
    kind: 'read',
    sheets: sheets.map((sheet) => sheet.name),
    sheet: name,
    encoding: null,
    delimiter: null,
    grid,
  };
}

/**
 * Reads an accepted upload into a grid of cells. The costly part of an import: call it in a child process with a memory
 * limit and a time-out. Faults of the file are answered, faults of ours are thrown.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  options: WorkbookOptions,
  limits: UploadLimits = UPLOAD_LIMITS,
): Promise<WorkbookReading> {
  try {
    const workbook = await read(bytes, options);
    const grid = trimEnd(workbook.grid);
    checkSize(grid, limits);
    return { ...workbook, grid };
  } catch (error) {
    if (error instanceof UploadRefused) return { kind: 'refused', fault: error.fault };
    throw error;
  }
}
