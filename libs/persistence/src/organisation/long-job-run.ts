import type { Transaction } from '../database/transaction';

/** One run of a job by one worker. `attempt` is what tells it from later runs of the same job. */
export interface LongJobRun {
  jobId: string;
  kind: string;
  /** 1 for the first run. */
  attempt: number;
  subjectKind: string | null;
  subjectId: string | null;
  /** The person who asked; null = the product itself. */
  createdBy: string | null;
  createdAt: Date;
  requestId: string;
}

/** Someone else has taken the job up, or it has ended: this run must stop and write nothing more. */
export class RunLost extends Error {
  constructor(jobId: string) {
    super(`Job ${jobId} is no longer this run's`);
  }
}

export type ClaimAnswer =
  | { kind: 'claimed'; run: LongJobRun; cancelRequested: boolean }
  /** Another worker is at it and alive. */
  | { kind: 'busy' }
  /** Completed, failed or cancelled. */
  | { kind: 'ended' }
  | { kind: 'gone' };

/** Signs of life come every two seconds; a run without one for this long is dead, and the job may be taken up again. */
export const RUN_DEAD_AFTER = '8 seconds';

const lockOf = (jobId: string) => `job:${jobId}`;

/**
 * Takes a job up: one that waits, or one whose run is dead. While a former run still has a transaction open, which may
 * yet commit, it counts as alive.
 */
export async function claimLongJob(tx: Transaction, jobId: string): Promise<ClaimAnswer> {
  const [lock] = await tx.query<{ free: boolean }>(
    `select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as free`,
    [lockOf(jobId)],
  );
  if (!lock?.free) return { kind: 'busy' };
  const [row] = await tx.query<{
    kind: string;
    attempts: number;
    subject_kind: string | null;
    subject_id: string | null;
    created_by: string | null;
    created_at: Date;
    request_id: string;
    cancel_requested: boolean;
  }>(
    `update job set state = 'running', attempts = attempts + 1, version = version + 1, updated_at = now(),
        started_at = coalesce(started_at, clock_timestamp()), heartbeat_at = clock_timestamp()
      where organisation_id = $1 and id = $2
        and (state = 'pending' or (state = 'running' and heartbeat_at < clock_timestamp() - $3::interval))
      returning kind, attempts, subject_kind, subject_id, created_by, created_at, request_id, cancel_requested`,
    [tx.organisationId, jobId, RUN_DEAD_AFTER],
  );
  if (row) {
    tx.announce('job', jobId);
    return {
      kind: 'claimed',
      cancelRequested: row.cancel_requested,
      run: {
        jobId,
        kind: row.kind,
        attempt: row.attempts,
        subjectKind: row.subject_kind,
        subjectId: row.subject_id,
        createdBy: row.created_by,
        createdAt: row.created_at,
        requestId: row.request_id,
      },
    };
  }
  const [found] = await tx.query<{ state: string }>(`select state from job where organisation_id = $1 and id = $2`, [
    tx.organisationId,
    jobId,
  ]);
  if (!found) return { kind: 'gone' };
  return { kind: found.state === 'running' ? 'busy' : 'ended' };
}

/**
 * Makes the transaction one of this run: it holds off a takeover until it ends, and does not begin after one.
 * The lock comes first and the look at the row in a following statement, which then sees what the lock waited for.
 * @throws RunLost
 */
export async function holdRun(tx: Transaction, run: LongJobRun): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock_shared(hashtextextended($1, 0))`, [lockOf(run.jobId)]);
  const [row] = await tx.query(
    `select 1 from job where organisation_id = $1 and id = $2 and state = 'running' and attempts = $3`,
    [tx.organisationId, run.jobId, run.attempt],
  );
  if (!row) throw new RunLost(run.jobId);
}

/** How far a job has come; what is left out stays as it was. */
export interface LongJobProgress {
  /** What is being done now, a word of the job's kind that the client has texts for. */
  phase?: string;
  /** Steps done, of `total`. */
  done?: number;
  /** Null when it is not known yet. */
  total?: number | null;
}

/**
 * A sign of life, with progress where there is some; announced only then.
 * @returns whether someone asked the job to stop.
 * @throws RunLost
 */
export async function reportRun(tx: Transaction, run: LongJobRun, progress: LongJobProgress): Promise<boolean> {
  const [row] = await tx.query<{ cancel_requested: boolean }>(
    `update job set heartbeat_at = clock_timestamp(), updated_at = now(), phase = coalesce($4, phase), done = coalesce($5, done),
        total = case when $6 then $7 else total end
      where organisation_id = $1 and id = $2 and state = 'running' and attempts = $3 returning cancel_requested`,
    [
      tx.organisationId,
      run.jobId,
      run.attempt,
      progress.phase ?? null,
      progress.done ?? null,
      progress.total !== undefined,
      progress.total ?? null,
    ],
  );
  if (!row) throw new RunLost(run.jobId);
  if (Object.keys(progress).length > 0) tx.announce('job', run.jobId);
  return row.cancel_requested;
}

/** How a run ended. `again` puts the job back, to be taken up by a later delivery. */
export type RunOutcome =
  | { state: 'completed'; result: unknown }
  | { state: 'failed'; problem: unknown }
  | { state: 'cancelled' }
  | { state: 'again' };

/** Ends the run. @returns false when the job was no longer this run's to end. */
export async function endRun(tx: Transaction, run: LongJobRun, outcome: RunOutcome): Promise<boolean> {
  const again = outcome.state === 'again';
  const [row] = await tx.query(
    `update job set state = $4, version = version + 1, updated_at = now(), heartbeat_at = clock_timestamp(),
        phase = case when $5 then phase else 'ended' end, finished_at = case when $5 then null else clock_timestamp() end,
        done = case when $4 = 'completed' then coalesce(total, done) else done end, result = $6, problem = $7
      where organisation_id = $1 and id = $2 and state = 'running' and attempts = $3 returning 1`,
    [
      tx.organisationId,
      run.jobId,
      run.attempt,
      again ? 'pending' : outcome.state,
      again,
      outcome.state === 'completed' ? JSON.stringify(outcome.result ?? null) : null,
      outcome.state === 'failed' ? JSON.stringify(outcome.problem) : null,
    ],
  );
  if (row) tx.announce('job', run.jobId);
  return row !== undefined;
}
