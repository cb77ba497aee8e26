import { ErrorHandler, inject, Service, signal } from '@angular/core';
import type { NavigationError } from '@angular/router';
import { ApiProblem } from '../api/api-problem';

/** What went wrong that no page took care of. */
export type Unexpected = { kind: 'problem'; problem: ApiProblem } | { kind: 'newVersion' } | { kind: 'fault' };

/**
 * Last resort for errors nobody caught: they are logged and shown above the page with what to do, so that nothing fails
 * silently. A page part that cannot be fetched means, nearly always, that a new version was installed meanwhile.
 */
@Service()
export class UnexpectedErrors implements ErrorHandler {
  private readonly held = signal<Unexpected | undefined>(undefined);
  readonly latest = this.held.asReadonly();

  handleError(error: unknown): void {
    console.error(error);
    this.held.set(kindOf(error));
  }

  dismiss(): void {
    this.held.set(undefined);
  }
}

/** For the router: the address stays, and the frame says what happened. */
export function navigationFailed({ error }: NavigationError): void {
  inject(UnexpectedErrors).handleError(error);
}

function kindOf(error: unknown): Unexpected {
  const cause: unknown = error instanceof Error && 'rejection' in error ? error.rejection : error;
  if (cause instanceof ApiProblem) return { kind: 'problem', problem: cause };
  return cause instanceof TypeError && /import|module|fetch/i.test(cause.message)
    ? { kind: 'newVersion' }
    : { kind: 'fault' };
}
