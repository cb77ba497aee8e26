import type { Transaction } from '../database/transaction';

/**
 * Rows as JSON, whole: what an import writes is remembered by the row before and after, so that an undo can tell an
 * untouched row from one that somebody edited, and put the former content back.
 */

/** Tables an import of initiatives writes, parents before children. */
export const IMPORTED_TABLES = [
  'organisation',
  'unit',
  'initiative',
  'cost_line',
  'benefit',
  'role_assignment',
] as const;
export type ImportedTable = (typeof IMPORTED_TABLES)[number];

/** Tables any kind of import writes. */
export type WrittenTable = ImportedTable | 'finance_actual';

/** Columns that change with every write and say nothing about content. */
export const UNTOLD_COLUMNS = ['version', 'created_at', 'updated_at'];

export type JsonRow = Record<string, unknown>;

/** The rows of a table with these ids, by id. */
export async function readRowsAsJson(
  tx: Transaction,
  table: WrittenTable,
  ids: readonly string[],
): Promise<Map<string, JsonRow>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<{ id: string; row: JsonRow }>(
    `select t.id, to_jsonb(t) as row from ${table} t where t.organisation_id = $1 and t.id = any($2::uuid[])`,
    [tx.organisationId, [...ids]],
  );
  return new Map(rows.map(({ id, row }) => [id, row]));
}

/** Role assignments of initiatives and benefits, by id: a trigger keeps them in step with owners and managers. */
export async function readAssignments(tx: Transaction, objectIds: readonly string[]): Promise<Map<string, JsonRow>> {
  const rows = await tx.query<{ id: string; row: JsonRow }>(
    `select t.id, to_jsonb(t) as row from role_assignment t where t.organisation_id = $1 and t.object_id = any($2::uuid[])`,
    [tx.organisationId, [...objectIds]],
  );
  return new Map(rows.map(({ id, row }) => [id, row]));
}

/** The content of a row: without the columns that change with every write, keys in order. */
export function contentOf(row: JsonRow | null): string {
  if (row === null) return '';
  const entries = Object.entries(row).filter(([column]) => !UNTOLD_COLUMNS.includes(column));
  return JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Takes rows away. @returns how many */
export async function removeRows(tx: Transaction, table: WrittenTable, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  await tx.query(`delete from ${table} where organisation_id = $1 and id = any($2::uuid[])`, [
    tx.organisationId,
    [...ids],
  ]);
  return ids.length;
}

/** Puts former rows back, column by column, as they were; the version goes on. @returns how many */
export async function restoreRows(tx: Transaction, table: WrittenTable, rows: readonly JsonRow[]): Promise<number> {
  const first = rows[0];
  if (!first) return 0;
  const columns = Object.keys(first).filter(
    (column) => !['organisation_id', 'id', 'version', 'updated_at'].includes(column),
  );
  await tx.query(
    `update ${table} t set ${columns.map((column) => `${column} = r.${column}`).join(', ')}, version = t.version + 1, updated_at = now()
      from jsonb_populate_recordset(null::${table}, $2::jsonb) r where t.organisation_id = $1 and t.id = r.id`,
    [tx.organisationId, JSON.stringify(rows)],
  );
  return rows.length;
}
