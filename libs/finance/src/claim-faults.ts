import { reachesBudgets, type Rung, rungNumber } from './ladder';

/** Years a budget version speaks about beyond its budget year: the estimate years BO1–BO3. Source: domain rules, section 1 */
export const ESTIMATE_YEARS = 3;

/** An amount somebody says has reached a rung. */
export interface ClaimFacts {
  benefitClass: string;
  rung: Rung;
  year: number;
  evidenceKind: string | null;
  account: string | null;
  postingRef: string | null;
  accountsRef: string | null;
  /** Budget year of the version the amount is entered in; null = no version named. */
  budgetYear: number | null;
}

export type ClaimFault =
  /** The class never leaves rung 1: its money is not in a budget. */
  | 'class_stays_below_budget'
  /** An estimate is no evidence above rung 1. */
  | 'estimate_is_no_evidence'
  | 'budget_version_missing'
  /** The named budget version does not speak about the year. */
  | 'budget_version_other_years'
  | 'account_missing'
  | 'posting_ref_missing'
  | 'accounts_ref_missing';

/** Everything that keeps a claim from being made on its rung; empty when nothing does. Source: domain rules, section 4 */
export function claimFaults(claim: ClaimFacts): ClaimFault[] {
  const faults: ClaimFault[] = [];
  const number = rungNumber(claim.rung);
  if (number >= 2 && !reachesBudgets(claim.benefitClass)) faults.push('class_stays_below_budget');
  if (number >= 2 && claim.evidenceKind === 'estimate') faults.push('estimate_is_no_evidence');
  if (number === 2) {
    if (claim.budgetYear === null) faults.push('budget_version_missing');
    else if (claim.year < claim.budgetYear || claim.year > claim.budgetYear + ESTIMATE_YEARS) {
      faults.push('budget_version_other_years');
    }
  }
  if (number >= 3 && !claim.account) faults.push('account_missing');
  if (number >= 3 && !claim.postingRef) faults.push('posting_ref_missing');
  if (number === 4 && !claim.accountsRef) faults.push('accounts_ref_missing');
  return faults;
}
