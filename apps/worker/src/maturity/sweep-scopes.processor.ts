import { Inject, Injectable } from '@nestjs/common';
import type { Delivery, JobHandler, Queue } from '@hoest/jobs';
import { Database, recalculateUnmet } from '@hoest/persistence';
import type { Configuration, Logger } from '@hoest/platform';
import { StopSignal } from '../stop-signal';
import { CONFIGURATION, LOGGER, QUEUE } from '../tokens';

/** The program ends; what is left is wished anew by the next sweep. */
class SweepStopped extends Error {}

/** Recomputes every unmet scope of one organisation, without a job for each: after an import there are thousands. */
@Injectable()
export class SweepScopesProcessor implements JobHandler<'sweep-scopes'> {
  readonly name = 'sweep-scopes';

  constructor(
    private readonly database: Database,
    private readonly stopSignal: StopSignal,
    @Inject(QUEUE) private readonly queue: Queue,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async handle({ payload: { organisationId, requestId } }: Delivery<'sweep-scopes'>): Promise<void> {
    try {
      await recalculateUnmet(this.database, organisationId, {
        requestId,
        concurrency: this.configuration.WORKER_CONCURRENCY,
        onProgress: () => {
          if (this.stopSignal.aborted) throw new SweepStopped();
        },
        onFailure: async (scope, err) => {
          this.logger.warn({ err, ...scope, requestId }, 'scope left to a job of its own');
          // There it is tried again with pauses, and written down when it stays broken.
          await this.queue.enqueue({ name: 'recalculate-scope', payload: { ...scope, requestId } });
        },
      });
    } catch (error) {
      if (!(error instanceof SweepStopped)) throw error;
    }
  }
}
