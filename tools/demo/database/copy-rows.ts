import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Cell } from '../rows/tables';

/** Text handed to the socket at once; small pieces cost more than the rows themselves. */
const CHUNK = 256 * 1024;

/** Writes rows into a table; `columns` names their cells in order. */
export type WriteRows = (
  client: ClientBase,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly Cell[]>,
) => Promise<void>;

/** By COPY, the fastest way in. PostgreSQL refuses it where row-level security applies to the writer. */
export const copyRows: WriteRows = async (client, table, columns, rows) => {
  const stream = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`));
  await pipeline(Readable.from(chunks(rows), { objectMode: false }), stream);
};

/**
 * By COPY into a temporary table and one INSERT from there: set-based too, and row-level security and triggers see it as
 * they see every INSERT.
 */
export const insertRows: WriteRows = async (client, table, columns, rows) => {
  const list = columns.join(', ');
  await client.query(`create temporary table staged on commit drop as select ${list} from ${table} with no data`);
  await copyRows(client, 'staged', columns, rows);
  await client.query(`insert into ${table} (${list}) select ${list} from staged`);
  await client.query(`drop table staged`);
};

/** Rows of a table as cells in the order of its columns, the organisation first. */
export function cellsOf(
  organisationId: number,
  columns: readonly string[],
  rows: readonly Readonly<Record<string, Cell>>[],
): Cell[][] {
  return rows.map((row) => [organisationId, ...columns.map((column) => row[column] ?? null)]);
}

function* chunks(rows: Iterable<readonly Cell[]>): Generator<string> {
  let chunk = '';
  for (const row of rows) {
    chunk += `${row.map(written).join('\t')}\n`;
    if (chunk.length > CHUNK) {
      yield chunk;
      chunk = '';
    }
  }
  if (chunk) yield chunk;
}

/** A value in the text format of COPY. */
function written(cell: Cell): string {
  if (cell === null) return '\\N';
  if (typeof cell === 'string') return escaped(cell);
  if (typeof cell === 'boolean') return cell ? 't' : 'f';
  if (typeof cell === 'object')
    return escaped(`{${cell.map((item) => `"${item.replace(/["\\]/g, '\\$&')}"`).join(',')}}`);
  return String(cell);
}

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const SPECIAL = /[\\\n\r\t]/g;

function escaped(value: string): string {
  return value.replace(SPECIAL, (character) => ESCAPES[character] ?? character);
}
