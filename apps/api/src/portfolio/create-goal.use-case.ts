import { randomUUIDv7 } from 'node:crypto';
import type { goalRoutes } from '@hoest/contracts';
import { fieldChanges, GoalEntity, type GoalRow, loadRow } from '@hoest/persistence';
import type { CallOf } from '../http/handle';
import { organisationDay } from '../organisation/organisation-day';
import { refuseReversedPeriod } from '../organisation/refuse-reversed-period';
import { GOAL_TAKEN, refuseMisplacedParent } from './goal-rules';
import { namingTaken } from './naming-taken';
import { readGoal } from './read-goal';
import { requireReferences } from './references';
import { refuseFuture } from './refuse-future';

/** Adds a goal to a strategy. */
export async function createGoal(call: CallOf<typeof goalRoutes.createGoal>): Promise<GoalRow> {
  const { tx, body } = call;
  await requireReferences(tx, [
    { pointer: '/strategyId', kind: 'strategy', id: body.strategyId },
    { pointer: '/ownerId', kind: 'person', id: body.ownerId },
  ]);
  await refuseMisplacedParent(tx, { id: null, strategyId: body.strategyId }, body.parentId);
  refuseReversedPeriod(body.validFrom, body.validTo ?? null);
  refuseFuture('/baselineOn', body.baselineOn, await organisationDay(tx));
  const id = randomUUIDv7();
  await namingTaken(
    GOAL_TAKEN,
    tx.manager.getRepository(GoalEntity).insert({ ...body, organisationId: tx.organisationId, id }),
  );
  const row = await loadRow(tx, GoalEntity, id);
  tx.audit({
    action: 'created',
    objectKind: 'goal',
    objectId: id,
    parent: { kind: 'strategy', id: body.strategyId },
    changes: fieldChanges(null, row),
  });
  tx.announce('strategy', body.strategyId);
  return readGoal(tx, id);
}
