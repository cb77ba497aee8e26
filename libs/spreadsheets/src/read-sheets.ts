import { Decimal } from '@hoest/quantities';
import type { Cell, Grid } from '@hoest/exchange';
// The universal build reads the same directory of the archive that the guard has checked; the one for Node reads the
// parts in file order instead, where an unlisted part could hide.
import readXlsxFile, { type CellValue } from 'read-excel-file/universal';
import { cleanCellText } from './clean-cell-text';
import { uploadFault, UploadRefused } from './upload-fault';

export interface Sheet {
  name: string;
  grid: Grid;
}

/** Digits Excel itself shows and calculates with; what stands behind them is the noise of binary fractions. */
const EXCEL_DIGITS = 15;

function numberCell(stored: string): { number: string } {
  const value = new Decimal(stored);
  return { number: value.toSignificantDigits(EXCEL_DIGITS).toFixed() };
}

type StoredValue = CellValue | { number: string } | null;

function cellOf(value: StoredValue): Cell {
  if (value === null) return '';
  if (typeof value === 'string') return cleanCellText(value);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (value instanceof Date) return dateText(value);
  return value as { number: string };
}

/** A workbook counts days from 1900; a smaller value is a time of day alone. */
const FIRST_YEAR = 1900;

/** The day as ISO date. A time of day behind it is left out: workbooks know no time zone, so the day is certain. */
function dateText(date: Date): string {
  const [day = '', time = ''] = date.toISOString().split('T');
  return date.getUTCFullYear() < FIRST_YEAR ? time.slice(0, 8) : day;
}

/**
 * Every sheet of a workbook, cells as the workbook types them: numbers exact to the 15 digits Excel works with, dates
 * as ISO text, formulas as their stored result, errors as their text (`#N/A`).
 * Only for files that `guardUpload` has accepted, and only in a process with a memory limit: a small file can cost
 * a gigabyte.
 * @throws UploadRefused `archive_damaged`
 */
export async function readSheets(bytes: Uint8Array): Promise<Sheet[]> {
  const copy = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(copy).set(bytes);
  try {
    const sheets = await readXlsxFile<{ number: string }>(copy, { trim: false, parseNumber: numberCell });
    return sheets.map(({ sheet, data }) => ({ name: sheet, grid: data.map((row) => row.map(cellOf)) }));
  } catch (error) {
    throw new UploadRefused(uploadFault('archive_damaged'), { cause: error });
  }
}
