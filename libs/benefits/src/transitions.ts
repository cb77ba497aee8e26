import type { Label } from '@hoest/quantities';
import type { BenefitState } from './value-lists';

/** What a move to another state asks for. */
export const BENEFIT_REQUIREMENTS = [
  'full_profile',
  'acceptance_tests',
  'plan_changed',
  'initiative_live',
  'realised',
  'sustained',
  'decision',
  'reason',
  'new_owner',
] as const;
export type BenefitRequirement = (typeof BENEFIT_REQUIREMENTS)[number];

export const BENEFIT_REQUIREMENT_LABELS: Record<BenefitRequirement, Label> = {
  full_profile: { da: 'Gevinstprofilen er udfyldt', en: 'The benefit profile is complete' },
  acceptance_tests: { da: 'De fire godkendelsestest er bestået', en: 'The four acceptance tests are passed' },
  plan_changed: { da: 'Planen er ændret siden godkendelsen', en: 'The plan was changed since it was approved' },
  initiative_live: { da: 'Indsatsen er sat i drift', en: 'The initiative is live' },
  realised: {
    da: 'Seneste måling viser mindst 90 % af målet, målt ved eller efter det sidste målpunkt',
    en: 'The latest measurement shows at least 90 % of the target, at or after the final target point',
  },
  sustained: {
    da: 'Effekten er der stadig 12 måneder efter, at den blev realiseret',
    en: 'The effect is still there 12 months after it was realised',
  },
  decision: { da: 'En beslutning', en: 'A decision' },
  reason: { da: 'En begrundelse', en: 'A reason' },
  new_owner: { da: 'En ny gevinstejer', en: 'A new benefit owner' },
};

export interface BenefitTransition {
  from: BenefitState;
  to: BenefitState;
  /** All of them must hold. */
  requires: readonly BenefitRequirement[];
  /** Whether measurements make the move by themselves; people make the others. */
  byMeasurement: boolean;
}

const byPeople = (from: BenefitState, to: BenefitState, ...requires: BenefitRequirement[]): BenefitTransition => ({
  from,
  to,
  requires,
  byMeasurement: false,
});

const byMeasurement = (from: BenefitState, to: BenefitState, ...requires: BenefitRequirement[]): BenefitTransition => ({
  from,
  to,
  requires,
  byMeasurement: true,
});

const AFTER_APPROVAL: readonly BenefitState[] = ['approved', 'in_realisation', 'realised', 'sustained'];

/**
 * Every move between states; what is not here cannot happen. An approved plan that was changed before go-live is approved
 * again, which stays in the state and makes a new version. Exits: rejected before approval, written off after it (with
 * decision and reason), transferred to a new owner with the same history. Closed, rejected, written off and transferred end it.
 * Source: domain rules, section 4
 */
export const BENEFIT_TRANSITIONS: readonly BenefitTransition[] = [
  byPeople('identified', 'profiled', 'full_profile'),
  byPeople('profiled', 'identified'),
  byPeople('profiled', 'approved', 'full_profile', 'acceptance_tests'),
  byPeople('approved', 'approved', 'full_profile', 'acceptance_tests', 'plan_changed'),
  byPeople('approved', 'in_realisation', 'initiative_live'),
  byMeasurement('in_realisation', 'realised', 'realised'),
  byMeasurement('in_realisation', 'sustained', 'sustained'),
  byMeasurement('realised', 'sustained', 'sustained'),
  byMeasurement('realised', 'in_realisation'),
  byMeasurement('sustained', 'realised', 'realised'),
  byMeasurement('sustained', 'in_realisation'),
  byPeople('realised', 'closed', 'reason'),
  byPeople('sustained', 'closed'),
  byPeople('identified', 'rejected', 'reason'),
  byPeople('profiled', 'rejected', 'reason'),
  ...AFTER_APPROVAL.map((from) => byPeople(from, 'written_off', 'decision', 'reason')),
  ...AFTER_APPROVAL.map((from) => byPeople(from, 'transferred', 'new_owner')),
];

/** The moves people may make from a state, whether or not what they require is there. */
export function benefitTransitionsFrom(state: BenefitState): BenefitTransition[] {
  return BENEFIT_TRANSITIONS.filter(({ from, byMeasurement: automatic }) => from === state && !automatic);
}

export type BenefitMove =
  | { kind: 'allowed'; transition: BenefitTransition }
  | { kind: 'no-such-move' }
  | { kind: 'refused'; missing: BenefitRequirement[] };

/** Whether a benefit may move; `fulfilled` names the requirements that hold. Moves made by measurements are no moves of people. */
export function checkBenefitMove(
  from: BenefitState,
  to: BenefitState,
  fulfilled: ReadonlySet<BenefitRequirement>,
): BenefitMove {
  const transition = benefitTransitionsFrom(from).find((candidate) => candidate.to === to);
  if (!transition) return { kind: 'no-such-move' };
  const missing = transition.requires.filter((requirement) => !fulfilled.has(requirement));
  return missing.length === 0 ? { kind: 'allowed', transition } : { kind: 'refused', missing };
}

/** States in which a plan is approved: the benefit counts as promised. */
export const APPROVED_STATES: readonly BenefitState[] = [
  'approved',
  'in_realisation',
  'realised',
  'sustained',
  'closed',
];

/** Whether the benefit is at least approved and not given up: approved, in realisation, realised, sustained or closed. */
export function isApproved(state: BenefitState): boolean {
  return APPROVED_STATES.includes(state);
}
