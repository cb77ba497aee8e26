import type { decisionRoutes, ResponseOf } from '@hoest/contracts';
import {
  fieldChanges,
  InitiativeEntity,
  type InitiativePageRow,
  readInitiativePage,
  updateVersioned,
} from '@hoest/persistence';
import { fieldRefused } from '@hoest/platform';
import { type Gate, GATE_LABELS, nextGate, type Phase } from '@hoest/portfolio';
import { freezePlans } from '../benefits/freeze-plans';
import type { Answer, CallOf } from '../http/handle';
import { requireMay } from '../http/require-may';
import { accessOf, standingOf } from './initiative.mapper';
import { decisionBehind, recordPassage, refuseStepOutOfOrder } from './pass-gate';

/** Passes a gate that starts no phase: go-live, which freezes the approved benefit plans, or the benefit report. */
export async function passGate(
  call: CallOf<typeof decisionRoutes.passGate>,
): Promise<Answer<ResponseOf<typeof decisionRoutes.passGate>>> {
  const { tx, caller, body, params } = call;
  const page = await readInitiativePage(tx, params.id);
  requireMay(caller, 'initiative.edit', accessOf(page));
  refuseOtherGate(page, body.gate);
  refuseStepOutOfOrder('/passedOn', body.passedOn, page);
  const change = body.gate === 'G5' ? { goLiveActual: body.passedOn } : {};
  const { before, after } = await updateVersioned(tx, InitiativeEntity, params.id, call.ifMatch, change);
  tx.audit({
    action: body.gate === 'G5' ? 'went_live' : 'followed_up',
    objectKind: 'initiative',
    objectId: params.id,
    changes: fieldChanges(before, after),
  });
  const decisionId = await decisionBehind(call, page, 'gate');
  const passage = await recordPassage(call, page, {
    gate: body.gate,
    to: page.phase as Phase,
    on: body.passedOn,
    decisionId,
  });
  const frozenPlans = body.gate === 'G5' ? await freezePlans(tx, params.id, body.passedOn) : 0;
  tx.announce('initiative', params.id);
  return { initiativeId: params.id, phase: after.phase, passage, frozenPlans, version: after.version };
}

/** Gates come in their order, and none while the initiative is on hold. */
function refuseOtherGate(page: InitiativePageRow, gate: Gate): void {
  const standing = standingOf(page);
  const next = standing.phase === 'on_hold' ? null : nextGate(standing);
  if (next?.gate === gate) return;
  const words = (language: 'da' | 'en') => (next ? GATE_LABELS[next.gate][language] : '–');
  throw fieldRefused(
    '/gate',
    'gate_not_ahead',
    {
      da: `Det næste beslutningspunkt er: ${words('da')}.`,
      en: `The next gate is: ${words('en')}.`,
    },
    { next: next?.gate ?? null },
  );
}
