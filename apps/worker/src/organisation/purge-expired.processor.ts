import { Injectable } from '@nestjs/common';
import type { JobHandler } from '@hoest/jobs';
import { Database } from '@hoest/persistence';

/** Removes sessions and idempotency keys that have run out, of all organisations. */
@Injectable()
export class PurgeExpiredProcessor implements JobHandler<'purge-expired'> {
  readonly name = 'purge-expired';

  constructor(private readonly database: Database) {}

  async handle(): Promise<void> {
    await this.database.lookUp('select purge_expired()');
  }
}
