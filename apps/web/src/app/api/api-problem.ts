import type { Problem } from '@hoest/contracts';

/** Codes the client itself gives: no answer at all, or an answer that is not Høst's. */
export type ClientProblemCode = 'offline' | 'unreadable';

/**
 * What went wrong with a call, always this one type: the server's problem in the reader's language, or one of the
 * client's own. `problem.detail` says what to do next and can be shown as it is.
 */
export class ApiProblem extends Error {
  constructor(
    readonly problem: Problem,
    options?: ErrorOptions,
  ) {
    super(`${problem.code}: ${problem.title}`, options);
    this.name = 'ApiProblem';
  }

  get code(): string {
    return this.problem.code;
  }

  /** Whether the object is hidden or absent; both look the same on purpose. */
  get isAbsent(): boolean {
    return this.problem.status === 404 || this.problem.status === 403;
  }

  /** What is wrong with one field, by the name of the body's property (`/cost` and `/cost/0` both belong to `cost`). */
  faultOf(field: string): string | undefined {
    return this.problem.errors?.find(({ pointer }) => pointer === `/${field}` || pointer.startsWith(`/${field}/`))
      ?.detail;
  }
}
