import type { BodyInputOf, claimRoutes, FinanceClaim, LedgerItem } from '@hoest/contracts';
import { type Rung, reachesBudgets, RUNGS, rungNumber } from '@hoest/finance';

export type ClaimInput = Omit<
  BodyInputOf<typeof claimRoutes.reportClaims>['items'][number],
  'benefitId' | 'correctsClaimId'
>;

/** A benefit an amount can be reported of. */
export interface ReportBenefit {
  id: string;
  title: string;
  initiativeCode: string;
  class: LedgerItem['class'];
  account: string | null;
  costCentre: string | null;
}

export function reportBenefitOf(item: LedgerItem): ReportBenefit {
  const { benefitId: id, title, initiativeCode, account, costCentre } = item;
  return { id, title, initiativeCode, class: item.class, account, costCentre };
}

/** What stands in the form; months 1–12, null = the whole year. */
export interface ReportDraft {
  rung: Rung;
  year: number;
  monthFrom: number | null;
  monthTo: number | null;
  /** Minor units; null while empty. */
  amountMinor: string | null;
  account: string;
  costCentre: string;
  budgetVersionId: string | null;
  postingRef: string;
  accountsRef: string;
  evidenceKind: FinanceClaim['evidenceKind'];
  scopeReduction: boolean;
  comment: string;
}

const monthOf = (month: string) => Number(month.slice(5, 7));

/** The form of an amount reported before, to be reported anew. */
export function draftOfClaim(claim: FinanceClaim): ReportDraft {
  const [from, to] = [monthOf(claim.monthFrom), monthOf(claim.monthTo)];
  const wholeYear = from === 1 && to === 12;
  return {
    rung: claim.rung,
    year: claim.year,
    monthFrom: wholeYear ? null : from,
    monthTo: wholeYear ? null : to,
    amountMinor: claim.amountMinor,
    account: claim.account ?? '',
    costCentre: claim.costCentre ?? '',
    budgetVersionId: claim.budgetVersionId,
    postingRef: claim.postingRef ?? '',
    accountsRef: claim.accountsRef ?? '',
    evidenceKind: claim.evidenceKind,
    scopeReduction: claim.scopeReduction,
    comment: claim.comment ?? '',
  };
}

/** Rungs the class of a benefit can reach: what never leaves a budget stays on the first. */
export function rungsFor(benefitClass: string | undefined): readonly Rung[] {
  return benefitClass === undefined || reachesBudgets(benefitClass) ? RUNGS : RUNGS.slice(0, 1);
}

/** Which fields a rung asks for beyond amount and months. */
export function fieldsOf(rung: Rung) {
  const number = rungNumber(rung);
  return { account: number >= 2, budgetVersion: number === 2, postingRef: number >= 3, accountsRef: number === 4 };
}

const text = (value: string) => value.trim() || null;
const monthStart = (year: number, month: number) => `${year}-${String(month).padStart(2, '0')}-01`;

/** What is sent: fields the rung does not ask for are left out, a single month is given at both ends. */
export function inputOf(draft: ReportDraft): ClaimInput {
  const fields = fieldsOf(draft.rung);
  const from = draft.monthFrom ?? (draft.monthTo === null ? null : 1);
  const to = draft.monthTo ?? (draft.monthFrom === null ? null : 12);
  return {
    year: draft.year,
    ...(from !== null && to !== null
      ? { monthFrom: monthStart(draft.year, from), monthTo: monthStart(draft.year, to) }
      : {}),
    rung: draft.rung,
    amountMinor: draft.amountMinor ?? '0',
    ...(fields.account ? { account: text(draft.account), costCentre: text(draft.costCentre) } : {}),
    ...(fields.budgetVersion ? { budgetVersionId: draft.budgetVersionId } : {}),
    ...(fields.postingRef ? { postingRef: text(draft.postingRef) } : {}),
    ...(fields.accountsRef ? { accountsRef: text(draft.accountsRef) } : {}),
    evidenceKind: draft.evidenceKind,
    scopeReduction: draft.scopeReduction,
    comment: draft.comment,
  };
}
