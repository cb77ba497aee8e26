import { RowNotFound, type Transaction } from '@hoest/persistence';

/** Tables whose rows have a history of their own. */
const TABLES = { initiative: 'initiative', benefit: 'benefit', strategy: 'strategy', import: 'import' } as const;

export type HistoryKind = keyof typeof TABLES;

/** Another organisation's object looks like one that does not exist. @throws RowNotFound */
export async function requireObject(tx: Transaction, kind: HistoryKind, id: string): Promise<void> {
  const found = await tx.query(`select 1 from ${TABLES[kind]} where organisation_id = $1 and id = $2`, [
    tx.organisationId,
    id,
  ]);
  if (found.length === 0) throw new RowNotFound(kind);
}
