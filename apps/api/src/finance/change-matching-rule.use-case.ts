import type { actualRoutes } from '@hoest/contracts';
import { fieldChanges, FinanceMatchingRuleEntity, loadRow, updateVersioned } from '@hoest/persistence';
import { accessTo, loadBenefit } from '../benefits/benefit-access';
import type { CallOf } from '../http/handle';
import { requireMay } from '../http/require-may';
import { readMatchingRule, refuseColliding } from './matching-rules';

/** Changes a remembered rule. Whoever moves it to another benefit must be allowed both. */
export async function changeMatchingRule(call: CallOf<typeof actualRoutes.changeMatchingRule>) {
  const { tx, caller, params, body } = call;
  const former = await loadRow(tx, FinanceMatchingRuleEntity, params.id);
  for (const benefitId of new Set([former.benefitId, body.benefitId ?? former.benefitId])) {
    requireMay(caller, 'finance.actuals', accessTo(await loadBenefit(tx, benefitId)));
  }
  const { id, benefitId, account, costCentre, validFrom, validTo } = former;
  const match = former.match === 'prefix' ? ('prefix' as const) : ('exact' as const);
  await refuseColliding(tx, { id, benefitId, account, match, costCentre, validFrom, validTo, ...body });
  const { before, after } = await updateVersioned(tx, FinanceMatchingRuleEntity, id, call.ifMatch, body);
  tx.audit({
    action: 'changed',
    objectKind: 'finance_matching_rule',
    objectId: id,
    parent: { kind: 'benefit', id: after.benefitId },
    changes: fieldChanges(before, after, Object.keys(body)),
  });
  tx.announce('finance', null);
  return readMatchingRule(tx, id);
}
