import type { Database, Transaction } from '../database/transaction';

/** A wish as it lies in the outbox. */
export interface OutboxRow {
  organisationId: number;
  jobName: string;
  payload: Record<string, unknown>;
}

/**
 * Leaves a wish for the worker in the writer's own transaction: it is there if and only if the change is. The relay hands it
 * to the queue a moment after the commit. This is the only way a request may start work (reliability rules, R2).
 * @param payload ids only; it may end up in Redis.
 */
export async function addToOutbox(tx: Transaction, jobName: string, payload: Record<string, unknown>): Promise<void> {
  await tx.query(`insert into outbox (organisation_id, job_name, payload) values ($1, $2, $3)`, [
    tx.organisationId,
    jobName,
    JSON.stringify(payload),
  ]);
  await tx.query(`select pg_notify('hoest_outbox', '')`);
}

/**
 * Takes up to `most` wishes out of the outbox, oldest first, and hands them to `deliver`; they are gone when that has
 * succeeded and the transaction commits. A crash in between delivers them twice, never not at all. Several relays may
 * run at once: each skips what another holds.
 * @returns how many were delivered.
 */
export async function relayOutbox(
  database: Database,
  most: number,
  deliver: (rows: readonly OutboxRow[]) => Promise<void>,
): Promise<number> {
  return database.spanning(async (query) => {
    const rows = await query<{ organisation_id: number; job_name: string; payload: Record<string, unknown> }>(
      `select organisation_id, job_name, payload from take_outbox($1) order by id`,
      [most],
    );
    if (rows.length > 0)
      await deliver(
        rows.map((row) => ({ organisationId: row.organisation_id, jobName: row.job_name, payload: row.payload })),
      );
    return rows.length;
  });
}
