import type { Transaction } from '../../database/transaction';
import { contentOf, type JsonRow, readRowsAsJson, removeRows, restoreRows } from '../business-rows';
import type { KeptRow, UndoneImport } from '../undo-import';

interface Change {
  id: string;
  before: JsonRow | null;
  after: JsonRow | null;
}

const titleOf = (row: JsonRow) =>
  [row['account'], row['cost_centre'], String(row['month']).slice(0, 7)].filter(Boolean).join(' · ');

/** Lines that a later import stored under the key and number of a line that was taken away. */
async function takenAgain(tx: Transaction, gone: readonly JsonRow[]): Promise<Set<string>> {
  if (gone.length === 0) return new Set();
  const rows = await tx.query<{ id: string }>(
    `select r.id from finance_actual a join jsonb_populate_recordset(null::finance_actual, $2::jsonb) r
        on r.source_key = a.source_key and r.occurrence = a.occurrence
      where a.organisation_id = $1`,
    [tx.organisationId, JSON.stringify(gone)],
  );
  return new Set(rows.map(({ id }) => id));
}

async function putBack(tx: Transaction, rows: readonly JsonRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `insert into finance_actual select r.* from jsonb_populate_recordset(null::finance_actual, $2::jsonb) r where r.organisation_id = $1`,
    [tx.organisationId, JSON.stringify(rows)],
  );
}

/**
 * Returns the lines an import of actuals wrote to their former content: new ones go, changed ones get their old amounts
 * back, those that were taken away return. A line that a later import changed stays and is listed.
 */
export async function undoActuals(tx: Transaction, importId: string): Promise<UndoneImport> {
  const changes = await tx.query<Change>(
    `select c.key ->> 'id' as id, c.before, c.after from import_change c
      where c.organisation_id = $1 and c.import_id = $2 and c.table_name = 'finance_actual' order by c.sequence`,
    [tx.organisationId, importId],
  );
  const now = await readRowsAsJson(
    tx,
    'finance_actual',
    changes.map(({ id }) => id),
  );
  const kept: KeptRow[] = [];
  const untouched = changes.filter(({ id, after }) => {
    const row = now.get(id);
    if (after === null) return row === undefined;
    // A line that is gone was taken away by a later import, which answers for it.
    if (row === undefined) return false;
    if (contentOf(row) === contentOf(after)) return true;
    kept.push({ kind: 'finance_actual', id, title: titleOf(row), reason: 'edited' });
    return false;
  });
  const created = untouched.filter(({ before }) => before === null).map(({ id }) => id);
  const removed = await removeRows(tx, 'finance_actual', created);
  const changed = untouched.flatMap(({ before, after }) => (before && after ? [before] : []));
  let restored = await restoreRows(tx, 'finance_actual', changed);
  const gone = untouched.flatMap(({ before, after }) => (before && !after ? [before] : []));
  const taken = await takenAgain(tx, gone);
  const free = gone.filter((row) => !taken.has(String(row['id'])));
  await putBack(tx, free);
  restored += free.length;
  for (const row of gone) {
    const id = String(row['id']);
    if (taken.has(id)) kept.push({ kind: 'finance_actual', id, title: titleOf(row), reason: 'built_on' });
  }
  tx.audit({
    action: 'undone',
    objectKind: 'import',
    objectId: importId,
    changes: {
      restored: { from: null, to: restored },
      removed: { from: null, to: removed },
      kept: { from: null, to: kept.length },
    },
  });
  return { restored, removed, kept };
}
