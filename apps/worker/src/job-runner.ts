import type { LongJobKind } from '@hoest/jobs';
import type { Permission } from '@hoest/organisation';
import type { Caller, LongJobProgress, LongJobRun, Transaction, TransactionOptions } from '@hoest/persistence';
import type { Logger } from '@hoest/platform';

/**
 * Does one kind of long work. It may be stopped at any moment and run again from the start, by another worker: what it
 * writes must come out the same. `context.job.attempt` above 1 says that it has been begun before.
 */
export interface JobRunner {
  readonly kind: LongJobKind;
  /** What the person who asked must be allowed to do at the time the job runs. */
  readonly permission: Permission;
  /**
   * @returns the job's result, JSON without names or amounts that the caller may not see anyway.
   * @throws ProblemError to end the job as failed with those words; anything else is tried again, then given up.
   */
  run(context: JobContext): Promise<unknown>;
}

/** What a runner works with. */
export interface JobContext {
  readonly job: LongJobRun;
  /** The person who asked, with the rights they have now; the product itself when nobody did. */
  readonly caller: Caller;
  readonly logger: Logger;
  /**
   * A transaction in the caller's organisation that commits only while this run is the job's. Keep computing outside of
   * it: read in one, compute in none, write in another.
   * @throws RunLost when another worker has taken the job up.
   */
  transaction<T>(options: TransactionOptions, work: (tx: Transaction) => Promise<T>): Promise<T>;
  /**
   * Notes how far the work has come; written and announced at most twice a second, in a transaction of its own. Call it
   * often: it is also where a cancelled job ends.
   * @throws JobCancelled, JobInterrupted, RunLost
   */
  progress(progress: LongJobProgress): Promise<void>;
  /** For work between two reports. @throws JobCancelled, JobInterrupted, RunLost */
  assertWanted(): void;
}

/** Somebody asked the job to stop; it ends as cancelled. */
export class JobCancelled extends Error {
  constructor() {
    super('The job was cancelled');
  }
}

/** This worker is about to end; the job goes on elsewhere. */
export class JobInterrupted extends Error {
  constructor() {
    super('The worker is stopping');
  }
}
