import { Controller } from '@nestjs/common';
import { budgetRoutes } from '@hoest/contracts';
import { listBudgetVersions } from '@hoest/persistence';
import { Call, type CallOf, Handle } from '../http/handle';
import { budgetAnswer } from './budget-versions';
import { changeBudgetVersion } from './change-budget-version.use-case';
import { createBudgetVersion } from './create-budget-version.use-case';

/** Budgets as they were adopted. */
@Controller()
export class BudgetsController {
  @Handle(budgetRoutes.listBudgetVersions)
  async listBudgetVersions(@Call() { tx }: CallOf<typeof budgetRoutes.listBudgetVersions>) {
    return { items: (await listBudgetVersions(tx)).map(budgetAnswer) };
  }

  @Handle(budgetRoutes.createBudgetVersion)
  async createBudgetVersion(@Call() call: CallOf<typeof budgetRoutes.createBudgetVersion>) {
    return createBudgetVersion(call);
  }

  @Handle(budgetRoutes.changeBudgetVersion)
  async changeBudgetVersion(@Call() call: CallOf<typeof budgetRoutes.changeBudgetVersion>) {
    return changeBudgetVersion(call);
  }
}
