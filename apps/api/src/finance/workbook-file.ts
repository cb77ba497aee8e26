import writeExcelFile from 'write-excel-file/node';

type Feature = NonNullable<NonNullable<Parameters<typeof writeExcelFile>[1]>['features']>[number];

/** A cell of a workbook: texts, real numbers and dates, or a formula with the figure it gives. */
export type WorkbookCell =
  | { kind: 'text'; text: string; strong?: boolean }
  | { kind: 'number'; value: number; format?: string; strong?: boolean }
  /** `date` = YYYY-MM-DD. */
  | { kind: 'date'; date: string; strong?: boolean }
  /** `value` is kept beside the formula, for readers that do not calculate. */
  | { kind: 'formula'; formula: string; value: number; format?: string; strong?: boolean }
  | null;

export interface WorkbookSheet {
  name: string;
  rows: WorkbookCell[][];
  /** Widths of the columns in characters. */
  widths: number[];
  /** Rows and columns that stand while the rest scrolls. */
  stickyRows: number;
  stickyColumns: number;
}

const AMOUNT_FORMAT = '#,##0.00';
const DATE_FORMAT = 'yyyy-mm-dd';

/**
 * A text that no program runs: one that begins like a formula gets an apostrophe, figures with a sign stay as they are, and
 * what no workbook can hold is left out.
 */
export function safeText(text: string): string {
  // Control characters other than tab and line break are not allowed in the file at all.
  const clean = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
  return /^[=@\t\r]/.test(clean) || /^[+-](?![\d.,])/.test(clean) ? `'${clean}` : clean;
}

function written(cell: WorkbookCell) {
  if (cell === null) return null;
  const strong = cell.strong ? ({ fontWeight: 'bold' } as const) : {};
  switch (cell.kind) {
    case 'text':
      return { type: String, value: safeText(cell.text), ...strong };
    case 'number':
      return { type: Number, value: cell.value, format: cell.format ?? AMOUNT_FORMAT, ...strong };
    case 'date':
      return { type: Date, value: new Date(`${cell.date}T00:00:00Z`), format: DATE_FORMAT, ...strong };
    case 'formula':
      return { type: 'Formula' as const, value: cell.formula, format: cell.format ?? AMOUNT_FORMAT, ...strong };
  }
}

/** Letters of a column, 0 = A. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest >= 0 ? columnLetters(rest) : '') + String.fromCharCode(65 + (index % 26));
}

/** The figures of the formulas of each sheet, by address. */
function formulaValues({ rows }: WorkbookSheet): Map<string, number> {
  const values = new Map<string, number>();
  rows.forEach((cells, row) =>
    cells.forEach((cell, column) => {
      if (cell?.kind === 'formula') values.set(`${columnLetters(column)}${row + 1}`, cell.value);
    }),
  );
  return values;
}

/** Puts the figure of each formula beside it: the library writes formulas alone, and a preview would show nothing. */
function withFigures(sheets: readonly WorkbookSheet[]): Feature {
  const figures = sheets.map(formulaValues);
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (content, _options, { sheetIndex }) =>
            content.replace(
              /<c r="([A-Z]+\d+)"([^>]*)><f>([^<]*)<\/f><\/c>/g,
              (whole, address: string, rest: string, formula: string) => {
                const value = figures[sheetIndex]?.get(address);
                return value === undefined ? whole : `<c r="${address}"${rest}><f>${formula}</f><v>${value}</v></c>`;
              },
            ),
        },
      },
    },
  };
}

/** The workbook as the bytes of an .xlsx file. */
export async function workbookFile(sheets: readonly WorkbookSheet[]): Promise<Buffer> {
  const made = sheets.map((sheet) => ({
    sheet: sheet.name,
    data: sheet.rows.map((cells) => cells.map(written)),
    columns: sheet.widths.map((width) => ({ width })),
    stickyRowsCount: sheet.stickyRows,
    stickyColumnsCount: sheet.stickyColumns,
  }));
  return writeExcelFile(made, { features: [withFigures(sheets)] }).toBuffer();
}
