import { Injectable } from '@nestjs/common';
import { loadStoredImport, setImportState, undoImport } from '@hoest/persistence';
import { failPoint } from '@hoest/platform';
import type { JobContext, JobRunner } from '../job-runner';

const STATEMENT_TIMEOUT_MS = 60_000;

/** Takes an import back in one transaction; rows that were edited since stay and are listed on the import. */
@Injectable()
export class UndoImportRunner implements JobRunner {
  readonly kind = 'undo-import';
  readonly permission = 'import.run';

  async run(context: JobContext): Promise<unknown> {
    const importId = context.job.subjectId;
    if (!importId) throw new Error('The job names no import');
    await context.progress({ phase: 'undoing', done: 0, total: null });
    return context.transaction({ statementTimeoutMs: STATEMENT_TIMEOUT_MS }, async (tx) => {
      const stored = await loadStoredImport(tx, importId, true);
      if (stored.state === 'undone') return { again: true };
      const undone = await undoImport(tx, importId);
      await tx.query(`update import set kept_on_undo = $3::jsonb where organisation_id = $1 and id = $2`, [
        tx.organisationId,
        importId,
        JSON.stringify(undone.kept),
      ]);
      await setImportState(tx, importId, 'undone');
      tx.announce('initiative', null);
      tx.announce('organisation', null);
      await failPoint('import.before-undo-commit');
      return { restored: undone.restored, removed: undone.removed, kept: undone.kept.length };
    });
  }
}
