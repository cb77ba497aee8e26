import { Inject, Injectable } from '@nestjs/common';
import type { Delivery, JobHandler } from '@hoest/jobs';
import { Database, handOverBenefits, moveStatesByCalendar, systemCaller } from '@hoest/persistence';
import type { Logger } from '@hoest/platform';
import { LOGGER } from '../tokens';

/**
 * What time does to benefits, for every organisation: those whose owner or measurer has left go to the line manager, and claims
 * that nobody measured again lapse. Runs every hour, so that the first run of the organisation's day finds all; most find nothing.
 */
@Injectable()
export class KeepBenefitsProcessor implements JobHandler<'keep-benefits'> {
  readonly name = 'keep-benefits';

  constructor(
    private readonly database: Database,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** @throws AggregateError with what kept single organisations from it, after the others had their turn. */
  async handle({ payload: { requestId } }: Delivery<'keep-benefits'>): Promise<void> {
    const failures: unknown[] = [];
    const organisations = await this.database.lookUp<{ id: number }>(
      'select organisation_id as id from every_organisation()',
    );
    for (const { id } of organisations) {
      try {
        await this.keep(id, requestId);
      } catch (err) {
        this.logger.error({ err, organisationId: id, requestId }, 'keeping benefits failed');
        failures.push(err);
      }
    }
    if (failures.length > 0)
      throw new AggregateError(failures, `benefits of ${failures.length} organisation(s) not kept`);
  }

  private async keep(organisationId: number, requestId: string): Promise<void> {
    const done = await this.database.transaction(systemCaller(organisationId, requestId), {}, async (tx) => {
      const [row] = await tx.query<{ day: string }>(
        `select (clock_timestamp() at time zone time_zone)::date as day from organisation where organisation_id = $1`,
        [tx.organisationId],
      );
      if (!row) return { handedOver: 0, moved: 0 };
      return {
        handedOver: await handOverBenefits(tx, row.day, null),
        moved: await moveStatesByCalendar(tx, row.day),
      };
    });
    if (done.handedOver + done.moved > 0) this.logger.info({ organisationId, ...done, requestId }, 'benefits kept');
  }
}
