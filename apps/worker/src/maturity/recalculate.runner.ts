import { Inject, Injectable } from '@nestjs/common';
import { countUnmetScopes, Database, recalculateUnmet, wantEverything } from '@hoest/persistence';
import type { Configuration } from '@hoest/platform';
import type { JobContext, JobRunner } from '../job-runner';
import { CONFIGURATION } from '../tokens';

/** Recomputes everything of one organisation: after an import, with new formulas, or because someone doubts a figure. */
@Injectable()
export class RecalculateRunner implements JobRunner {
  readonly kind = 'recalculate';
  readonly permission = 'maturity.recalculate';

  constructor(
    private readonly database: Database,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** @returns how many scopes were recomputed, and how many could not be. */
  async run(context: JobContext): Promise<{ recalculated: number; failed: number }> {
    const total = await context.transaction({}, async (tx) => {
      await wantEverything(tx, context.job.createdAt);
      return countUnmetScopes(tx);
    });
    await context.progress({ phase: 'recalculating', done: 0, total });
    const { done, failed } = await recalculateUnmet(this.database, context.caller.organisationId, {
      requestId: context.job.requestId,
      concurrency: this.configuration.WORKER_CONCURRENCY,
      // Writers may wish more meanwhile; the share done never passes one.
      onProgress: (count) => context.progress({ done: Math.min(count, total) }),
      onFailure: (scope, err) => context.logger.warn({ err, ...scope }, 'scope could not be recomputed'),
    });
    return { recalculated: done, failed };
  }
}
