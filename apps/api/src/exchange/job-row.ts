import { JobEntity, loadRow, type Transaction } from '@hoest/persistence';

/** A job as callers see it; progress is null until the total is known. @throws RowNotFound */
export async function readJob(tx: Transaction, id: string) {
  return jobAnswer(await loadRow(tx, JobEntity, id));
}

/** Share done, 0–1. */
function progressOf({ state, done, total }: JobEntity): number | null {
  if (state === 'completed') return 1;
  return total ? Math.min(1, done / total) : null;
}

export function jobAnswer(job: JobEntity) {
  return {
    id: job.id,
    kind: job.kind,
    state: job.state,
    phase: job.phase,
    progress: progressOf(job),
    done: job.done,
    total: job.total,
    subjectKind: job.subjectKind,
    subjectId: job.subjectId,
    result: job.result,
    problem: job.problem,
    cancelRequested: job.cancelRequested,
    createdAt: job.createdAt,
    startedAt: job.startedAt,
    finishedAt: job.finishedAt,
  };
}
