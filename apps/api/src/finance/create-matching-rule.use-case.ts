import { randomUUIDv7 } from 'node:crypto';
import type { actualRoutes } from '@hoest/contracts';
import { fieldChanges, FinanceMatchingRuleEntity, loadRow } from '@hoest/persistence';
import { accessTo, loadBenefit } from '../benefits/benefit-access';
import type { CallOf } from '../http/handle';
import { requireMay } from '../http/require-may';
import { readMatchingRule, refuseColliding } from './matching-rules';

/** Matches an account to a benefit and remembers it. */
export async function createMatchingRule(call: CallOf<typeof actualRoutes.createMatchingRule>) {
  const { tx, caller, body } = call;
  requireMay(caller, 'finance.actuals', accessTo(await loadBenefit(tx, body.benefitId)));
  const id = randomUUIDv7();
  const { benefitId, account, match = 'exact', costCentre = null, validFrom = null, validTo = null } = body;
  const rule = { id, benefitId, account, match, costCentre, validFrom, validTo };
  await refuseColliding(tx, rule);
  await tx.manager
    .getRepository(FinanceMatchingRuleEntity)
    .insert({ ...rule, organisationId: tx.organisationId, createdBy: caller.personId });
  const row = await loadRow(tx, FinanceMatchingRuleEntity, id);
  tx.audit({
    action: 'added',
    objectKind: 'finance_matching_rule',
    objectId: id,
    parent: { kind: 'benefit', id: benefitId },
    changes: fieldChanges(
      null,
      row,
      Object.keys(rule).filter((field) => field !== 'id'),
    ),
  });
  tx.announce('finance', null);
  return readMatchingRule(tx, id);
}
