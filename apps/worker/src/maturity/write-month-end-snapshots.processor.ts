import { Inject, Injectable } from '@nestjs/common';
import type { Delivery, JobHandler } from '@hoest/jobs';
import { Database, systemCaller, writeMonthEndSnapshot } from '@hoest/persistence';
import type { Logger } from '@hoest/platform';
import { LOGGER } from '../tokens';

/** Hour of the organisation's night at which data that came late for the month is looked for. */
const LATE_DATA_HOUR = 3;

interface MonthThatEnded {
  /** Last day of the last whole month, in the organisation's time zone. */
  day: string;
  hour: number;
  written: boolean;
  /** Whether the organisation was there before the month ended. */
  existed: boolean;
}

/**
 * Stores how the month ended, for every organisation: as soon as the month is over, and again on nights when data for it came
 * late, which makes a new revision beside the old one. Runs every hour; most runs find nothing to do.
 */
@Injectable()
export class WriteMonthEndSnapshotsProcessor implements JobHandler<'write-month-end-snapshots'> {
  readonly name = 'write-month-end-snapshots';

  constructor(
    private readonly database: Database,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** @throws AggregateError with what kept single organisations from it, after the others had their turn. */
  async handle({ payload: { requestId } }: Delivery<'write-month-end-snapshots'>): Promise<void> {
    const failures: unknown[] = [];
    const organisations = await this.database.lookUp<{ id: number }>(
      'select organisation_id as id from every_organisation()',
    );
    for (const { id } of organisations) {
      try {
        await this.writeFor(id, requestId);
      } catch (err) {
        this.logger.error({ err, organisationId: id, requestId }, 'month-end snapshot failed');
        failures.push(err);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} month-end snapshot(s) failed`);
  }

  private async writeFor(organisationId: number, requestId: string): Promise<void> {
    const month = await this.monthThatEnded(organisationId, requestId);
    if (!month?.existed || (month.written && month.hour !== LATE_DATA_HOUR)) return;
    const { written } = await writeMonthEndSnapshot(this.database, organisationId, month.day);
    if (written) this.logger.info({ organisationId, asOf: month.day, requestId }, 'month-end snapshot written');
  }

  private async monthThatEnded(organisationId: number, requestId: string): Promise<MonthThatEnded | undefined> {
    return this.database.transaction(systemCaller(organisationId, requestId), { readOnly: true }, async (tx) => {
      const [row] = await tx.query<MonthThatEnded>(
        `select m.day, extract(hour from m.local)::int as hour, (o.created_at at time zone o.time_zone)::date <= m.day as existed,
            exists (select from maturity_snapshot s where s.organisation_id = $1 and s.as_of = m.day and s.kind = 'month_end') as written
          from organisation o cross join lateral (select clock_timestamp() at time zone o.time_zone as local) t
            cross join lateral (select t.local, date_trunc('month', t.local)::date - 1 as day) m
          where o.organisation_id = $1`,
        [tx.organisationId],
      );
      return row;
    });
  }
}
