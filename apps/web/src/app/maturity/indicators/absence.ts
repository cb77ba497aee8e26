import type { IndicatorValue } from '@hoest/contracts';

/** Why an indicator has no score, as the key of its text; null when it has one. A missing score is never 0. */
export type Absence = 'unused' | 'noData' | 'notApplicable' | 'tooFew';

export function absenceOf({
  available,
  status,
  score,
}: Pick<IndicatorValue, 'available' | 'status' | 'score'>): Absence | null {
  if (!available) return 'unused';
  if (status === 'insufficient_n') return 'tooFew';
  if (status === 'not_applicable') return 'notApplicable';
  return score === null ? 'noData' : null;
}
