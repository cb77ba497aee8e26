import type { Database } from '../database/transaction';

/**
 * How a worker's listening connection is named while its queue answers, and while it does not. The connection itself is
 * the sign of life: it is gone the moment the worker is, without rows that must be written and cleaned away.
 */
export const WORKER_CONNECTION = 'hoest-worker';
export const WORKER_CONNECTION_WITHOUT_QUEUE = 'hoest-worker without queue';

/** What the api says about background work, and the reasons for "degraded". */
export interface BackgroundHealth {
  /** Workers connected now. */
  workers: number;
  /** Whether the queue answers at least one of them. */
  queueReachable: boolean;
  /** Jobs that were given up and wait for someone to look. */
  openFailures: number;
}

export async function backgroundHealth(database: Database): Promise<BackgroundHealth> {
  const [row] = await database.lookUp<{ workers: number; reachable: boolean; failures: number }>(
    `select count(*)::int as workers, coalesce(bool_or(application_name = $1), false) as reachable, open_failures() as failures
      from pg_stat_activity where datname = current_database() and application_name in ($1, $2)`,
    [WORKER_CONNECTION, WORKER_CONNECTION_WITHOUT_QUEUE],
  );
  return {
    workers: row?.workers ?? 0,
    queueReachable: row?.reachable ?? false,
    openFailures: row?.failures ?? 0,
  };
}
