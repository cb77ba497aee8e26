import type { CalendarDate } from '@hoest/quantities';

/** `original` = the budget of the year; `supplementary` = a later appropriation that changes it (tillægsbevilling). */
export const BUDGET_KINDS = ['original', 'supplementary'] as const;
export type BudgetKind = (typeof BUDGET_KINDS)[number];

/** Whether a budget of the year can have been adopted on the day: in the year before it, or in the year itself. */
export function canBeAdoptedOn(year: number, adoptedOn: CalendarDate): boolean {
  const adopted = Number(adoptedOn.slice(0, 4));
  return adopted === year || adopted === year - 1;
}
