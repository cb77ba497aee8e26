import type { decisionRoutes, ResponseOf } from '@hoest/contracts';
import { type AccessObject, may } from '@hoest/organisation';
import type { Caller, DecisionRow } from '@hoest/persistence';
import type { Answer } from '../http/handle';

/** What decides who may record the execution; a decision on no single initiative concerns the whole organisation. */
export function decisionAccess(row: Pick<DecisionRow, 'unitAncestorIds'>): AccessObject {
  return { unitAncestorIds: row.unitAncestorIds ?? [] };
}

/** A decision as it is answered. */
export function decisionAnswer(
  row: DecisionRow,
  caller: Caller,
): Answer<ResponseOf<typeof decisionRoutes.recordDecision>> {
  return { ...row, mayEdit: may(caller, 'decision.record', decisionAccess(row)) };
}
