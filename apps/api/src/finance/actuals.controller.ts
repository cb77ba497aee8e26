import { Controller } from '@nestjs/common';
import { actualRoutes } from '@hoest/contracts';
import { Call, type CallOf, Handle } from '../http/handle';
import { listActuals } from './actuals-list';
import { listActualAccounts, readActualTotals } from './actuals-totals';
import { changeMatchingRule } from './change-matching-rule.use-case';
import { createMatchingRule } from './create-matching-rule.use-case';
import { readMatchingRules } from './matching-rules';
import { removeMatchingRule } from './remove-matching-rule.use-case';

/** What the accounting system booked, and which benefit it belongs to. */
@Controller()
export class ActualsController {
  @Handle(actualRoutes.listActuals)
  listActuals(@Call() call: CallOf<typeof actualRoutes.listActuals>) {
    return listActuals(call);
  }

  @Handle(actualRoutes.listActualAccounts)
  listActualAccounts(@Call() call: CallOf<typeof actualRoutes.listActualAccounts>) {
    return listActualAccounts(call);
  }

  @Handle(actualRoutes.readActualTotals)
  readActualTotals(@Call() call: CallOf<typeof actualRoutes.readActualTotals>) {
    return readActualTotals(call);
  }

  @Handle(actualRoutes.listMatchingRules)
  async listMatchingRules(@Call() { tx }: CallOf<typeof actualRoutes.listMatchingRules>) {
    return readMatchingRules(tx);
  }

  @Handle(actualRoutes.createMatchingRule)
  createMatchingRule(@Call() call: CallOf<typeof actualRoutes.createMatchingRule>) {
    return createMatchingRule(call);
  }

  @Handle(actualRoutes.changeMatchingRule)
  changeMatchingRule(@Call() call: CallOf<typeof actualRoutes.changeMatchingRule>) {
    return changeMatchingRule(call);
  }

  @Handle(actualRoutes.removeMatchingRule)
  removeMatchingRule(@Call() call: CallOf<typeof actualRoutes.removeMatchingRule>) {
    return removeMatchingRule(call);
  }
}
