import type { claimRoutes } from '@hoest/contracts';
import { mayBecome } from '@hoest/finance';
import { fieldChanges, FinanceClaimEntity, updateVersioned } from '@hoest/persistence';
import type { CallOf } from '../http/handle';
import { requireMay } from '../http/require-may';
import { claimDecided } from './change-claim.use-case';
import { accessToClaims, lockClaim, readClaimedBenefit } from './claim-facts';
import { readClaim } from './claim-list';

/** Takes back an amount that is not approved; it stays readable with the reason. */
export async function withdrawClaim(call: CallOf<typeof claimRoutes.withdrawClaim>) {
  const { tx, caller, params, body } = call;
  const claim = await lockClaim(tx, params.id);
  const benefit = await readClaimedBenefit(tx, claim.benefitId);
  requireMay(caller, 'finance.report', accessToClaims(benefit));
  if (!mayBecome(claim.state, 'withdrawn')) throw claimDecided('/reason');
  const { before, after } = await updateVersioned(tx, FinanceClaimEntity, params.id, call.ifMatch, {
    state: 'withdrawn',
    stateSince: (() => 'clock_timestamp()') as never,
    reason: body.reason,
  });
  tx.audit({
    action: 'withdrawn',
    objectKind: 'finance_claim',
    objectId: params.id,
    parent: { kind: 'initiative', id: benefit.initiativeId },
    changes: fieldChanges(before, after, ['state', 'reason']),
    reason: body.reason,
  });
  tx.announce('finance', params.id);
  return readClaim(call, params.id);
}
