import { randomUUID } from 'node:crypto';
import type { JobWish, Queue } from '@hoest/jobs';
import { RUN_DEAD_AFTER, type Database, type MaturityScope } from '@hoest/persistence';

/** A wish unmet for longer than this was lost on its way; normally it takes well under a second. */
const OVERDUE_AFTER = '3 seconds';
const MOST_SCOPES = 2000;
/** From here on one job for the whole organisation is quicker than one for each scope. */
const ONE_JOB_FROM = 200;
/** Any number: of all workers one sweeps at a time. */
const SWEEP_LOCK = 7_004_114;
/** Every how many sweeps the failures are looked through. */
const FAILURES_EVERY = 12;

/**
 * Finds what the queue has lost and wishes it again: scopes whose wish is unmet, long jobs whose run is dead. Whatever
 * happens to the queue (flushed, restored from an old copy, killed), this brings everything back. Source: R4.
 */
export class Sweep {
  private readonly process = randomUUID().slice(0, 8);
  private count = 0;

  constructor(
    private readonly database: Database,
    private readonly queue: Queue,
  ) {}

  async run(): Promise<void> {
    const round = this.count++;
    await this.database.spanning(async (query) => {
      const [lock] = await query<{ mine: boolean }>('select pg_try_advisory_xact_lock($1) as mine', [SWEEP_LOCK]);
      if (!lock?.mine) return;
      const scopes = await query<MaturityScope>(
        `select organisation_id as "organisationId", scope_kind as "scopeKind", scope_id as "scopeId" from overdue_scopes($1::interval, $2)`,
        [OVERDUE_AFTER, MOST_SCOPES],
      );
      const jobs = await query<{ organisationId: number; jobId: string }>(
        `select organisation_id as "organisationId", job_id as "jobId" from stale_jobs($1::interval)`,
        [RUN_DEAD_AFTER],
      );
      await this.queue.enqueueMany([
        ...this.wishesFor(scopes, `${this.process}.${Math.floor(round / 2)}`),
        ...jobs.map((job): JobWish => ({ name: 'run-job', payload: { ...job, requestId: 'sweep' } })),
      ]);
      if (round % FAILURES_EVERY === 0) await query('select close_healed_failures()');
    });
  }

  private wishesFor(scopes: readonly MaturityScope[], sweep: string): JobWish[] {
    const byOrganisation = Map.groupBy(scopes, (scope) => scope.organisationId);
    return [...byOrganisation].flatMap(([organisationId, found]): JobWish[] =>
      found.length >= ONE_JOB_FROM
        ? [{ name: 'sweep-scopes', payload: { organisationId, requestId: 'sweep' }, sweep }]
        : found.map((scope) => ({ name: 'recalculate-scope', payload: { ...scope, requestId: 'sweep' }, sweep })),
    );
  }
}
