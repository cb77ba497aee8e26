import { JOB_NAMES, type JobName } from './job-definitions';
import type { Deliver, Delivery } from './queue';

/** Does the work of one job name. */
export interface JobHandler<Name extends JobName = JobName> {
  readonly name: Name;
  handle(delivery: Delivery<Name>): Promise<void>;
}

/** Handlers do not match the job definitions; the program must not start. */
export class HandlerTableError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The worker cannot start:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  }
}

/**
 * Checks that every name has exactly one entry.
 * @returns what is wrong, one sentence each; empty = fine.
 */
export function matchFaults(what: string, wanted: readonly string[], found: readonly string[]): string[] {
  const faults: string[] = [];
  for (const name of wanted) {
    const count = found.filter((other) => other === name).length;
    if (count === 0) faults.push(`${what} “${name}” has no handler.`);
    if (count > 1) faults.push(`${what} “${name}” has ${count} handlers.`);
  }
  for (const name of new Set(found)) if (!wanted.includes(name)) faults.push(`${what} “${name}” is not defined.`);
  return faults;
}

/**
 * One function that hands each delivery to its handler.
 * @throws HandlerTableError unless every job name has exactly one handler.
 */
export function handlerTable(handlers: readonly JobHandler[]): Deliver {
  const faults = matchFaults(
    'Job',
    JOB_NAMES,
    handlers.map((handler) => handler.name),
  );
  if (faults.length > 0) throw new HandlerTableError(faults);
  const table = new Map<JobName, JobHandler>(handlers.map((handler) => [handler.name, handler]));
  return async (delivery) => {
    const handler = table.get(delivery.name);
    if (!handler) throw new HandlerTableError([`Job “${delivery.name}” has no handler.`]);
    await handler.handle(delivery);
  };
}
