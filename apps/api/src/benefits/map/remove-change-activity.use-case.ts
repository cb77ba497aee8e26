import type { mapRoutes } from '@hoest/contracts';
import { ChangeActivityEntity, fieldChanges, readInitiativeAccess, removeVersioned } from '@hoest/persistence';
import type { CallOf } from '../../http/handle';
import { requireMay } from '../../http/require-may';
import { auditLinksOf } from './audit-links';
import { announceMap } from './map-parts';

/** Removes a change activity with its links and their assumptions; the trail keeps what they said. */
export async function removeChangeActivity(call: CallOf<typeof mapRoutes.removeChangeActivity>): Promise<void> {
  const { tx, caller, params } = call;
  const initiative = await readInitiativeAccess(tx, params.id, { table: 'change_activity' });
  requireMay(caller, 'benefit.edit', initiative);
  await auditLinksOf(tx, params.id, initiative.id);
  const row = await removeVersioned(tx, ChangeActivityEntity, params.id, call.ifMatch);
  tx.audit({
    action: 'removed',
    objectKind: 'change_activity',
    objectId: params.id,
    parent: { kind: 'initiative', id: initiative.id },
    changes: fieldChanges(row, null),
  });
  announceMap(tx, initiative.id);
}
