import type { ImportKind, ImportMapping } from '@hoest/exchange';
import { RowNotFound } from '../database/versioned-update';
import type { Transaction } from '../database/transaction';
import type { ImportOptions, ImportReading, StoredImport } from './stored-import';

/**
 * The parts of an import a plan follows from; with `lock` nobody else changes the import until the transaction ends.
 * @throws RowNotFound
 */
export async function loadStoredImport(tx: Transaction, id: string, lock = false): Promise<StoredImport> {
  const [row] = await tx.query<{
    id: string;
    kind: ImportKind;
    state: string;
    reading: ImportReading;
    mapping: ImportMapping;
    options: ImportOptions;
  }>(
    `select id, kind, state, reading, mapping, options from import where organisation_id = $1 and id = $2${lock ? ' for update' : ''}`,
    [tx.organisationId, id],
  );
  if (!row) throw new RowNotFound('import');
  return row;
}

/** Moves an import to a state; its version goes on. */
export async function setImportState(tx: Transaction, id: string, state: string): Promise<void> {
  await tx.query(
    `update import set state = $3, version = version + 1, updated_at = now(),
        committed_at = case when $3 = 'committed' then now() else committed_at end,
        undone_at = case when $3 = 'undone' then now() else undone_at end
      where organisation_id = $1 and id = $2`,
    [tx.organisationId, id, state],
  );
  tx.announce('import', id);
}
