import type { BenefitState } from '@hoest/benefits';

/** States that those who work on the benefit set themselves; every other move is a leader's decision. */
const OWN_STATES: readonly BenefitState[] = ['identified', 'profiled', 'transferred'];

/** Whether moving a benefit to this state takes the right to approve. */
export function decidesState(to: BenefitState): boolean {
  return !OWN_STATES.includes(to);
}
