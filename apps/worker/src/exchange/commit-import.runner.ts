import { Injectable } from '@nestjs/common';
import { IMPORT_KIND_PERMISSIONS } from '@hoest/contracts';
import { may } from '@hoest/organisation';
import { IMPORT_WORK, loadStoredImport, setImportState } from '@hoest/persistence';
import { failPoint, notAllowed } from '@hoest/platform';
import type { JobContext, JobRunner } from '../job-runner';

/** A large import writes for minutes in one statement; the organisation's own limit for jobs. */
const STATEMENT_TIMEOUT_MS = 60_000;
/** Progress in whole hundredths. */
const STEPS = 100;

/** Writes an import: everything in one transaction, so that a killed worker leaves it whole or absent. */
@Injectable()
export class CommitImportRunner implements JobRunner {
  readonly kind = 'commit-import';
  readonly permission = 'import.run';

  /** @returns counts of what was written. */
  async run(context: JobContext): Promise<unknown> {
    const importId = context.job.subjectId;
    if (!importId) throw new Error('The job names no import');
    await context.progress({ phase: 'reading', done: 0, total: STEPS });
    return context.transaction({ statementTimeoutMs: STATEMENT_TIMEOUT_MS }, async (tx) => {
      const stored = await loadStoredImport(tx, importId, true);
      if (!may(context.caller, IMPORT_KIND_PERMISSIONS[stored.kind])) throw notAllowed();
      const work = IMPORT_WORK[stored.kind];
      // A run before this one may have committed and died before it could say so.
      if (stored.state === 'committed') return work.countsOf(tx, importId);
      const draft = (await work.load(tx, stored))();
      await context.progress({ phase: 'writing', done: 5 });
      await failPoint('import.planned');
      const [day] = await tx.query<{ today: string }>(
        `select (now() at time zone time_zone)::date as today from organisation where organisation_id = $1`,
        [tx.organisationId],
      );
      const applied = await draft.apply(tx, importId, day?.today ?? '', async (share) => {
        await failPoint(`import.step-${Math.round(share * STEPS)}`);
        await context.progress({ done: Math.round(share * STEPS) });
      });
      await setImportState(tx, importId, 'committed');
      for (const topic of work.topics) tx.announce(topic, null);
      await failPoint('import.before-commit');
      return applied;
    });
  }
}
