import { randomUUIDv7 } from 'node:crypto';
import { actualKey, type PlannedActual } from '@hoest/exchange';
import type { Transaction } from '../../database/transaction';
import { readRowsAsJson, removeRows } from '../business-rows';
import { type ImportChange, storeChanges, tellRows } from '../import-changes';

const COLUMNS = `id uuid, account text, "costCentre" text, month date, "amountMinor" bigint, "budgetMinor" bigint, currency text, text text,
        "postingRef" text, "sourceKey" text, occurrence int`;

interface Write {
  id: string;
  row: PlannedActual;
}

const records = (writes: readonly Write[]) =>
  JSON.stringify(
    writes.flatMap(({ id, row: { actual, occurrence } }) =>
      actual ? [{ ...actual, id, occurrence, sourceKey: actualKey(actual) }] : [],
    ),
  );

async function insertActuals(tx: Transaction, importId: string, writes: readonly Write[]): Promise<void> {
  if (writes.length === 0) return;
  await tx.query(
    `insert into finance_actual (organisation_id, id, account, cost_centre, month, amount_minor, budget_minor, currency, text, posting_ref,
        import_id, source_key, occurrence)
      select $1, x.id, x.account, x."costCentre", x.month, x."amountMinor", x."budgetMinor", x.currency, x.text, x."postingRef", $2, x."sourceKey", x.occurrence
      from jsonb_to_recordset($3::jsonb) as x(${COLUMNS})`,
    [tx.organisationId, importId, records(writes)],
  );
}

/** Only what a corrected file may change; account, period and voucher are what the line is known by. */
async function updateActuals(tx: Transaction, importId: string, writes: readonly Write[]): Promise<void> {
  if (writes.length === 0) return;
  await tx.query(
    `update finance_actual a set amount_minor = x."amountMinor", budget_minor = x."budgetMinor", text = x.text, import_id = $2,
        version = a.version + 1, updated_at = now()
      from jsonb_to_recordset($3::jsonb) as x(${COLUMNS}) where a.organisation_id = $1 and a.id = x.id`,
    [tx.organisationId, importId, records(writes)],
  );
}

/**
 * Writes planned actuals inside the caller's transaction, set-based, and remembers every row before and after. One audit
 * entry names counts and a digest of all changes.
 * @param onStep called between the steps with the share done, 0–1; it may throw to cancel, and nothing is written then
 */
export async function applyActuals(
  tx: Transaction,
  importId: string,
  plan: readonly PlannedActual[],
  onStep: (share: number) => Promise<void>,
): Promise<void> {
  const creates = plan.filter(({ outcome }) => outcome === 'create').map((row) => ({ row, id: randomUUIDv7() }));
  const updates = plan.flatMap((row) => (row.outcome === 'update' && row.before ? [{ row, id: row.before.id }] : []));
  const removed = plan.flatMap(({ removes }) => removes.map(({ id }) => id));
  const changed = updates.map(({ id }) => id);
  const before = await readRowsAsJson(tx, 'finance_actual', [...changed, ...removed]);
  await onStep(0.2);
  // Those that go free the number of their key, which a new line may take.
  await removeRows(tx, 'finance_actual', removed);
  await insertActuals(tx, importId, creates);
  await onStep(0.5);
  await updateActuals(tx, importId, updates);
  await onStep(0.8);
  const created = creates.map(({ id }) => id);
  const after = await readRowsAsJson(tx, 'finance_actual', [...created, ...changed]);
  const changes = [...created, ...changed, ...removed].map((id): ImportChange => ({
    tableName: 'finance_actual',
    key: { id },
    before: before.get(id) ?? null,
    after: after.get(id) ?? null,
  }));
  const ids = new Map([...creates, ...updates].map(({ row, id }) => [row.line, id]));
  await tellRows(
    tx,
    importId,
    plan.map(({ line, outcome, before: stored }) => ({ line, outcome, objectId: ids.get(line) ?? stored?.id ?? null })),
  );
  const digest = await storeChanges(tx, importId, changes);
  tx.audit({
    action: 'imported',
    objectKind: 'import',
    objectId: importId,
    changes: {
      created: { from: null, to: creates.length },
      updated: { from: null, to: updates.length },
      removed: { from: null, to: removed.length },
      digest: { from: null, to: digest },
    },
  });
  await onStep(0.95);
}
