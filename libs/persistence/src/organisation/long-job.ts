import type { Transaction } from '../database/transaction';
import { addToOutbox } from './outbox';

/** States of a row of `job`; the last three are final. */
export type LongJobState = 'pending' | 'running' | 'completed' | 'failed' | 'cancelled';

/**
 * Asks for long work in the caller's transaction. The worker takes it up after the commit, in the caller's organisation
 * and with the rights the person has then; progress is announced on topic `job`.
 * @param kind one of LONG_JOB_KINDS.
 * @param subject what the work is about, so that its page can find the job.
 * @returns id of the job, for `Location: /api/v1/jobs/{id}`.
 */
export async function startLongJob(
  tx: Transaction,
  kind: string,
  subject: { kind: string; id: string } | null = null,
): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    `insert into job (organisation_id, kind, subject_kind, subject_id, created_by, request_id) values ($1, $2, $3, $4, $5, $6) returning id`,
    [tx.organisationId, kind, subject?.kind ?? null, subject?.id ?? null, tx.caller.personId, tx.caller.requestId],
  );
  if (!row) throw new Error('The job was not stored');
  await addToOutbox(tx, 'run-job', {
    organisationId: tx.organisationId,
    jobId: row.id,
    requestId: tx.caller.requestId,
  });
  tx.announce('job', row.id);
  return row.id;
}

/**
 * Asks a job to stop. One that nobody has begun is cancelled at once; one that runs ends at its next step, with nothing
 * half done; one that has ended stays as it is.
 * @returns the state it is in now; null = no such job.
 */
export async function cancelLongJob(tx: Transaction, jobId: string): Promise<LongJobState | null> {
  const [row] = await tx.query<{ state: LongJobState }>(
    `update job set cancel_requested = true, updated_at = now(), version = version + 1,
        finished_at = case when state = 'pending' then clock_timestamp() end,
        phase = case when state = 'pending' then 'ended' else phase end,
        state = case when state = 'pending' then 'cancelled' else state end
      where organisation_id = $1 and id = $2 and state in ('pending', 'running') returning state`,
    [tx.organisationId, jobId],
  );
  if (row) {
    tx.announce('job', jobId);
    return row.state;
  }
  const [ended] = await tx.query<{ state: LongJobState }>(
    `select state from job where organisation_id = $1 and id = $2`,
    [tx.organisationId, jobId],
  );
  return ended?.state ?? null;
}
