import type { importRoutes } from '@hoest/contracts';
import { type Cell, type CellIssue, lineName, type Table, textOf } from '@hoest/exchange';
import { loadStoredImport, type Transaction } from '@hoest/persistence';
import type { CallOf } from '../http/handle';
import { inReadingOrder } from './import-rows';

const WORDS = {
  da: { row: 'Række', column: 'Kolonne', problem: 'Fejl', file: 'bemærkninger' },
  en: { row: 'Row', column: 'Column', problem: 'Problem', file: 'remarks' },
} as const;

type Language = keyof typeof WORDS;

/** Texts a spreadsheet would run as a formula get an apostrophe; figures with a sign stay figures. */
function field(text: string): string {
  const safe = /^[=@\t\r]/.test(text) || /^[+-](?![\d.,])/.test(text) ? `'${text}` : text;
  return /[;"\n\r]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** "P14: Teksten kan ikke læses som et tal. Mente du “1.250”?" */
function sentence({ place, reason, suggestion }: CellIssue, language: Language): string {
  return [`${place}: ${reason[language]}`, suggestion?.[language]].filter(Boolean).join(' ');
}

/**
 * Rows of a file with what is wrong with them, to be corrected in a spreadsheet and uploaded again: the cells as they
 * stand, an extra column in front that names the row and one behind that names each fault. Semicolons, CRLF and byte order
 * mark, so that spreadsheets open it with Danish letters.
 */
export function issuesFile(
  table: Table,
  issues: ReadonlyMap<number, readonly CellIssue[]>,
  language: Language,
): string {
  const words = WORDS[language];
  const head = [
    table.orientation === 'rows' ? words.row : words.column,
    ...table.columns.map(({ heading }) => heading),
    words.problem,
  ];
  const lines = table.lines.flatMap(({ line, cells }) => {
    const found = issues.get(line);
    if (!found) return [];
    const told = [...found]
      .sort(inReadingOrder)
      .map((issue) => sentence(issue, language))
      .join(' | ');
    return [[lineName(table, line), ...table.columns.map(({ index }) => textOf(cells[index] as Cell)), told]];
  });
  return `\ufeff${[head, ...lines].map((line) => line.map(field).join(';')).join('\r\n')}\r\n`;
}

async function issuesByLine(tx: Transaction, importId: string): Promise<Map<number, CellIssue[]>> {
  const rows = await tx.query<{ line: number; issues: CellIssue[] }>(
    `select line, issues from import_row where organisation_id = $1 and import_id = $2 and jsonb_array_length(issues) > 0`,
    [tx.organisationId, importId],
  );
  return new Map(rows.map(({ line, issues }) => [line, issues]));
}

/** The file with the rows that have issues in the last dry run. */
export async function downloadImportIssues(call: CallOf<typeof importRoutes.downloadImportIssues>) {
  const { tx, params, query, reply } = call;
  const language = query.language ?? call.language;
  const { reading } = await loadStoredImport(tx, params.id);
  const file = issuesFile(reading.table, await issuesByLine(tx, params.id), language);
  const [row] = await tx.query<{ fileName: string }>(
    `select file_name as "fileName" from import where organisation_id = $1 and id = $2`,
    [tx.organisationId, params.id],
  );
  const name = `${(row?.fileName ?? 'import').replace(/\.[^.]*$/, '')}-${WORDS[language].file}.csv`;
  reply.headers({
    'content-type': 'text/csv; charset=utf-8',
    // The plain name is for programs that do not read the other form (RFC 6266).
    'content-disposition': `attachment; filename="import-issues.csv"; filename*=UTF-8''${encodeURIComponent(name)}`,
  });
  return Buffer.from(file);
}
