import { PROBLEMS, type ProblemCode } from './catalogue';
import { ProblemError } from './problem';

/**
 * A problem as a job keeps it (`job.problem`): with the words of both languages, so that whoever looks later reads it in
 * their own.
 */
export interface StoredProblem {
  code: ProblemCode;
  detail: ProblemError['detail'];
  params: ProblemError['params'];
  faults: ProblemError['faults'];
  extra: ProblemError['extra'];
}

export function storeProblem({ code, detail, params, faults, extra }: ProblemError): StoredProblem {
  return { code, detail, params, faults, extra };
}

/** The problem a job kept, ready for `problemBody`; null when the job kept none. */
export function restoreProblem(stored: unknown): ProblemError | null {
  if (stored === null || typeof stored !== 'object') return null;
  const { code, detail, params, faults, extra } = stored as Partial<StoredProblem>;
  const known = code !== undefined && Object.hasOwn(PROBLEMS, code) ? code : 'internal';
  return new ProblemError(known, { detail: detail ?? undefined, params, faults, extra });
}
