import type { Grid } from '@hoest/exchange';
import Papa from 'papaparse';
import { cleanCellText } from './clean-cell-text';
import { uploadFault, UploadRefused } from './upload-fault';

/** Signs that separate cells in a delimited file. */
export const DELIMITERS = [';', ',', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Lines looked at to find the delimiter. */
const LOOK_AT = 60;

/** Rows a spreadsheet can hold; blank ones at the end are common, so the lower limit is asked when they are cut off. */
const SPREADSHEET_ROWS = 1_048_576;

/**
 * How well a delimiter explains the first lines: the share of lines that agree on one number of cells, then that number.
 * Titles above the table disagree and cost little; a sign that only occurs in sentences never agrees.
 */
function agreement(text: string, delimiter: Delimiter): { share: number; cells: number } {
  const { data } = Papa.parse<string[]>(text, { delimiter, preview: LOOK_AT, skipEmptyLines: 'greedy' });
  const linesByCells = new Map<number, number>();
  for (const line of data) if (line.length > 1) linesByCells.set(line.length, (linesByCells.get(line.length) ?? 0) + 1);
  const [cells, lines] = [...linesByCells].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
  return { share: data.length === 0 ? 0 : lines / data.length, cells };
}

/** The delimiter that most lines agree on; `;` for a file with one column. */
export function proposeDelimiter(text: string): Delimiter {
  let best: Delimiter = ';';
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const { share, cells } = agreement(text, delimiter);
    // The number of cells counts by its logarithm: agreement of lines matters more than many cells.
    const score = share * Math.log2(cells);
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}

/** Excel's own first line `sep=;` names the delimiter and is not a row of the sheet. */
function takeExcelHint(text: string): { text: string; hint: Delimiter | null } {
  const hint = /^"?sep=([;,\t|])"?(\r\n|\r|\n)/i.exec(text);
  return hint ? { text: text.slice(hint[0].length), hint: hint[1] as Delimiter } : { text, hint: null };
}

/**
 * Splits delimited text into cells, all kept as text; quoted cells may hold delimiters and line breaks, and a row counts
 * once however many lines it fills, as in the spreadsheet. The delimiter is the given one, else found.
 * @throws UploadRefused `quote_never_closed`, `too_many_rows`
 */
export function readDelimited(whole: string, given?: Delimiter): { grid: Grid; delimiter: Delimiter } {
  const { text, hint } = takeExcelHint(whole);
  const delimiter = given ?? hint ?? proposeDelimiter(text);
  const { data, errors, meta } = Papa.parse<string[]>(text, {
    delimiter,
    skipEmptyLines: false,
    preview: SPREADSHEET_ROWS + 1,
  });
  if (meta.truncated) throw new UploadRefused(uploadFault('too_many_rows', { most: String(SPREADSHEET_ROWS) }));
  const open = errors.find((error) => error.code === 'MissingQuotes');
  if (open) throw new UploadRefused(uploadFault('quote_never_closed', { row: String((open.row ?? 0) + 1) }));
  const grid = data.map((line) => line.map(cleanCellText));
  const last = grid.at(-1);
  if (last && last.length === 1 && last[0] === '') grid.pop();
  return { grid, delimiter };
}
