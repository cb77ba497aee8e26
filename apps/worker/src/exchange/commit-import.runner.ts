import { Injectable } from '@nestjs/common';
import {
  applyImport,
  loadExistingPortfolio,
  loadStoredImport,
  planStoredImport,
  setImportState,
  type Transaction,
} from '@hoest/persistence';
import { failPoint } from '@hoest/platform';
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
      // A run before this one may have committed and died before it could say so.
      if (stored.state === 'committed') return countsOf(tx, importId);
      const existing = await loadExistingPortfolio(tx);
      const plan = planStoredImport(stored, existing);
      await context.progress({ phase: 'writing', done: 5 });
      await failPoint('import.planned');
      const [day] = await tx.query<{ today: string }>(
        `select (now() at time zone time_zone)::date as today from organisation where organisation_id = $1`,
        [tx.organisationId],
      );
      const applied = await applyImport(tx, importId, plan, existing, day?.today ?? '', async (share) => {
        await failPoint(`import.step-${Math.round(share * STEPS)}`);
        await context.progress({ done: Math.round(share * STEPS) });
      });
      await setImportState(tx, importId, 'committed');
      tx.announce('initiative', null);
      tx.announce('organisation', null);
      await failPoint('import.before-commit');
      const { initiativeIds, ...counts } = applied;
      return { ...counts, initiatives: initiativeIds.length };
    });
  }
}

/** What a commit that had already happened wrote. */
async function countsOf(tx: Transaction, importId: string): Promise<unknown> {
  const [row] = await tx.query<{ created: number; updated: number; units: number }>(
    `select count(*) filter (where table_name = 'initiative' and before is null)::int as created,
        count(*) filter (where table_name = 'initiative' and before is not null)::int as updated,
        count(*) filter (where table_name = 'unit')::int as units
      from import_change where organisation_id = $1 and import_id = $2`,
    [tx.organisationId, importId],
  );
  return row;
}
