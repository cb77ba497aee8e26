import { randomUUIDv7 } from 'node:crypto';
import type { BodyOf, decisionRoutes } from '@hoest/contracts';
import { type GateArtefact, GatePassageEntity, type GatePassageRow, type InitiativePageRow } from '@hoest/persistence';
import { fieldRefused } from '@hoest/platform';
import { type DecisionKind, type Gate, gateChecklist, type Phase } from '@hoest/portfolio';
import type { CalendarDate } from '@hoest/quantities';
import type { CallOf } from '../http/handle';
import { requireMay } from '../http/require-may';
import { accessOf, gateFacts } from './initiative.mapper';
import { refuseFuture } from './refuse-future';
import { requireDecision, storeDecision } from './store-decision';

type Body = BodyOf<typeof decisionRoutes.movePhase> | BodyOf<typeof decisionRoutes.passGate>;
type PassingCall = Pick<CallOf<typeof decisionRoutes.movePhase | typeof decisionRoutes.passGate>, 'tx' | 'caller'> & {
  body: Pick<Body, 'completeArtefacts' | 'decisionId' | 'decision'>;
};

/**
 * A step cannot lie ahead, nor before the one that came before it.
 * @throws ProblemError `rule_refused` at the pointer
 */
export function refuseStepOutOfOrder(pointer: string, day: CalendarDate, page: InitiativePageRow): void {
  refuseFuture(pointer, day, page.today);
  if (day >= page.phaseSince) return;
  throw fieldRefused(
    pointer,
    'before_phase',
    {
      da: `Den nuværende fase begyndte ${page.phaseSince}; vælg den dag eller en senere.`,
      en: `The present phase started on ${page.phaseSince}; choose that day or a later one.`,
    },
    { phaseSince: page.phaseSince },
  );
}

/**
 * The decision behind a step: the one named, or a new one, which takes the right to record decisions.
 * @returns its id; null when the step is taken without a decision
 * @throws ProblemError `rule_refused`, `not_allowed`
 */
export async function decisionBehind(
  { tx, caller, body }: PassingCall,
  page: InitiativePageRow,
  kind: DecisionKind,
): Promise<string | null> {
  if (body.decision && body.decisionId) {
    throw fieldRefused('/decisionId', 'two_decisions', {
      da: 'Vælg en tidligere beslutning, eller registrér en ny – ikke begge.',
      en: 'Choose an earlier decision or record a new one – not both.',
    });
  }
  if (body.decisionId) await requireDecision(tx, page.id, body.decisionId);
  if (!body.decision) return body.decisionId ?? null;
  requireMay(caller, 'decision.record', accessOf(page));
  return storeDecision(tx, page, kind, body.decision, '/decision');
}

/** Records that a gate was passed, with every point of its checklist as it stood. */
export async function recordPassage(
  { tx, body }: PassingCall,
  page: InitiativePageRow,
  step: { gate: Gate; to: Phase; on: CalendarDate; decisionId: string | null },
): Promise<GatePassageRow> {
  const passage: GatePassageRow = {
    id: randomUUIDv7(),
    initiativeId: page.id,
    gate: step.gate,
    fromPhase: page.phase,
    toPhase: step.to,
    phaseStartedOn: step.on,
    artefacts: artefactsOf(page, step.gate, body.completeArtefacts ?? []),
    decisionId: step.decisionId,
    version: 1,
  };
  await tx.manager.getRepository(GatePassageEntity).insert({ ...passage, organisationId: tx.organisationId });
  const { gate, fromPhase, toPhase, phaseStartedOn, artefacts, decisionId } = passage;
  tx.audit({
    action: 'gate_passed',
    objectKind: 'gate_passage',
    objectId: passage.id,
    parent: { kind: 'initiative', id: page.id },
    changes: Object.fromEntries(
      Object.entries({ gate, fromPhase, toPhase, phaseStartedOn, artefacts, decisionId })
        .filter(([, to]) => to !== null)
        .map(([field, to]) => [field, { from: null, to }]),
    ),
  });
  return passage;
}

function artefactsOf(page: InitiativePageRow, gate: Gate, complete: readonly string[]): GateArtefact[] {
  const points = gateChecklist(gateFacts(page, complete), gate).map(({ key, required, fulfilled }) => ({
    name: key,
    required,
    complete: fulfilled,
  }));
  const known = new Set(points.map(({ name }) => name));
  const further = [...new Set(complete)].filter((name) => !known.has(name));
  return [...points, ...further.map((name) => ({ name, required: false, complete: true }))];
}
