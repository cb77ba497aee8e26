import type { costRoutes } from '@hoest/contracts';
import { CostLineEntity, fieldChanges, readInitiativeAccess, removeVersioned } from '@hoest/persistence';
import type { CallOf } from '../http/handle';
import { requireMay } from '../http/require-may';

/** Removes a cost line; the trail keeps what it said. */
export async function removeCostLine(call: CallOf<typeof costRoutes.removeCostLine>): Promise<void> {
  const { tx, caller, params } = call;
  const initiative = await readInitiativeAccess(tx, params.id, { table: 'cost_line' });
  requireMay(caller, 'initiative.edit', initiative);
  const row = await removeVersioned(tx, CostLineEntity, params.id, call.ifMatch);
  tx.audit({
    action: 'removed',
    objectKind: 'cost_line',
    objectId: params.id,
    parent: { kind: 'initiative', id: initiative.id },
    changes: fieldChanges(row, null),
  });
  tx.announce('initiative', initiative.id);
}
