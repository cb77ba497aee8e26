import type { actualRoutes } from '@hoest/contracts';
import { fieldChanges, FinanceMatchingRuleEntity, loadRow, removeVersioned } from '@hoest/persistence';
import { accessTo, loadBenefit } from '../benefits/benefit-access';
import type { CallOf } from '../http/handle';
import { requireMay } from '../http/require-may';

/** Forgets a rule; the trail keeps what it said. */
export async function removeMatchingRule(call: CallOf<typeof actualRoutes.removeMatchingRule>): Promise<void> {
  const { tx, caller, params } = call;
  const { benefitId } = await loadRow(tx, FinanceMatchingRuleEntity, params.id);
  requireMay(caller, 'finance.actuals', accessTo(await loadBenefit(tx, benefitId)));
  const row = await removeVersioned(tx, FinanceMatchingRuleEntity, params.id, call.ifMatch);
  tx.audit({
    action: 'removed',
    objectKind: 'finance_matching_rule',
    objectId: params.id,
    parent: { kind: 'benefit', id: benefitId },
    changes: fieldChanges(row, null),
  });
  tx.announce('finance', null);
}
