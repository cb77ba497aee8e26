import { randomUUIDv7 } from 'node:crypto';
import type { claimRoutes } from '@hoest/contracts';
import { rungNumber } from '@hoest/finance';
import { fieldChanges, FinanceClaimEntity } from '@hoest/persistence';
import { type FieldFault, notAllowed, notFound, ProblemError } from '@hoest/platform';
import type { CallOf } from '../http/handle';
import { requireMay } from '../http/require-may';
import { accessToClaims, NOT_FOLLOWED, readClaimedBenefits } from './claim-facts';
import { readClaims } from './claim-list';
import { amountFaults, readBudgetYears, rungFaults } from './claim-refusals';

type Call = CallOf<typeof claimRoutes.reportClaims>;

/** Reports amounts, all or none, in the name of the caller; nothing counts before somebody else has approved it. */
export async function reportClaims(call: Call) {
  const { tx, caller, body } = call;
  if (caller.personId === null) throw notAllowed();
  const benefits = await readClaimedBenefits(
    tx,
    body.items.map(({ benefitId }) => benefitId),
  );
  const budgets = await readBudgetYears(
    tx,
    body.items.map(({ budgetVersionId }) => budgetVersionId),
  );
  const faults: FieldFault[] = [];
  const rows = body.items.map((item, index) => {
    const benefit = benefits.get(item.benefitId);
    if (!benefit) throw notFound();
    requireMay(caller, 'finance.report', accessToClaims(benefit));
    const row = {
      organisationId: tx.organisationId,
      id: randomUUIDv7(),
      benefitId: item.benefitId,
      year: item.year,
      monthFrom: item.monthFrom ?? `${item.year}-01-01`,
      monthTo: item.monthTo ?? `${item.year}-12-01`,
      rung: rungNumber(item.rung),
      amountMinor: BigInt(item.amountMinor),
      currency: benefit.currency,
      priceYear: item.priceYear ?? item.year,
      account: item.account === undefined ? benefit.account : item.account,
      costCentre: item.costCentre === undefined ? benefit.costCentre : item.costCentre,
      budgetVersionId: item.budgetVersionId ?? null,
      postingRef: item.postingRef ?? null,
      accountsRef: item.accountsRef ?? null,
      evidenceKind: item.evidenceKind ?? null,
      scopeReduction: item.scopeReduction ?? benefit.scopeReduction,
      comment: item.comment ?? null,
      correctsClaimId: item.correctsClaimId ?? null,
      proposedBy: caller.personId,
    };
    const pointer = `/items/${index}`;
    faults.push(
      ...amountFaults({ ...row, amountMinor: item.amountMinor }, pointer),
      ...rungFaults(
        {
          ...row,
          benefitClass: benefit.class,
          rung: item.rung,
          budgetYear: item.budgetVersionId ? (budgets.get(item.budgetVersionId) ?? null) : null,
        },
        pointer,
      ),
    );
    if (NOT_FOLLOWED.includes(benefit.state)) {
      faults.push({
        pointer: `${pointer}/benefitId`,
        code: 'benefit_given_up',
        detail: {
          da: 'Gevinsten er opgivet; der kan ikke indberettes beløb på den.',
          en: 'The benefit was given up; no amount can be reported on it.',
        },
      });
    }
    return row;
  });
  if (faults.length > 0) throw new ProblemError('rule_refused', { faults });
  await tx.manager.getRepository(FinanceClaimEntity).insert(rows as never);
  for (const row of rows) {
    tx.audit({
      action: 'reported',
      objectKind: 'finance_claim',
      objectId: row.id,
      parent: { kind: 'initiative', id: benefits.get(row.benefitId)?.initiativeId ?? '' },
      changes: fieldChanges(null, row),
    });
  }
  tx.announce('finance', null);
  return {
    items: await readClaims(
      call,
      rows.map(({ id }) => id),
    ),
  };
}
