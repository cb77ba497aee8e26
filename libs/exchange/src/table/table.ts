import type { Label } from '@hoest/quantities';
import { type Cell, cellAddress, columnLetters, textOf } from '../grid';

/** Whether the sheet has one initiative per row or per column. */
export type Orientation = 'rows' | 'columns';

/** Why a line of the sheet is no initiative, in words. */
export const SKIP_REASONS = {
  above_headings: { da: 'Står over overskrifterne', en: 'Stands above the headings' },
  repeated_headings: { da: 'Gentager overskrifterne', en: 'Repeats the headings' },
  total: { da: 'Sum af andre rækker', en: 'Total of other rows' },
  footnote: { da: 'Note under tabellen', en: 'Note below the table' },
  chosen: { da: 'Valgt fra', en: 'Left out by choice' },
} as const satisfies Record<string, Label>;

export type SkipReason = keyof typeof SKIP_REASONS;
export const SKIP_REASON_CODES = Object.keys(SKIP_REASONS) as [SkipReason, ...SkipReason[]];

/** A field of the table: a column of the sheet, or one of its rows when every initiative is a column. */
export interface TableColumn {
  /** Position in `TableLine.cells`, from 0. */
  index: number;
  /** Distinct heading on one line. */
  heading: string;
  /** Column number of the sheet (row number when initiatives are columns), from 1. */
  position: number;
}

/** One initiative as it stands in the sheet. */
export interface TableLine {
  /** Row number of the sheet (column number when initiatives are columns), from 1. */
  line: number;
  /** One cell per column of the table. */
  cells: Cell[];
}

export interface SkippedLine {
  line: number;
  /** Address of its first filled cell. */
  place: string;
  reason: SkipReason;
  /** What stands in it, for a person to recognise it by. */
  text: string;
}

/** A sheet read as a table. Plain data: stored with the import, so that the mapping can change without a new upload. */
export interface Table {
  orientation: Orientation;
  /** Line of the headings, counted as `TableLine.line`. */
  headingLine: number;
  columns: TableColumn[];
  lines: TableLine[];
  /** Filled lines that are no initiative, in the sheet's order. Blank lines are not listed. */
  skipped: SkippedLine[];
  /** Texts above the headings; they often say the unit of all amounts. */
  preamble: string[];
}

/** Where a line and a field meet in the sheet, whichever way it is turned. */
export interface CellPlace {
  row: number;
  column: number;
  /** As spreadsheets write it: `P14`. */
  place: string;
}

/** Place of a cell of the table. */
export function placeOf(table: Pick<Table, 'orientation'>, line: number, position: number): CellPlace {
  const [row, column] = table.orientation === 'rows' ? [line, position] : [position, line];
  return { row, column, place: cellAddress(row, column) };
}

/** What a person calls the line: its row number, or its column letters. */
export function lineName(table: Pick<Table, 'orientation'>, line: number): string {
  return table.orientation === 'rows' ? String(line) : columnLetters(line);
}

/** Up to `most` different filled cells of a column, for the wizard to show beside its heading. */
export function samplesOf(table: Table, index: number, most = 5): string[] {
  const samples = new Set<string>();
  for (const { cells } of table.lines) {
    const text = textOf(cells[index]).trim();
    if (text !== '') samples.add(text);
    if (samples.size === most) break;
  }
  return [...samples];
}
