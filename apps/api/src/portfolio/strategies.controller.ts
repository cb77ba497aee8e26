import { Controller } from '@nestjs/common';
import { goalRoutes, strategyRoutes } from '@hoest/contracts';
import { listGoals, listStrategies } from '@hoest/persistence';
import { Call, type CallOf, Handle } from '../http/handle';
import { changeGoal } from './change-goal.use-case';
import { changeStrategy } from './change-strategy.use-case';
import { createGoal } from './create-goal.use-case';
import { createStrategy } from './create-strategy.use-case';
import { measureGoal } from './measure-goal.use-case';
import { recordFollowup } from './record-followup.use-case';
import { setGoalTargets } from './set-goal-targets.use-case';

@Controller()
export class StrategiesController {
  @Handle(strategyRoutes.listStrategies)
  async listStrategies(@Call() { tx }: CallOf<typeof strategyRoutes.listStrategies>) {
    return { items: await listStrategies(tx) };
  }

  @Handle(strategyRoutes.createStrategy)
  async createStrategy(@Call() call: CallOf<typeof strategyRoutes.createStrategy>) {
    return createStrategy(call);
  }

  @Handle(strategyRoutes.changeStrategy)
  async changeStrategy(@Call() call: CallOf<typeof strategyRoutes.changeStrategy>) {
    return changeStrategy(call);
  }

  @Handle(strategyRoutes.recordFollowup)
  async recordFollowup(@Call() call: CallOf<typeof strategyRoutes.recordFollowup>) {
    return recordFollowup(call);
  }

  @Handle(goalRoutes.listGoals)
  async listGoals(@Call() { tx, query }: CallOf<typeof goalRoutes.listGoals>) {
    return { items: await listGoals(tx, query) };
  }

  @Handle(goalRoutes.createGoal)
  async createGoal(@Call() call: CallOf<typeof goalRoutes.createGoal>) {
    return createGoal(call);
  }

  @Handle(goalRoutes.changeGoal)
  async changeGoal(@Call() call: CallOf<typeof goalRoutes.changeGoal>) {
    return changeGoal(call);
  }

  @Handle(goalRoutes.setGoalTargets)
  async setGoalTargets(@Call() call: CallOf<typeof goalRoutes.setGoalTargets>) {
    return setGoalTargets(call);
  }

  @Handle(goalRoutes.measureGoal)
  async measureGoal(@Call() call: CallOf<typeof goalRoutes.measureGoal>) {
    return measureGoal(call);
  }
}
