import {
  type AcceptanceTest,
  ACCEPTANCE_TESTS,
  BENEFIT_TRANSITIONS,
  type BenefitRequirement,
  type BenefitState,
  failedAcceptanceTests,
  PROFILE_FIELDS,
  type ProfileField,
} from '@hoest/benefits';
import type { Benefit } from '@hoest/contracts';

/** Field of the benefit that holds the answer to an acceptance test. */
export const testField = (test: AcceptanceTest) =>
  ({
    description: 'testDescription',
    observation: 'testObservation',
    attribution: 'testAttribution',
    measurement: 'testMeasurement',
  })[test];

/** Where on the page a field of the profile is filled in. */
const PROFILE_ANCHORS: Record<ProfileField, string> = {
  owner: 'benefit-ownerId',
  class: 'benefit-class',
  beneficiary: 'benefit-beneficiary',
  measure: 'benefit-measures',
  unit: 'measure-unit',
  direction: 'measure-direction',
  baseline: 'measure-baseline',
  targetPoints: 'measure-path',
  frequency: 'measure-frequency',
  goal: 'benefit-goalId',
};

/** Something a move still needs: a field of the profile or an acceptance test, with the place it is filled in. */
export type Missing =
  { kind: 'profile'; field: ProfileField; anchor: string } | { kind: 'test'; test: AcceptanceTest; anchor: string };

/** What a move asks for besides what is typed in its dialog. */
export function requirementsOf(from: BenefitState, to: BenefitState): readonly BenefitRequirement[] {
  return (
    BENEFIT_TRANSITIONS.find((move) => move.from === from && move.to === to && !move.byMeasurement)?.requires ?? []
  );
}

/** What of the benefit itself a move still lacks; empty = it can be tried. */
export function missingFor(benefit: Benefit, to: BenefitState): Missing[] {
  const requires = requirementsOf(benefit.state, to);
  const profile = requires.includes('full_profile')
    ? PROFILE_FIELDS.filter((field) => benefit.missingForProfile.includes(field)).map((field): Missing => ({
        kind: 'profile',
        field,
        anchor: PROFILE_ANCHORS[field],
      }))
    : [];
  const failed = requires.includes('acceptance_tests')
    ? failedAcceptanceTests({
        description: benefit.testDescription,
        observation: benefit.testObservation,
        attribution: benefit.testAttribution,
        measurement: benefit.testMeasurement,
      })
    : [];
  return [...profile, ...failed.map((test): Missing => ({ kind: 'test', test, anchor: `benefit-${testField(test)}` }))];
}

/** The place a refusal of the server points to; undefined when it is about nothing on the page. */
export function anchorOf(pointer: string): string | undefined {
  const name = pointer.replace(/^\//, '').split('/')[0] ?? '';
  const field = PROFILE_FIELDS.find((one) => one === name);
  if (field) return PROFILE_ANCHORS[field];
  return ACCEPTANCE_TESTS.map(testField).includes(name as ReturnType<typeof testField>) ? `benefit-${name}` : undefined;
}

/** The move a benefit is on its way to: the one along the main way, so that the checklist has one aim. */
const MAIN_WAY: Partial<Record<BenefitState, BenefitState>> = {
  identified: 'profiled',
  profiled: 'approved',
  approved: 'in_realisation',
  realised: 'closed',
  sustained: 'closed',
};

/** Whether the draft of an approved plan was changed, so that the next step is to approve it again. */
export function awaitsApproval({ state, planChanges }: Pick<Benefit, 'state' | 'planChanges'>): boolean {
  return state === 'approved' && planChanges.length > 0;
}

/** Next state along the main way; undefined where measurements decide, or the benefit has ended. */
export function nextState(benefit: Pick<Benefit, 'state' | 'planChanges'>): BenefitState | undefined {
  return awaitsApproval(benefit) ? 'approved' : MAIN_WAY[benefit.state];
}
