import type { mapRoutes } from '@hoest/contracts';
import { EnablerEntity, fieldChanges, readInitiativeAccess, updateVersioned } from '@hoest/persistence';
import type { CallOf } from '../../http/handle';
import { requireMay } from '../../http/require-may';
import { announceMap, enablerOf } from './map-parts';

/** Changes the named fields of an enabler. */
export async function changeEnabler(call: CallOf<typeof mapRoutes.changeEnabler>) {
  const { tx, caller, params, body } = call;
  const initiative = await readInitiativeAccess(tx, params.id, { table: 'enabler' });
  requireMay(caller, 'benefit.edit', initiative);
  const { before, after } = await updateVersioned(tx, EnablerEntity, params.id, call.ifMatch, body);
  tx.audit({
    action: 'changed',
    objectKind: 'enabler',
    objectId: params.id,
    parent: { kind: 'initiative', id: initiative.id },
    changes: fieldChanges(before, after),
  });
  announceMap(tx, initiative.id);
  return enablerOf(tx, params.id);
}
