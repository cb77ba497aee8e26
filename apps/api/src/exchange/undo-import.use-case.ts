import type { importRoutes } from '@hoest/contracts';
import { IMPORT_WORK, loadStoredImport, setImportState, startLongJob } from '@hoest/persistence';
import { ruleRefused } from '@hoest/platform';
import type { CallOf } from '../http/handle';
import { readImport } from './import-answer';
import { refuseUnlessMayRun } from './refuse-kind';

/** Starts the job that takes a committed import back. */
export async function undoImport({ tx, params, reply, caller }: CallOf<typeof importRoutes.undoImport>) {
  const { kind } = await loadStoredImport(tx, params.id, true);
  refuseUnlessMayRun(caller, kind);
  const { state } = await readImport(tx, params.id);
  if (state !== 'committed') {
    throw ruleRefused({
      da: 'Kun en gennemført import kan fortrydes.',
      en: 'Only an import that was carried out can be undone.',
    });
  }
  const refusal = await IMPORT_WORK[kind].undoRefusal(tx, params.id);
  if (refusal) throw ruleRefused(refusal);
  const jobId = await startLongJob(tx, 'undo-import', { kind: 'import', id: params.id });
  await tx.query(`update import set job_id = $3 where organisation_id = $1 and id = $2`, [
    tx.organisationId,
    params.id,
    jobId,
  ]);
  await setImportState(tx, params.id, 'undoing');
  reply.header('location', `/api/v1/jobs/${jobId}`);
  return { jobId };
}
