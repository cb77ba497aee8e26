import type { Transaction } from '../database/transaction';
import { addToOutbox } from './outbox';

/**
 * Writes down that a job was given up, where people can see it and have it tried again. A job that fails again while its
 * former failure stands updates that row: one broken record is one line, however often the sweep tries it.
 */
export async function recordFailedJob(
  tx: Transaction,
  failure: { jobName: string; payload: Record<string, unknown>; reason: string },
): Promise<void> {
  const { requestId, ...ids } = failure.payload;
  const values = [
    tx.organisationId,
    failure.jobName,
    JSON.stringify(failure.payload),
    failure.reason.slice(0, 2000),
    typeof requestId === 'string' ? requestId : null,
  ];
  const [standing] = await tx.query(
    `update failed_job set payload = $3, reason = $4, request_id = $5, failed_at = now()
      where organisation_id = $1 and job_name = $2 and retried_at is null and payload - 'requestId' = $6::jsonb returning 1`,
    [...values, JSON.stringify(ids)],
  );
  if (!standing)
    await tx.query(
      `insert into failed_job (organisation_id, job_name, payload, reason, request_id) values ($1, $2, $3, $4, $5)`,
      values,
    );
}

/** Has a failed job tried again. @returns false when there is no such failure, or it has been dealt with. */
export async function retryFailedJob(tx: Transaction, id: string): Promise<boolean> {
  const [row] = await tx.query<{ job_name: string; payload: Record<string, unknown> }>(
    `update failed_job set retried_at = now() where organisation_id = $1 and id = $2 and retried_at is null returning job_name, payload`,
    [tx.organisationId, id],
  );
  if (!row) return false;
  await addToOutbox(tx, row.job_name, { ...row.payload, requestId: tx.caller.requestId });
  return true;
}
