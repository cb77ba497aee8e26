import type { ProblemCode } from './catalogue';

/** One field that is wrong: JSON pointer, stable code, words in both languages, and facts for programs. */
export interface FieldFault {
  pointer: string;
  code: string;
  detail: { da: string; en: string };
  params?: Record<string, unknown>;
}

/**
 * An answer that is not success. Thrown anywhere in a request; the filter turns it into problem+json in the caller's
 * language. `detail` replaces the catalogue's next step where the rule knows better.
 */
export class ProblemError extends Error {
  readonly faults: readonly FieldFault[];
  readonly detail: { da: string; en: string } | null;
  readonly params: Readonly<Record<string, string>>;
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(
    readonly code: ProblemCode,
    options: {
      faults?: readonly FieldFault[];
      detail?: { da: string; en: string };
      params?: Record<string, string>;
      extra?: Record<string, unknown>;
      cause?: unknown;
    } = {},
  ) {
    super(options.detail?.en ?? code, { cause: options.cause });
    this.faults = options.faults ?? [];
    this.detail = options.detail ?? null;
    this.params = options.params ?? {};
    this.extra = options.extra ?? {};
  }
}

/** A rule of the product refused the whole action, for the named reasons. */
export function ruleRefused(detail: { da: string; en: string }, faults: readonly FieldFault[] = []): ProblemError {
  return new ProblemError('rule_refused', { detail, faults });
}

/** One field that a rule refuses, answered as 422. */
export function fieldRefused(
  pointer: string,
  code: string,
  detail: { da: string; en: string },
  params?: Record<string, unknown>,
): ProblemError {
  return new ProblemError('rule_refused', { faults: [{ pointer, code, detail, params }] });
}

export function notFound(): ProblemError {
  return new ProblemError('not_found');
}

export function notAllowed(): ProblemError {
  return new ProblemError('not_allowed');
}
