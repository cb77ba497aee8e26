import type { mapRoutes } from '@hoest/contracts';
import { AssumptionEntity, fieldChanges, updateVersioned } from '@hoest/persistence';
import type { CallOf } from '../../http/handle';
import { requireMay } from '../../http/require-may';
import { refuseFuture } from '../../portfolio/refuse-future';
import { assumptionAnswer, assumptionWithAccess } from './assumptions';
import { announceMap } from './map-parts';

/** Changes an assumption. Every former status stays in the trail, with its day and who said so. */
export async function changeAssumption(call: CallOf<typeof mapRoutes.changeAssumption>) {
  const { tx, caller, params, body } = call;
  const { initiative } = await assumptionWithAccess(tx, params.id);
  requireMay(caller, 'benefit.edit', initiative);
  refuseFuture('/reviewedOn', body.reviewedOn, initiative.today);
  const reviewed = body.status !== undefined && body.reviewedOn === undefined ? { reviewedOn: initiative.today } : {};
  const change = { ...body, ...reviewed };
  const { before, after } = await updateVersioned(tx, AssumptionEntity, params.id, call.ifMatch, change);
  tx.audit({
    action: 'changed',
    objectKind: 'assumption',
    objectId: params.id,
    parent: { kind: 'initiative', id: initiative.id },
    changes: fieldChanges(before, after),
  });
  announceMap(tx, initiative.id);
  return assumptionAnswer(after);
}
