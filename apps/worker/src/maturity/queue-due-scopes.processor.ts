import { Inject, Injectable } from '@nestjs/common';
import type { JobHandler, Queue } from '@hoest/jobs';
import { Database, dueScopes } from '@hoest/persistence';
import type { Logger } from '@hoest/platform';
import { LOGGER, QUEUE } from '../tokens';

/**
 * Queues the scopes whose results change by the calendar alone: a due date has passed, a figure has become too old. Every
 * result says itself when that is, so the look is short and may be repeated all day; the first after midnight finds all.
 */
@Injectable()
export class QueueDueScopesProcessor implements JobHandler<'queue-due-scopes'> {
  readonly name = 'queue-due-scopes';

  constructor(
    private readonly database: Database,
    @Inject(QUEUE) private readonly queue: Queue,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async handle(): Promise<void> {
    const due = await dueScopes(this.database);
    if (due.length === 0) return;
    this.logger.info({ scopes: due.length }, 'the calendar has moved scopes');
    await this.queue.enqueueMany(
      due.map((scope) => ({
        name: 'recalculate-scope',
        payload: { ...scope, requestId: 'calendar' },
        sweep: 'calendar',
      })),
    );
  }
}
