import { Injectable } from '@nestjs/common';
import { IMPORT_KIND_PERMISSIONS } from '@hoest/contracts';
import { may } from '@hoest/organisation';
import { IMPORT_WORK, loadStoredImport, setImportState } from '@hoest/persistence';
import { failPoint, notAllowed, ruleRefused } from '@hoest/platform';
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
      if (!may(context.caller, IMPORT_KIND_PERMISSIONS[stored.kind])) throw notAllowed();
      if (stored.state === 'undone') return { again: true };
      const work = IMPORT_WORK[stored.kind];
      // Asked again: what stands in the way may have come since the job was wanted.
      const refusal = await work.undoRefusal(tx, importId);
      if (refusal) throw ruleRefused(refusal);
      const undone = await work.undo(tx, importId);
      await tx.query(`update import set kept_on_undo = $3::jsonb where organisation_id = $1 and id = $2`, [
        tx.organisationId,
        importId,
        JSON.stringify(undone.kept),
      ]);
      await setImportState(tx, importId, 'undone');
      for (const topic of work.topics) tx.announce(topic, null);
      await failPoint('import.before-undo-commit');
      return { restored: undone.restored, removed: undone.removed, kept: undone.kept.length };
    });
  }
}
