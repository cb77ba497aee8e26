import { randomUUIDv7 } from 'node:crypto';
import type { goalRoutes } from '@hoest/contracts';
import { GoalMeasurementEntity, type GoalRow } from '@hoest/persistence';
import type { CallOf } from '../http/handle';
import { organisationDay } from '../organisation/organisation-day';
import { readGoal } from './read-goal';
import { refuseFuture } from './refuse-future';

/** Records a measured value of a goal. */
export async function measureGoal(call: CallOf<typeof goalRoutes.measureGoal>): Promise<GoalRow> {
  const { tx, body, params } = call;
  const { strategyId } = await readGoal(tx, params.id);
  refuseFuture('/measuredOn', body.measuredOn, await organisationDay(tx));
  const measurement = { measuredOn: body.measuredOn, value: body.value, comment: body.comment ?? null };
  await tx.manager
    .getRepository(GoalMeasurementEntity)
    .insert({ ...measurement, organisationId: tx.organisationId, id: randomUUIDv7(), goalId: params.id });
  tx.audit({
    action: 'measured',
    objectKind: 'goal',
    objectId: params.id,
    parent: { kind: 'strategy', id: strategyId },
    changes: { measurement: { from: null, to: measurement } },
  });
  tx.announce('strategy', strategyId);
  return readGoal(tx, params.id);
}
