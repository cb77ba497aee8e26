import type { JobName, JobWish, Lane, PayloadOf } from './job-definitions';

/** How many jobs of a lane stand where. */
export interface LaneCounts {
  /** Ready to run, low priority included. */
  waiting: number;
  active: number;
  /** Waiting for the next try, or for their time. */
  delayed: number;
  /** Given up and kept for a while; `failed_job` has them too. */
  failed: number;
}

/**
 * Where wishes are left. It spreads, retries and wakes; it is not the truth, so everything in it may vanish or come twice.
 * BullMQ on PostgreSQL, BullMQ on Redis, and memory all pass the same tests (test/integration/jobs).
 */
export interface Queue {
  /**
   * Leaves one wish. A wish that equals a waiting one is dropped; one that equals a running job is kept and runs after it,
   * because the running job may have read the old rows.
   */
  enqueue(wish: JobWish): Promise<void>;
  /** Leaves many wishes in as few round trips as the backend allows. */
  enqueueMany(wishes: readonly JobWish[]): Promise<void>;
  /** Makes sure the job comes every so many milliseconds, once for all workers together. Repeating the call is harmless. */
  schedule(wish: JobWish, everyMs: number): Promise<void>;
  /** Takes back a wish that nobody has begun. @returns whether there was one. */
  cancel(wish: JobWish): Promise<boolean>;
  counts(): Promise<Record<Lane, LaneCounts>>;
  close(): Promise<void>;
}

/** One delivery of a job; the same job may be delivered several times. */
export type Delivery<Name extends JobName = JobName> = {
  [N in Name]: {
    name: N;
    payload: PayloadOf<N>;
    /** 1 for the first try. */
    attempt: number;
    /** Whether the job counts as failed when this try throws. */
    lastAttempt: boolean;
  };
}[Name];

/** Trying again would fail the same way: the job is given up at once. */
export class PermanentJobError extends Error {}

/** Runs deliveries; resolves = done, throws = try again later. */
export type Deliver = (delivery: Delivery) => Promise<void>;

export interface Workers {
  /**
   * Takes no new jobs and waits for the running ones; after `withinMs` it lets go of them, and the queue delivers them
   * again elsewhere. @returns whether all of them finished.
   */
  close(withinMs: number): Promise<boolean>;
}

export interface WorkerOptions {
  /** Jobs at once, per lane. */
  concurrency: Record<Lane, number>;
  deliver: Deliver;
  /** A job was given up after crashing its worker too often; no handler heard of it. */
  onGivenUp: (wish: JobWish, reason: string) => void;
  /** The queue itself is in trouble (connection lost, lock lost). It goes on by itself. */
  onError: (error: unknown) => void;
}
