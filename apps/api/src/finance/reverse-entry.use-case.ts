import { randomUUIDv7 } from 'node:crypto';
import type { claimRoutes } from '@hoest/contracts';
import { FinanceClaimEntity, FinanceEntryEntity, loadRow } from '@hoest/persistence';
import { fieldRefused, notAllowed } from '@hoest/platform';
import type { CallOf } from '../http/handle';
import { requireMay } from '../http/require-may';
import { accessToClaims, readClaimedBenefit } from './claim-facts';
import { readClaim } from './claim-list';

/** Asks for an entry to be taken back, whole: the opposite amount on the same rung and months, to be approved by another. */
export async function reverseEntry(call: CallOf<typeof claimRoutes.reverseEntry>) {
  const { tx, caller, params, body } = call;
  if (caller.personId === null) throw notAllowed();
  const entry = await loadRow(tx, FinanceEntryEntity, params.id);
  const benefit = await readClaimedBenefit(tx, entry.benefitId);
  requireMay(caller, 'finance.report', accessToClaims(benefit));
  const [taken] = await tx.query<{ state: string }>(
    `select state from finance_claim where organisation_id = $1 and reverses_entry_id = $2 and state in ('submitted', 'disputed', 'approved')`,
    [tx.organisationId, params.id],
  );
  if (taken || entry.reversesId) {
    const approved = taken?.state === 'approved' || entry.reversesId !== null;
    throw fieldRefused('/reason', approved ? 'already_reversed' : 'reversal_waits', {
      da: approved
        ? 'Posten er tilbageført allerede, eller er selv en tilbageførsel. Indberet et nyt beløb i stedet.'
        : 'Der venter allerede en tilbageførsel af posten. Lad økonomi afgøre den.',
      en: approved
        ? 'The entry was reversed already, or is itself a reversal. Report a new amount instead.'
        : 'A reversal of the entry is waiting already. Let finance decide it.',
    });
  }
  const id = randomUUIDv7();
  await tx.manager.getRepository(FinanceClaimEntity).insert({
    organisationId: tx.organisationId,
    id,
    benefitId: entry.benefitId,
    year: entry.year,
    monthFrom: entry.monthFrom,
    monthTo: entry.monthTo,
    rung: entry.rung,
    amountMinor: -entry.amountMinor,
    currency: entry.currency,
    priceYear: entry.priceYear,
    account: entry.account,
    costCentre: entry.costCentre,
    budgetVersionId: entry.budgetVersionId,
    postingRef: entry.postingRef,
    accountsRef: entry.accountsRef,
    comment: body.reason,
    correctsClaimId: entry.claimId,
    reversesEntryId: entry.id,
    proposedBy: caller.personId,
  });
  tx.audit({
    action: 'reversal_asked',
    objectKind: 'finance_claim',
    objectId: id,
    parent: { kind: 'initiative', id: benefit.initiativeId },
    changes: {
      amountMinor: { from: null, to: (-entry.amountMinor).toString() },
      reversesEntryId: { from: null, to: entry.id },
    },
    reason: body.reason,
  });
  tx.announce('finance', id);
  return readClaim(call, id);
}
