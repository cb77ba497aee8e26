import type { Label } from '@hoest/quantities';

/** Where a claim stands. Approved, withdrawn and lapsed are final: what follows is a new claim. */
export const CLAIM_STATES = ['submitted', 'approved', 'disputed', 'withdrawn', 'lapsed'] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

export const CLAIM_STATE_LABELS: Record<ClaimState, Label> = {
  submitted: { da: 'Til validering', en: 'To be validated' },
  approved: { da: 'Godkendt', en: 'Approved' },
  disputed: { da: 'Bestridt', en: 'Disputed' },
  withdrawn: { da: 'Trukket tilbage', en: 'Withdrawn' },
  lapsed: { da: 'Bortfaldet', en: 'Lapsed' },
};

const NEXT: Record<ClaimState, readonly ClaimState[]> = {
  submitted: ['submitted', 'approved', 'disputed', 'withdrawn', 'lapsed'],
  disputed: ['submitted', 'approved', 'withdrawn', 'lapsed'],
  approved: [],
  withdrawn: [],
  lapsed: [],
};

/** Whether a claim may go from one state to another; `submitted` again = reported anew with other figures. */
export function mayBecome(from: ClaimState, to: ClaimState): boolean {
  return NEXT[from].includes(to);
}

/** Waiting for somebody: for finance, or for the one whose claim was disputed. */
export function isOpen(state: ClaimState): boolean {
  return NEXT[state].length > 0;
}
