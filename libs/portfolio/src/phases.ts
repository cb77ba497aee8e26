import type { Gate, Phase, StateModelPhase } from './value-lists';

/** What a move between phases is: on the way, one step back, a pause and its end, an end, a new start. */
export type PhaseMoveKind = 'forward' | 'back' | 'hold' | 'resume' | 'end' | 'reopen';

export interface PhaseTransition {
  from: Phase;
  to: Phase;
  kind: PhaseMoveKind;
  /** Gate that is passed when the phase starts; null = the move starts no new phase of the project model. */
  gate: Gate | null;
}

const move = (from: Phase, to: Phase, kind: PhaseMoveKind, gate: Gate | null = null): PhaseTransition => ({
  from,
  to,
  kind,
  gate,
});

/** Phases in which an initiative can be put on hold, and to which it returns. */
const HOLDABLE: readonly Phase[] = ['idea', 'analysis', 'proposed', 'approved', 'executing', 'realising'];

/**
 * Every move between phases; what is not here cannot happen. Before approval an initiative ends as rejected, after it as
 * stopped. From hold it returns to the phase it was held in, or ends as it could have ended from there. G5 (go-live) and G7 (12 months
 * after closing) are passed inside a phase and start none.
 * Source: domain rules, section 4 and P11
 */
export const PHASE_TRANSITIONS: readonly PhaseTransition[] = [
  move('idea', 'analysis', 'forward', 'G1'),
  move('analysis', 'proposed', 'forward', 'G2'),
  move('proposed', 'approved', 'forward', 'G3'),
  move('approved', 'executing', 'forward', 'G4'),
  move('executing', 'realising', 'forward', 'G6'),
  move('executing', 'closed', 'end', 'G6'),
  move('realising', 'closed', 'end', 'G6'),
  move('analysis', 'idea', 'back'),
  move('proposed', 'analysis', 'back'),
  move('approved', 'proposed', 'back'),
  ...HOLDABLE.map((phase) => move(phase, 'on_hold', 'hold')),
  ...HOLDABLE.map((phase) => move('on_hold', phase, 'resume')),
  ...(['idea', 'analysis', 'proposed', 'on_hold'] as const).map((phase) => move(phase, 'rejected', 'end')),
  ...(['approved', 'executing', 'realising', 'on_hold'] as const).map((phase) => move(phase, 'stopped', 'end')),
  move('rejected', 'idea', 'reopen'),
  move('stopped', 'analysis', 'reopen'),
];

const BEFORE_APPROVAL: readonly (Phase | null)[] = ['idea', 'analysis', 'proposed'];

/** Whether a move out of hold fits the phase the initiative was held in; without a known phase only the ends are left. */
function fitsHold({ from, to, kind }: PhaseTransition, phaseBeforeHold: Phase | null): boolean {
  if (from !== 'on_hold') return true;
  if (kind === 'resume') return to === phaseBeforeHold;
  if (phaseBeforeHold === null) return true;
  return BEFORE_APPROVAL.includes(phaseBeforeHold) === (to === 'rejected');
}

/** The moves an initiative may make; `phaseBeforeHold` = the phase it was put on hold in, null when it is not on hold. */
export function phaseTransitionsFrom(phase: Phase, phaseBeforeHold: Phase | null): PhaseTransition[] {
  return PHASE_TRANSITIONS.filter((transition) => transition.from === phase && fitsHold(transition, phaseBeforeHold));
}

/** The move from one phase to another; null when there is none. */
export function findPhaseTransition(from: Phase, to: Phase, phaseBeforeHold: Phase | null): PhaseTransition | null {
  return phaseTransitionsFrom(from, phaseBeforeHold).find((transition) => transition.to === to) ?? null;
}

/** Where an initiative stands on its way through the gates. */
export interface GateStanding {
  phase: Phase;
  phaseBeforeHold: Phase | null;
  /** Whether it has gone live. */
  isLive: boolean;
  /** Whether G7 has been passed. */
  followedUp: boolean;
}

const NEXT_GATES: Partial<Record<Phase, { gate: Gate; to: Phase }>> = {
  idea: { gate: 'G1', to: 'analysis' },
  analysis: { gate: 'G2', to: 'proposed' },
  proposed: { gate: 'G3', to: 'approved' },
  approved: { gate: 'G4', to: 'executing' },
  executing: { gate: 'G6', to: 'realising' },
  realising: { gate: 'G6', to: 'closed' },
};

/**
 * The gate that lies ahead and the phase it opens; `to` is null for the gates inside a phase: go-live (G5) while executing and not
 * live, the benefit report (G7) after closing. On hold it is the gate of the phase the initiative was held in. Null when
 * nothing lies ahead.
 * Source: domain rules, P11
 */
export function nextGate(standing: GateStanding): { gate: Gate; to: Phase | null } | null {
  const phase = standing.phase === 'on_hold' ? standing.phaseBeforeHold : standing.phase;
  if (phase === 'executing' && !standing.isLive) return { gate: 'G5', to: null };
  if (phase === 'closed') return standing.followedUp ? null : { gate: 'G7', to: null };
  return (phase && NEXT_GATES[phase]) ?? null;
}

/** `Act`: approved, executing or realising. Source: domain rules, section 4 */
export const ACTIVE_PHASES: readonly Phase[] = ['approved', 'executing', 'realising'];

/** `InFl`: approved or executing. Source: domain rules, section 4 */
export const IN_FLIGHT_PHASES: readonly Phase[] = ['approved', 'executing'];

/** Whether the initiative is in `Act`. */
export function isActive(phase: Phase): boolean {
  return ACTIVE_PHASES.includes(phase);
}

/** Whether the initiative is in `InFl`. */
export function isInFlight(phase: Phase): boolean {
  return IN_FLIGHT_PHASES.includes(phase);
}

const STATE_MODEL: Partial<Record<Phase, StateModelPhase>> = {
  idea: 'idea',
  analysis: 'analysis',
  proposed: 'analysis',
  approved: 'execution',
  executing: 'execution',
  realising: 'realisation',
};

/** The phase as the state project model names it; null for closed and the side states. Source: domain rules, section 4 [S5] */
export function phaseOfStateModel(phase: Phase): StateModelPhase | null {
  return STATE_MODEL[phase] ?? null;
}
