import { runMigrations } from 'bullmq';
import pg from 'pg';
import { LANES, type Lane } from '../job-definitions';

/** Schema of BullMQ's own tables in PostgreSQL. */
export const QUEUE_SCHEMA = 'bullmq';

/** What BullMQ knows a lane by. */
export function queueName(lane: Lane): string {
  return `hoest-${lane}`;
}

/**
 * Creates or updates the queue's tables as the owner and lets the application's role work with them; api and worker never
 * change a schema themselves. Safe to call at each start and from several processes at once.
 * @param ownerUrl connection of the owner of the schema.
 * @param appRole role that api and worker connect as.
 */
export async function migrateQueue(ownerUrl: string, appRole: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'hoest-migrate' });
  await client.connect();
  try {
    await runMigrations(client, QUEUE_SCHEMA);
    // BullMQ makes the numbering of a queue when its first job comes; the application's role may not, so the owner draws one.
    for (const lane of LANES) await client.query(`select ${QUEUE_SCHEMA}.next_job_id($1)`, [queueName(lane)]);
    const role = client.escapeIdentifier(appRole);
    await client.query(`
      grant usage on schema ${QUEUE_SCHEMA} to ${role};
      grant select, insert, update, delete on all tables in schema ${QUEUE_SCHEMA} to ${role};
      grant usage, select, update on all sequences in schema ${QUEUE_SCHEMA} to ${role};
      grant execute on all functions in schema ${QUEUE_SCHEMA} to ${role};
      revoke insert, update, delete on ${QUEUE_SCHEMA}.migration from ${role};
    `);
  } finally {
    await client.end();
  }
}
