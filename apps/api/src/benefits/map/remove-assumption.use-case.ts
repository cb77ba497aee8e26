import type { mapRoutes } from '@hoest/contracts';
import { AssumptionEntity, fieldChanges, removeVersioned } from '@hoest/persistence';
import type { CallOf } from '../../http/handle';
import { requireMay } from '../../http/require-may';
import { assumptionWithAccess } from './assumptions';
import { announceMap } from './map-parts';

/** Removes an assumption; the trail keeps what it said. */
export async function removeAssumption(call: CallOf<typeof mapRoutes.removeAssumption>): Promise<void> {
  const { tx, caller, params } = call;
  const { initiative } = await assumptionWithAccess(tx, params.id);
  requireMay(caller, 'benefit.edit', initiative);
  const row = await removeVersioned(tx, AssumptionEntity, params.id, call.ifMatch);
  tx.audit({
    action: 'removed',
    objectKind: 'assumption',
    objectId: params.id,
    parent: { kind: 'initiative', id: initiative.id },
    changes: fieldChanges(row, null),
  });
  announceMap(tx, initiative.id);
}
