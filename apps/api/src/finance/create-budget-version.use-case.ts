import { randomUUIDv7 } from 'node:crypto';
import type { budgetRoutes, BudgetVersion } from '@hoest/contracts';
import { BudgetVersionEntity, fieldChanges, loadRow } from '@hoest/persistence';
import type { Answer, CallOf } from '../http/handle';
import { requireMay } from '../http/require-may';
import { namingTaken } from '../portfolio/naming-taken';
import { readBudgetVersion, refuseUnlikelyAdoption } from './budget-versions';

/** Constraint that keeps names of budgets apart, with the field it is about. */
export const BUDGET_NAMES = { budget_version_organisation_id_name_key: '/name' };

/** Adds an adopted budget. */
export async function createBudgetVersion(
  call: CallOf<typeof budgetRoutes.createBudgetVersion>,
): Promise<Answer<BudgetVersion>> {
  const { tx, caller, body } = call;
  // Budgets are the whole organisation's: a grant for one unit does not reach them.
  requireMay(caller, 'finance.settings', { unitAncestorIds: [] });
  await refuseUnlikelyAdoption(tx, body);
  const id = randomUUIDv7();
  await namingTaken(
    BUDGET_NAMES,
    tx.manager.getRepository(BudgetVersionEntity).insert({ ...body, organisationId: tx.organisationId, id }),
  );
  const row = await loadRow(tx, BudgetVersionEntity, id);
  tx.audit({
    action: 'added',
    objectKind: 'budget_version',
    objectId: id,
    changes: fieldChanges(null, row, Object.keys(body)),
  });
  tx.announce('finance', null);
  return readBudgetVersion(tx, id);
}
