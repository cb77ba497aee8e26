import { JobEntity, loadRow, type Transaction } from '@hoest/persistence';
import { type Language, problemBody, restoreProblem } from '@hoest/platform';

/** A job as callers see it, its problem in their language. @throws RowNotFound */
export async function readJob(tx: Transaction, id: string, language: Language) {
  return jobAnswer(await loadRow(tx, JobEntity, id), language);
}

/** Share done, 0–1. */
function progressOf({ state, done, total }: JobEntity): number | null {
  if (state === 'completed') return 1;
  return total ? Math.min(1, done / total) : null;
}

function problemOf(job: JobEntity, language: Language) {
  const problem = restoreProblem(job.problem);
  const context = { language, instance: `/api/v1/jobs/${job.id}`, requestId: job.requestId };
  return problem && problemBody(problem, context);
}

/** Progress is null until the total is known. */
export function jobAnswer(job: JobEntity, language: Language) {
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
    problem: problemOf(job, language),
    cancelRequested: job.cancelRequested,
    createdAt: job.createdAt,
    startedAt: job.startedAt,
    finishedAt: job.finishedAt,
  };
}
