import type { budgetRoutes, BudgetVersion } from '@hoest/contracts';
import { BudgetVersionEntity, fieldChanges, loadRow, updateVersioned } from '@hoest/persistence';
import { ProblemError } from '@hoest/platform';
import type { Answer, CallOf } from '../http/handle';
import { requireMay } from '../http/require-may';
import { namingTaken } from '../portfolio/naming-taken';
import { readBudgetVersion, refuseUnlikelyAdoption } from './budget-versions';
import { BUDGET_NAMES } from './create-budget-version.use-case';

/**
 * Corrects a budget that no claim names yet. Once one does, the words of the claim would change with it; the database refuses
 * it as well.
 */
export async function changeBudgetVersion(
  call: CallOf<typeof budgetRoutes.changeBudgetVersion>,
): Promise<Answer<BudgetVersion>> {
  const { tx, caller, body, params, ifMatch } = call;
  requireMay(caller, 'finance.settings', { unitAncestorIds: [] });
  const stored = await loadRow(tx, BudgetVersionEntity, params.id);
  const { claims } = await readBudgetVersion(tx, params.id);
  if (claims > 0) throw budgetInUse();
  await refuseUnlikelyAdoption(tx, { ...stored, ...body });
  const { before, after } = await namingTaken(
    BUDGET_NAMES,
    updateVersioned(tx, BudgetVersionEntity, params.id, ifMatch, body),
  );
  tx.audit({
    action: 'changed',
    objectKind: 'budget_version',
    objectId: params.id,
    changes: fieldChanges(before, after),
  });
  tx.announce('finance', null);
  return readBudgetVersion(tx, params.id);
}

function budgetInUse(): ProblemError {
  return new ProblemError('append_only', {
    detail: {
      da: 'Budgettet er brugt i en økonomimelding og ændres ikke; tilføj en ny budgetversion.',
      en: 'A finance claim names the budget, so it does not change; add a new budget version.',
    },
  });
}
