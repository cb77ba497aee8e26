import { createHash } from 'node:crypto';
import type { ToldRow } from '@hoest/exchange';
import type { Transaction } from '../database/transaction';
import type { JsonRow, WrittenTable } from './business-rows';

/** A row an import wrote: before is null when it made the row, after is null when it took it away. */
export interface ImportChange {
  tableName: WrittenTable;
  key: unknown;
  before: JsonRow | null;
  after: JsonRow | null;
}

/** Stores every written row before and after, in order; returns the digest of all of them. */
export async function storeChanges(
  tx: Transaction,
  importId: string,
  changes: readonly ImportChange[],
): Promise<string> {
  await tx.query(
    `insert into import_change (organisation_id, import_id, sequence, table_name, key, before, after)
      select $1, $2, x.sequence, x."tableName", x.key, x.before, x.after
      from jsonb_to_recordset($3::jsonb) as x(sequence int, "tableName" text, key jsonb, before jsonb, after jsonb)`,
    [tx.organisationId, importId, JSON.stringify(changes.map((change, index) => ({ sequence: index + 1, ...change })))],
  );
  return createHash('sha256').update(JSON.stringify(changes)).digest('hex');
}

/**
 * Writes to each row of the dry run what became of it: what it made or changed, and the outcome, which may be another one
 * when something has changed since.
 */
export async function tellRows(
  tx: Transaction,
  importId: string,
  rows: readonly Pick<ToldRow, 'line' | 'outcome' | 'objectId'>[],
): Promise<void> {
  const told = rows.map(({ line, outcome, objectId }) => ({ line, outcome, objectId }));
  await tx.query(
    `update import_row r set outcome = x.outcome, object_id = x."objectId"
      from jsonb_to_recordset($3::jsonb) as x(line int, outcome text, "objectId" uuid)
      where r.organisation_id = $1 and r.import_id = $2 and r.line = x.line`,
    [tx.organisationId, importId, JSON.stringify(told)],
  );
}
