import type { MovedPlan } from '@hoest/contracts';
import type { benefitTexts } from '../benefits-texts';

/** How far a go-live moved, without direction: `4 md.`, `4 md. og 15 dage`, `19 dage`. */
export function movedWords(
  { months, days }: Pick<MovedPlan, 'months' | 'days'>,
  t: ReturnType<typeof benefitTexts.inject>,
): string {
  const parts = { months: Math.abs(months), days: Math.abs(days) };
  if (parts.months === 0) return t('moved.days', parts);
  return t(parts.days === 0 ? 'moved.months' : 'moved.monthsAndDays', parts);
}
