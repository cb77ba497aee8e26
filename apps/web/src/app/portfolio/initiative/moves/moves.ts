import type { Initiative } from '@hoest/contracts';
import { findPhaseTransition, type Gate, type Phase, type PhaseMoveKind } from '@hoest/portfolio';

/** A step an initiative may take now: to another phase, or through a gate inside its phase (`to` null). */
export interface Move {
  key: string;
  to: Phase | null;
  gate: Gate | null;
  kind: PhaseMoveKind | 'gate';
}

type Facts = Pick<Initiative, 'allowedTransitions' | 'nextGate' | 'phase' | 'phaseBeforeHold'>;

/** The steps that are open, the usual next one first: a gate inside the phase, then on, then the ways back and out. */
export function movesOf(initiative: Facts | undefined): Move[] {
  if (!initiative) return [];
  const { nextGate, phase, phaseBeforeHold } = initiative;
  const inside: Move[] =
    nextGate && nextGate.to === null ? [{ key: nextGate.gate, to: null, gate: nextGate.gate, kind: 'gate' }] : [];
  const moves = initiative.allowedTransitions.map(({ to, gate }): Move => ({
    key: to,
    to,
    gate,
    kind: findPhaseTransition(phase, to, phaseBeforeHold)?.kind ?? 'forward',
  }));
  return [...inside, ...moves].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

const ORDER: readonly Move['kind'][] = ['gate', 'forward', 'resume', 'reopen', 'back', 'hold', 'end'];

/** The checklist of the gate a step passes, where the initiative's page tells it: that of the next gate; else nothing is known. */
export function pointsOf(initiative: Pick<Initiative, 'nextGate'> | undefined, gate: Gate | null) {
  return gate !== null && initiative?.nextGate?.gate === gate ? initiative.nextGate.items : [];
}
