import type { mapRoutes } from '@hoest/contracts';
import { EnablerEntity, fieldChanges, readInitiativeAccess, removeVersioned } from '@hoest/persistence';
import type { CallOf } from '../../http/handle';
import { requireMay } from '../../http/require-may';
import { auditLinksOf } from './audit-links';
import { announceMap } from './map-parts';

/** Removes an enabler with its links and their assumptions; the trail keeps what they said. */
export async function removeEnabler(call: CallOf<typeof mapRoutes.removeEnabler>): Promise<void> {
  const { tx, caller, params } = call;
  const initiative = await readInitiativeAccess(tx, params.id, { table: 'enabler' });
  requireMay(caller, 'benefit.edit', initiative);
  await auditLinksOf(tx, params.id, initiative.id);
  const row = await removeVersioned(tx, EnablerEntity, params.id, call.ifMatch);
  tx.audit({
    action: 'removed',
    objectKind: 'enabler',
    objectId: params.id,
    parent: { kind: 'initiative', id: initiative.id },
    changes: fieldChanges(row, null),
  });
  announceMap(tx, initiative.id);
}
