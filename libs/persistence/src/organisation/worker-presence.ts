import type { Database } from '../database/transaction';

/**
 * How a worker's listening connection is named while its queue answers, and while it does not. The connection itself is
 * the sign of life: it is gone the moment the worker is, without rows that must be written and cleaned away.
 */
export const WORKER_CONNECTION = 'hoest-worker';
export const WORKER_CONNECTION_WITHOUT_QUEUE = 'hoest-worker without queue';

export interface WorkerPresence {
  /** Workers connected now. */
  workers: number;
  /** Whether the queue answers at least one of them. */
  queueReachable: boolean;
}

/** Whether anybody does the background work; without a worker the api serves on, "degraded". */
export async function workerPresence(database: Database): Promise<WorkerPresence> {
  const [row] = await database.lookUp<WorkerPresence>(
    `select count(*)::int as workers, coalesce(bool_or(application_name = $1), false) as "queueReachable"
      from pg_stat_activity where datname = current_database() and application_name in ($1, $2)`,
    [WORKER_CONNECTION, WORKER_CONNECTION_WITHOUT_QUEUE],
  );
  return row ?? { workers: 0, queueReachable: false };
}
