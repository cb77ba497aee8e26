import { PermanentJobError, type Deliver, type Delivery, type JobWish } from '@hoest/jobs';
import { databaseErrorCode, recordFailedJob, systemCaller, type Database } from '@hoest/persistence';
import { ProblemError, type Logger } from '@hoest/platform';

/** Refusals by the database that the same rows will meet again: wrong data, broken constraint, append-only. */
const PERMANENT_SQLSTATE = /^(22|23|HA)/;

/** Problems that pass by themselves. */
const PASSING_PROBLEMS: readonly string[] = ['busy', 'in_progress', 'internal'];

/** Whether trying again could only fail the same way. */
export function isPermanent(error: unknown): boolean {
  if (error instanceof PermanentJobError) return true;
  if (error instanceof ProblemError) return !PASSING_PROBLEMS.includes(error.code);
  return PERMANENT_SQLSTATE.test(databaseErrorCode(error) ?? '');
}

/**
 * Around every delivery: logs it with its request id, tells passing from permanent failures, and writes a failure down in
 * `failed_job` before the queue gives the job up.
 */
export function watchedDeliver(deliver: Deliver, database: Database, logger: Logger): Deliver {
  return async (delivery) => {
    const { requestId, ...ids } = delivery.payload as Record<string, unknown>;
    const context = { job: delivery.name, requestId, attempt: delivery.attempt, ...ids };
    try {
      await deliver(delivery);
      logger.debug(context, 'job done');
    } catch (error) {
      const permanent = isPermanent(error);
      if (!permanent && !delivery.lastAttempt) {
        logger.warn({ err: error, ...context }, 'job failed, will be tried again');
        throw error;
      }
      logger.error({ err: error, ...context }, 'job given up');
      await writeDown(delivery, reasonOf(error), database, logger);
      throw permanent ? new PermanentJobError(reasonOf(error), { cause: error }) : error;
    }
  };
}

/** Makes a failure visible. The queue keeps its own note, so a database that is down here costs only the row. */
export async function writeDown(
  wish: JobWish | Delivery,
  reason: string,
  database: Database,
  logger: Logger,
): Promise<void> {
  const payload = wish.payload as Record<string, unknown>;
  const organisationId = payload['organisationId'];
  // Upkeep of the whole product belongs to no organisation and comes again by itself; the log is its record.
  if (typeof organisationId !== 'number') return;
  try {
    await database.transaction(systemCaller(organisationId, String(payload['requestId'])), {}, (tx) =>
      recordFailedJob(tx, { jobName: wish.name, payload, reason }),
    );
  } catch (err) {
    logger.error({ err, job: wish.name, organisationId }, 'failure could not be written down');
  }
}

/** Short and without values of rows: PostgreSQL puts those into `detail`, which stays in the log. */
function reasonOf(error: unknown): string {
  if (error instanceof PermanentJobError && error.cause) return `${error.message}: ${reasonOf(error.cause)}`;
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
