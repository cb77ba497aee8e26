import type { BenefitSummary, BodyInputOf, claimRoutes, FinanceClaim } from '@hoest/contracts';
import type { ReportDetails } from './claims-of';
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
  class: BenefitSummary['class'];
  account: string | null;
  costCentre: string | null;
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

/** Which fields are asked for beyond amount and months. */
export interface AskedFields {
  account: boolean;
  /** Whether nothing says the account yet, so that it must be typed. */
  accountMissing: boolean;
  budgetVersion: boolean;
  postingRef: boolean;
  accountsRef: boolean;
}

/** Which fields a rung asks for. */
export function fieldsOf(rung: Rung): AskedFields {
  const number = rungNumber(rung);
  return {
    account: number >= 2,
    accountMissing: number >= 3,
    budgetVersion: number === 2,
    postingRef: number >= 3,
    accountsRef: number === 4,
  };
}

/** What several amounts ask for together; an account only where money was taken out, and needed where a benefit names none. */
export function askedByAll(lines: readonly { difference: { rung: Rung }; hasAccount: boolean }[]): AskedFields {
  const fields = lines.map(({ difference }) => fieldsOf(difference.rung));
  return {
    account: fields.some(({ postingRef }) => postingRef),
    accountMissing: lines.some(({ difference, hasAccount }) => !hasAccount && fieldsOf(difference.rung).postingRef),
    budgetVersion: fields.some(({ budgetVersion }) => budgetVersion),
    postingRef: fields.some(({ postingRef }) => postingRef),
    accountsRef: fields.some(({ accountsRef }) => accountsRef),
  };
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

/** What is said once of several amounts; an empty field says nothing. */
export function detailsOf(draft: ReportDraft): ReportDetails {
  const { account, postingRef, accountsRef, budgetVersionId, evidenceKind, comment } = draft;
  return {
    account: text(account) ?? undefined,
    postingRef: text(postingRef) ?? undefined,
    accountsRef: text(accountsRef) ?? undefined,
    budgetVersionId: budgetVersionId ?? undefined,
    evidenceKind: evidenceKind ?? undefined,
    comment: text(comment) ?? undefined,
  };
}
