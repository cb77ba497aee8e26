import type { goalRoutes } from '@hoest/contracts';
import { fieldChanges, GoalEntity, type GoalRow, updateVersioned } from '@hoest/persistence';
import type { CallOf } from '../http/handle';
import { readGoal } from './read-goal';
import { refuseRepeated } from './refuse-repeated';

/** Sets the dated targets of a goal; the list replaces the former one. */
export async function setGoalTargets(call: CallOf<typeof goalRoutes.setGoalTargets>): Promise<GoalRow> {
  const { tx, body, params } = call;
  refuseRepeated(
    body.targets.map(({ dueOn }) => dueOn),
    (index) => `/targets/${index}/dueOn`,
  );
  const former = await readGoal(tx, params.id);
  await updateVersioned(tx, GoalEntity, params.id, call.ifMatch, {});
  await tx.query(`delete from goal_target where organisation_id = $1 and goal_id = $2 and due_on <> all($3::date[])`, [
    tx.organisationId,
    params.id,
    body.targets.map(({ dueOn }) => dueOn),
  ]);
  await tx.query(
    `insert into goal_target as t (organisation_id, goal_id, due_on, value)
     select $1, $2, r."dueOn", r.value from jsonb_to_recordset($3::jsonb) as r("dueOn" date, value numeric)
     on conflict (organisation_id, goal_id, due_on) do update set value = excluded.value where t.value <> excluded.value`,
    [tx.organisationId, params.id, JSON.stringify(body.targets)],
  );
  const goal = await readGoal(tx, params.id);
  tx.audit({
    action: 'changed',
    objectKind: 'goal',
    objectId: params.id,
    parent: { kind: 'strategy', id: goal.strategyId },
    changes: fieldChanges(former, goal, ['targets']),
  });
  tx.announce('strategy', goal.strategyId);
  return goal;
}
