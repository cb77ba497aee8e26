import type { decisionRoutes } from '@hoest/contracts';
import { type DecisionRow, readDecision, readInitiativeAccess } from '@hoest/persistence';
import type { CallOf } from '../http/handle';
import { requireMay } from '../http/require-may';
import { storeDecision } from './store-decision';

/** Records a decision on an initiative. It moves no phase: that is a step of its own, which names the decision. */
export async function recordDecision(call: CallOf<typeof decisionRoutes.recordDecision>): Promise<DecisionRow> {
  const { tx, caller, params } = call;
  const { kind, ...fields } = call.body;
  const initiative = await readInitiativeAccess(tx, params.id);
  requireMay(caller, 'decision.record', initiative);
  const id = await storeDecision(tx, initiative, kind, fields);
  tx.announce('initiative', params.id);
  return readDecision(tx, id);
}
