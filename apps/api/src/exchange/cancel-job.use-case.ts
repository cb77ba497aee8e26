import type { jobRoutes } from '@hoest/contracts';
import { JobEntity, loadRow } from '@hoest/persistence';
import { notAllowed } from '@hoest/platform';
import type { CallOf } from '../http/handle';
import { jobAnswer } from './job-row';

/** Roles that may cancel what others began. */
const OFFICE: readonly string[] = ['administrator', 'portfolio_office'];

/** Asks a job to stop. The worker sees it at its next step and undoes what is half done; a finished job stays finished. */
export async function cancelJob(call: CallOf<typeof jobRoutes.cancelJob>) {
  const { tx, params, caller } = call;
  const job = await loadRow(tx, JobEntity, params.id);
  const own = job.createdBy !== null && job.createdBy === caller.personId;
  if (!own && !caller.grants.some(({ role }) => OFFICE.includes(role))) throw notAllowed();
  const asked = await tx.query<{ id: string }>(
    `update job set cancel_requested = true, updated_at = now(), version = version + 1
     where organisation_id = $1 and id = $2 and state in ('pending', 'running') and not cancel_requested returning id`,
    [tx.organisationId, params.id],
  );
  if (asked.length > 0) {
    tx.audit({ action: 'cancel_requested', objectKind: 'job', objectId: params.id, changes: {} });
    tx.announce('job', params.id);
  }
  return jobAnswer(await loadRow(tx, JobEntity, params.id), call.language);
}
