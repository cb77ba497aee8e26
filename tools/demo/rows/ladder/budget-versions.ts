import { type CalendarDate, fiscalYear } from '@hoest/quantities';
import { LEDGER_YEARS } from '../closed-months';
import { officeHour } from '../story-calendar';
import type { StoryContext } from '../story-context';

const ORIGINAL = '10-09';
const SUPPLEMENTARY = '04-28';

/** Budgets of the years of the ledger and what was granted on top in spring, as far as the council has adopted them. */
export function addBudgetVersions({ calendar, ids, rows }: StoryContext): void {
  const thisYear = fiscalYear(calendar.today);
  for (let year = thisYear - LEDGER_YEARS; year <= thisYear + 1; year++) {
    for (const kind of ['original', 'supplementary'] as const) {
      const adopted: CalendarDate = kind === 'original' ? `${year - 1}-${ORIGINAL}` : `${year}-${SUPPLEMENTARY}`;
      if (!calendar.isPast(adopted)) continue;
      const at = officeHour(adopted, 480);
      rows.budget_version.push({
        id: ids.of('budget_version', `${year}/${kind}`, adopted),
        created_at: at,
        updated_at: at,
        name: kind === 'original' ? `Budget ${year}` : `Tillægsbevilling april ${year}`,
        year,
        kind,
        adopted_on: adopted,
      });
    }
  }
}

/** The budget an amount of a year was entered in: the original where the gain was live when it was adopted, else the grant on top. */
export function budgetVersionFor(
  { ids }: StoryContext,
  year: number,
  liveOn: CalendarDate,
  enteredOn: CalendarDate,
): string {
  const isKnown = liveOn < `${year - 1}-${ORIGINAL}` || enteredOn < `${year}-${SUPPLEMENTARY}`;
  return ids.find('budget_version', `${year}/${isKnown ? 'original' : 'supplementary'}`);
}
