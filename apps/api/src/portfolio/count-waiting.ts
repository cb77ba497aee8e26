import type { overviewRoutes, WaitingCounts } from '@hoest/contracts';
import { readOverviewScope, readWaiting } from '@hoest/persistence';
import { countClaimsWaiting } from '../finance/claims-waiting';
import type { CallOf } from '../http/handle';
import { decidableUnits } from './decidable-units';
import { waitingList } from './waiting-list';

/** What waits for the caller, counted by the rules of the lists that the numbers lead to. */
export async function countWaiting(call: CallOf<typeof overviewRoutes.readWaiting>): Promise<WaitingCounts> {
  const { tx, caller } = call;
  const scope = await readOverviewScope(tx, null);
  // An organisation has no unit while it is being set up: nothing can wait there.
  if (!scope) return { decisions: 0, measurements: 0, amounts: 0 };
  const waiting = await readWaiting(tx, {
    ...scope,
    personId: caller.personId,
    decides: decidableUnits(caller, 'decision.record'),
    approves: decidableUnits(caller, 'benefit.approve'),
  });
  return {
    decisions: waitingList(waiting, scope.today).length,
    measurements: waiting.dueFromMe,
    amounts: await countClaimsWaiting(tx, caller, scope.today),
  };
}
