import type { maturityRoutes } from '@hoest/contracts';
import { startLongJob } from '@hoest/persistence';
import type { CallOf } from '../http/handle';

/** Starts the job that recomputes every scope of the organisation from its source rows. */
export async function requestRecalculation({ tx, reply }: CallOf<typeof maturityRoutes.requestRecalculation>) {
  const jobId = await startLongJob(tx, 'recalculate');
  tx.audit({
    action: 'requested',
    objectKind: 'job',
    objectId: jobId,
    changes: { kind: { from: null, to: 'recalculate' } },
  });
  reply.header('location', `/api/v1/jobs/${jobId}`);
  return { jobId };
}
