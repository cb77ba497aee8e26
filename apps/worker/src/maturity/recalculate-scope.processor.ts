import { Injectable } from '@nestjs/common';
import type { Delivery, JobHandler } from '@hoest/jobs';
import { Database, recalculateScope } from '@hoest/persistence';
import { failPoint } from '@hoest/platform';

/** Recomputes one scope: one call of one database function, which also tells the browsers. */
@Injectable()
export class RecalculateScopeProcessor implements JobHandler<'recalculate-scope'> {
  readonly name = 'recalculate-scope';

  constructor(private readonly database: Database) {}

  async handle({ payload }: Delivery<'recalculate-scope'>): Promise<void> {
    await failPoint('recalculate.before');
    await recalculateScope(this.database, payload, payload.requestId);
    await failPoint('recalculate.after');
  }
}
