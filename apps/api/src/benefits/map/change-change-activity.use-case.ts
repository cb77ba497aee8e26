import type { mapRoutes } from '@hoest/contracts';
import { ChangeActivityEntity, fieldChanges, readInitiativeAccess, updateVersioned } from '@hoest/persistence';
import type { CallOf } from '../../http/handle';
import { requireMay } from '../../http/require-may';
import { refuseFuture } from '../../portfolio/refuse-future';
import { activityColumns } from './activity-columns';
import { announceMap, changeActivityOf } from './map-parts';

/** Changes the named fields of a change activity. */
export async function changeChangeActivity(call: CallOf<typeof mapRoutes.changeChangeActivity>) {
  const { tx, caller, params, body } = call;
  const initiative = await readInitiativeAccess(tx, params.id, { table: 'change_activity' });
  requireMay(caller, 'benefit.edit', initiative);
  refuseFuture('/doneOn', body.doneOn, initiative.today);
  const columns = activityColumns(body);
  const { before, after } = await updateVersioned(tx, ChangeActivityEntity, params.id, call.ifMatch, columns);
  tx.audit({
    action: 'changed',
    objectKind: 'change_activity',
    objectId: params.id,
    parent: { kind: 'initiative', id: initiative.id },
    changes: fieldChanges(before, after),
  });
  announceMap(tx, initiative.id);
  return changeActivityOf(tx, params.id);
}
