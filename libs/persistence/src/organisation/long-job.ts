import type { Transaction } from '../database/transaction';
import { addToOutbox } from './outbox';

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
