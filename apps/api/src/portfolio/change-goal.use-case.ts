import type { goalRoutes } from '@hoest/contracts';
import { fieldChanges, GoalEntity, type GoalRow, updateVersioned } from '@hoest/persistence';
import type { CallOf } from '../http/handle';
import { organisationDay } from '../organisation/organisation-day';
import { refuseReversedPeriod } from '../organisation/refuse-reversed-period';
import { GOAL_TAKEN, refuseMisplacedParent } from './goal-rules';
import { namingTaken } from './naming-taken';
import { readGoal } from './read-goal';
import { requireReferences } from './references';
import { refuseFuture } from './refuse-future';

/** Changes a goal; it stays in its strategy. */
export async function changeGoal(call: CallOf<typeof goalRoutes.changeGoal>): Promise<GoalRow> {
  const { tx, body, params } = call;
  await requireReferences(tx, [{ pointer: '/ownerId', kind: 'person', id: body.ownerId }]);
  refuseFuture('/baselineOn', body.baselineOn, await organisationDay(tx));
  const { before, after } = await namingTaken(
    GOAL_TAKEN,
    updateVersioned(tx, GoalEntity, params.id, call.ifMatch, body),
  );
  await refuseMisplacedParent(tx, after, body.parentId);
  refuseReversedPeriod(after.validFrom, after.validTo);
  tx.audit({
    action: 'changed',
    objectKind: 'goal',
    objectId: params.id,
    parent: { kind: 'strategy', id: after.strategyId },
    changes: fieldChanges(before, after),
  });
  tx.announce('strategy', after.strategyId);
  return readGoal(tx, params.id);
}
