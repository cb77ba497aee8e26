import type { BudgetVersion } from '@hoest/contracts';
import { type BudgetKind, canBeAdoptedOn, ESTIMATE_YEARS } from '@hoest/finance';
import { type BudgetVersionRow, listBudgetVersions, type Transaction } from '@hoest/persistence';
import { fieldRefused, notFound } from '@hoest/platform';
import type { Answer } from '../http/handle';
import { organisationDay } from '../organisation/organisation-day';
import { refuseFuture } from '../portfolio/refuse-future';

/** A budget with the years it speaks about. */
export function budgetAnswer(row: BudgetVersionRow): Answer<BudgetVersion> {
  const years = Array.from({ length: ESTIMATE_YEARS + 1 }, (_, after) => row.year + after);
  return { ...row, kind: row.kind as BudgetKind, years };
}

/** One budget. @throws ProblemError `not_found` */
export async function readBudgetVersion(tx: Transaction, id: string): Promise<Answer<BudgetVersion>> {
  const [row] = await listBudgetVersions(tx, id);
  if (!row) throw notFound();
  return budgetAnswer(row);
}

/**
 * A budget is adopted, so its day does not lie ahead, and the day fits its year.
 * @throws ProblemError `rule_refused` at `/adoptedOn`
 */
export async function refuseUnlikelyAdoption(
  tx: Transaction,
  { year, adoptedOn }: { year: number; adoptedOn: string },
): Promise<void> {
  refuseFuture('/adoptedOn', adoptedOn, await organisationDay(tx));
  if (canBeAdoptedOn(year, adoptedOn)) return;
  throw fieldRefused(
    '/adoptedOn',
    'other_budget_year',
    {
      da: `Et budget for ${year} vedtages i ${year - 1} eller ${year}; ret datoen eller budgetåret.`,
      en: `A budget for ${year} is adopted in ${year - 1} or ${year}; correct the date or the budget year.`,
    },
    { year },
  );
}
