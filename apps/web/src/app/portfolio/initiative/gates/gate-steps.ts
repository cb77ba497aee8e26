import type { GatePassage, Initiative } from '@hoest/contracts';
import { type Gate, GATES } from '@hoest/portfolio';
import { addMonths, type CalendarDate } from '@hoest/quantities';

/** Months after closing at which the benefit report is due. Source: domain rules, P11 */
const REPORT_AFTER_MONTHS = 12;

/** One gate on the way of an initiative. */
export interface GateStep {
  gate: Gate;
  /** `unrecorded` = it lies behind, but nothing says that it was passed. */
  standing: 'passed' | 'unrecorded' | 'present' | 'ahead';
  /** When it was passed. */
  passedOn: CalendarDate | null;
  /** Whether a decision stood behind it; null while it is not passed by record. */
  decided: boolean | null;
  /** When it is planned, for the present one and those ahead. */
  plannedOn: CalendarDate | null;
  /** Required points of the present gate, and how many of them are fulfilled; documents are ticked when it is passed. */
  required: number;
  fulfilled: number;
}

type Facts = Pick<Initiative, 'nextGate' | 'phasePlan' | 'goLivePlanned' | 'goLiveActual' | 'closedOn' | 'phase'>;

/**
 * The seven gates as they stand for an initiative. A gate that was passed and lies ahead again (the initiative was moved back)
 * counts as ahead. Without a gate ahead nothing is present: everything recorded is passed, the rest was never reached.
 * Source: domain rules, P11
 */
export function gateSteps(initiative: Facts, passages: readonly GatePassage[]): GateStep[] {
  const present = initiative.nextGate?.gate;
  const reached = present ? GATES.indexOf(present) : GATES.length;
  return GATES.map((gate, index): GateStep => {
    const passage = passages.findLast((one) => one.gate === gate);
    const live = gate === 'G5' ? initiative.goLiveActual : null;
    const passedOn = passage?.phaseStartedOn ?? live;
    const behind = index < reached;
    const items = gate === present ? (initiative.nextGate?.items ?? []).filter(({ required }) => required) : [];
    return {
      gate,
      standing:
        gate === present ? 'present' : behind && passedOn ? 'passed' : behind && present ? 'unrecorded' : 'ahead',
      passedOn: behind ? passedOn : null,
      decided: behind && passage ? passage.decisionId !== null : null,
      plannedOn: behind ? null : plannedOn(gate, initiative),
      required: items.length,
      fulfilled: items.filter(({ fulfilled }) => fulfilled).length,
    };
  });
}

function plannedOn(gate: Gate, { phase, phasePlan, goLivePlanned, closedOn }: Facts): CalendarDate | null {
  const start = (name: string) => phasePlan.find((one) => one.phase === name)?.plannedStart ?? null;
  const end = (name: string) => phasePlan.find((one) => one.phase === name)?.plannedEnd ?? null;
  switch (gate) {
    case 'G1':
      return start('analysis');
    case 'G2':
      return start('proposed');
    case 'G3':
      return start('approved');
    case 'G4':
      return start('executing');
    case 'G5':
      return goLivePlanned;
    case 'G6':
      return phase === 'realising' ? end('realising') : start('realising');
    case 'G7': {
      const closes = closedOn ?? end('realising');
      return closes && addMonths(closes, REPORT_AFTER_MONTHS);
    }
  }
}
