import type { claimRoutes } from '@hoest/contracts';
import { isOpen, rungNumber } from '@hoest/finance';
import { fieldChanges, FinanceClaimEntity, updateVersioned } from '@hoest/persistence';
import { fieldRefused, notAllowed, ProblemError } from '@hoest/platform';
import type { CallOf } from '../http/handle';
import { requireMay } from '../http/require-may';
import { accessToClaims, lockClaim, readClaimedBenefit } from './claim-facts';
import { readClaim } from './claim-list';
import { amountFaults, readBudgetYears, rungFaults } from './claim-refusals';

/** The refusal of a change to what finance has decided, with the way to do it right. */
export function claimDecided(pointer: string): ProblemError {
  return fieldRefused(pointer, 'claim_decided', {
    da: 'Beløbet er afgjort og ændres ikke. Indberet en rettelse som et nyt beløb, eller bed om at få posten tilbageført.',
    en: 'The amount is decided and does not change. Report a correction as a new amount, or ask for the entry to be reversed.',
  });
}

/**
 * Reports a waiting or disputed amount anew. Whoever changes it becomes its reporter: what somebody looked at before is void, and they
 * cannot approve their own figures.
 */
export async function changeClaim(call: CallOf<typeof claimRoutes.changeClaim>) {
  const { tx, caller, params, body } = call;
  if (caller.personId === null) throw notAllowed();
  const claim = await lockClaim(tx, params.id);
  const benefit = await readClaimedBenefit(tx, claim.benefitId);
  requireMay(caller, 'finance.report', accessToClaims(benefit));
  if (!isOpen(claim.state)) throw claimDecided('/amountMinor');
  if (claim.reversesEntryId || claim.measurementId) {
    throw fieldRefused('/amountMinor', claim.measurementId ? 'follows_measurement' : 'follows_entry', {
      da: claim.measurementId
        ? 'Beløbet følger af målingen. Ret målingen, så følger beløbet med; eller lad økonomi afgøre det.'
        : 'En tilbageførsel følger af sin post og ændres ikke. Træk den tilbage i stedet.',
      en: claim.measurementId
        ? 'The amount follows from the measurement. Correct the measurement and the amount follows; or let finance decide it.'
        : 'A reversal follows from its entry and does not change. Withdraw it instead.',
    });
  }
  const merged = { ...claim, ...body, rung: body.rung ?? claim.rung };
  const year = merged.year;
  const months =
    body.year !== undefined && body.year !== claim.year
      ? { monthFrom: body.monthFrom ?? `${year}-01-01`, monthTo: body.monthTo ?? `${year}-12-01` }
      : { monthFrom: merged.monthFrom, monthTo: merged.monthTo };
  const budgets = await readBudgetYears(tx, [merged.budgetVersionId]);
  const faults = [
    ...amountFaults({ year, ...months, amountMinor: merged.amountMinor.toString() }, ''),
    ...rungFaults(
      {
        ...merged,
        evidenceKind: merged.evidenceKind ?? null,
        account: merged.account ?? null,
        postingRef: merged.postingRef ?? null,
        accountsRef: merged.accountsRef ?? null,
        benefitClass: benefit.class,
        budgetYear: merged.budgetVersionId ? (budgets.get(merged.budgetVersionId) ?? null) : null,
      },
      '',
    ),
  ];
  if (faults.length > 0) throw new ProblemError('rule_refused', { faults });
  const { rung, amountMinor, ...fields } = body;
  const { before, after } = await updateVersioned(tx, FinanceClaimEntity, params.id, call.ifMatch, {
    ...fields,
    ...months,
    ...(rung && { rung: rungNumber(rung) }),
    ...(amountMinor !== undefined && { amountMinor: BigInt(amountMinor) }),
    state: 'submitted',
    stateSince: (() => 'clock_timestamp()') as never,
    proposedBy: caller.personId,
    proposedAt: (() => 'clock_timestamp()') as never,
    decidedBy: null,
    decidedAt: null,
    checklist: null as never,
    assurance: null,
    reason: null,
  });
  tx.audit({
    action: 'reported',
    objectKind: 'finance_claim',
    objectId: params.id,
    parent: { kind: 'initiative', id: benefit.initiativeId },
    changes: fieldChanges(before, after),
  });
  tx.announce('finance', params.id);
  return readClaim(call, params.id);
}
