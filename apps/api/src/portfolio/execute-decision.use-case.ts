import type { decisionRoutes } from '@hoest/contracts';
import {
  type DecisionCondition,
  DecisionEntity,
  type DecisionRow,
  fieldChanges,
  readDecision,
  updateVersioned,
} from '@hoest/persistence';
import { type FieldFault, ProblemError } from '@hoest/platform';
import type { CallOf } from '../http/handle';
import { requireMay } from '../http/require-may';
import { organisationDay } from '../organisation/organisation-day';
import { decisionAccess } from './decision.mapper';
import { refuseFuture } from './refuse-future';

/** Records that a decision was carried out, or closes its conditions; nothing else of a decision changes. */
export async function executeDecision(call: CallOf<typeof decisionRoutes.executeDecision>): Promise<DecisionRow> {
  const { tx, caller, body, params } = call;
  const decision = await readDecision(tx, params.id);
  requireMay(caller, 'decision.record', decisionAccess(decision));
  const today = await organisationDay(tx);
  refuseFuture('/executedOn', body.executedOn, today);
  if (body.conditions) refuseRewriting(decision.conditions, body.conditions);
  body.conditions?.forEach(({ closedOn }, index) => refuseFuture(`/conditions/${index}/closedOn`, closedOn, today));
  const { before, after } = await updateVersioned(tx, DecisionEntity, params.id, call.ifMatch, body);
  tx.audit({
    action: 'executed',
    objectKind: 'decision',
    objectId: params.id,
    parent: decision.initiativeId === null ? null : { kind: 'initiative', id: decision.initiativeId },
    changes: fieldChanges(before, after),
  });
  if (decision.initiativeId) tx.announce('initiative', decision.initiativeId);
  return readDecision(tx, params.id);
}

/** Conditions are part of the decision: they can be closed or opened again, not reworded, added or dropped. */
function refuseRewriting(stored: readonly DecisionCondition[], sent: readonly DecisionCondition[]): void {
  const detail = {
    da: 'En beslutnings betingelser ændres ikke; de kan kun lukkes. Registrér en ny beslutning i stedet.',
    en: 'The conditions of a decision do not change; they can only be closed. Record a new decision instead.',
  };
  const faults: FieldFault[] = [];
  if (sent.length !== stored.length) faults.push({ pointer: '/conditions', code: 'append_only', detail });
  for (const [index, condition] of stored.entries()) {
    for (const field of ['text', 'ownerId', 'due'] as const) {
      if (sent[index] && sent[index][field] !== condition[field]) {
        faults.push({ pointer: `/conditions/${index}/${field}`, code: 'append_only', detail });
      }
    }
  }
  if (faults.length > 0) throw new ProblemError('rule_refused', { faults });
}
