import { BENEFIT_CLASSES, EVIDENCE_KINDS } from '@hoest/benefits';
import { ASSURANCES, CLAIM_STATES, RUNGS, TEST_RESULTS, VALIDATION_TESTS } from '@hoest/finance';
import * as z from 'zod';
import {
  currency,
  decimal,
  id,
  instant,
  isoDate,
  isoMonth,
  line,
  prose,
  signedMinor,
  version,
  yearNumber,
} from '../fields';
import { listQuery, page } from '../list';
import { defineRoute } from '../route';

const checklist = z
  .strictObject(
    Object.fromEntries(VALIDATION_TESTS.map((test) => [test, z.enum(TEST_RESULTS)])) as Record<
      (typeof VALIDATION_TESTS)[number],
      z.ZodEnum<{ passed: 'passed'; doubtful: 'doubtful'; failed: 'failed' }>
    >,
  )
  .meta({ id: 'ValidationChecklist', description: 'The five tests, each with its result' });

/** What the records say about a test before a person does: `failed` speaks against it, `doubtful` asks for a look. */
const hint = z
  .object({
    test: z.enum(VALIDATION_TESTS),
    result: z.enum(['doubtful', 'failed']),
    code: z.enum([
      'same_account',
      'same_measure',
      'hours_are_not_cash',
      'estimate',
      'no_evidence',
      'outside_period',
      'above_realised',
      'no_attribution_note',
      'actuals_above_budget',
    ]),
    /** Title of the other benefit, amount or day the hint speaks of. */
    about: z.string().nullable(),
  })
  .meta({ id: 'ValidationHint' });

export const financeClaim = z
  .object({
    id,
    benefitId: id,
    benefitTitle: z.string(),
    benefitClass: z.enum(BENEFIT_CLASSES),
    polarity: z.union([z.literal(1), z.literal(-1)]),
    initiativeId: id,
    initiativeCode: z.string(),
    initiativeTitle: z.string(),
    unitId: id,
    unitName: z.string(),
    year: yearNumber,
    monthFrom: isoMonth,
    monthTo: isoMonth,
    rung: z.enum(RUNGS),
    amountMinor: signedMinor,
    currency,
    priceYear: yearNumber,
    account: z.string().nullable(),
    costCentre: z.string().nullable(),
    budgetVersionId: id.nullable(),
    budgetVersionName: z.string().nullable(),
    postingRef: z.string().nullable(),
    accountsRef: z.string().nullable(),
    evidenceKind: z.enum(EVIDENCE_KINDS).nullable(),
    scopeReduction: z.boolean(),
    comment: z.string().nullable(),
    /** The measurement it reports; null when it was written by hand. */
    measurement: z.object({ id, date: isoDate, value: decimal, unit: z.string(), measureName: z.string() }).nullable(),
    correctsClaimId: id.nullable(),
    reversesEntryId: id.nullable(),
    state: z.enum(CLAIM_STATES),
    stateSince: instant,
    proposedBy: id,
    proposedByName: z.string(),
    proposedAt: instant,
    decidedByName: z.string().nullable(),
    decidedAt: instant.nullable(),
    bookedMonth: isoMonth.nullable(),
    checklist: checklist.nullable(),
    assurance: z.enum(ASSURANCES).nullable(),
    reason: z.string().nullable(),
    hints: z.array(hint),
    /** Why the caller cannot decide on it; null when they can. */
    cannotValidate: z
      .enum([
        'own_claim',
        'benefit_owner',
        'project_manager',
        'not_controller',
        'handed_over',
        'not_allowed',
        'decided',
      ])
      .nullable(),
    mayChange: z.boolean(),
    version,
  })
  .meta({ id: 'FinanceClaim' });
export type FinanceClaim = z.output<typeof financeClaim>;

const claimFields = z.strictObject({
  year: yearNumber,
  /** First and last month the amount is about; left out = the whole year. */
  monthFrom: isoMonth.optional(),
  monthTo: isoMonth.optional(),
  rung: z.enum(RUNGS),
  /** Not 0. Negative corrects what was approved before. */
  amountMinor: signedMinor,
  /** Year whose prices the amount is in; left out = its own year. */
  priceYear: yearNumber.optional(),
  /** Left out = the benefit's own. */
  account: line(60).nullable().optional(),
  costCentre: line(60).nullable().optional(),
  budgetVersionId: id.nullable().optional(),
  postingRef: line(120).nullable().optional(),
  accountsRef: line(120).nullable().optional(),
  evidenceKind: z.enum(EVIDENCE_KINDS).nullable().optional(),
  scopeReduction: z.boolean().optional(),
  comment: prose(2000).optional(),
});

const claimBody = claimFields.extend({
  benefitId: id,
  /** The approved claim this one corrects. */
  correctsClaimId: id.nullable().optional(),
});

export const claimRoutes = {
  listClaims: defineRoute({
    id: 'listFinanceClaims',
    method: 'GET',
    path: '/finance/claims',
    area: 'finance',
    permission: 'portfolio.read',
    summary: 'Reported amounts with what finance said: `filter[state]=submitted,disputed` is the inbox',
    query: listQuery({
      /** `waiting`: what waits for finance before what waits for its reporter and what is decided. */
      sorts: ['proposedAt', 'waiting', 'amount', 'benefitTitle', 'year'],
      defaultSort: 'proposedAt',
      filters: {
        state: { values: CLAIM_STATES },
        rung: { values: RUNGS },
        unitId: { ids: true },
        benefitId: { ids: true },
        initiativeId: { ids: true },
        /** Reported by the caller. */
        mine: { values: ['true', 'false'] },
        year: { range: z.string().regex(/^\d{4}$/) },
      },
    }),
    response: page(financeClaim),
  }),
  readClaim: defineRoute({
    id: 'readFinanceClaim',
    method: 'GET',
    path: '/finance/claims/:id',
    area: 'finance',
    permission: 'portfolio.read',
    summary: 'One reported amount',
    params: z.strictObject({ id }),
    response: financeClaim,
  }),
  reportClaims: defineRoute({
    id: 'reportFinanceClaims',
    method: 'POST',
    path: '/finance/claims',
    area: 'finance',
    permission: 'finance.report',
    status: 201,
    summary: 'Reports amounts that have reached a rung, all or none; they count when finance has approved them',
    body: z.strictObject({ items: z.array(claimBody).min(1).max(500) }),
    response: z.object({ items: z.array(financeClaim) }),
  }),
  changeClaim: defineRoute({
    id: 'changeFinanceClaim',
    method: 'PATCH',
    path: '/finance/claims/:id',
    area: 'finance',
    permission: 'finance.report',
    summary: 'Reports a waiting or disputed amount anew; whoever changes it is its reporter from then on',
    params: z.strictObject({ id }),
    body: claimFields.partial(),
    response: financeClaim,
  }),
  withdrawClaim: defineRoute({
    id: 'withdrawFinanceClaim',
    method: 'POST',
    path: '/finance/claims/:id/withdrawals',
    area: 'finance',
    permission: 'finance.report',
    status: 201,
    ifMatch: true,
    summary: 'Takes back an amount that is not approved yet',
    params: z.strictObject({ id }),
    body: z.strictObject({ reason: line(2000) }),
    response: financeClaim,
  }),
  reverseEntry: defineRoute({
    id: 'reverseFinanceEntry',
    method: 'POST',
    path: '/finance/entries/:id/reversals',
    area: 'finance',
    permission: 'finance.report',
    status: 201,
    summary: 'Asks for an approved amount to be taken back; a second person approves it like any claim',
    params: z.strictObject({ id }),
    body: z.strictObject({ reason: line(2000) }),
    response: financeClaim,
  }),
  validateClaims: defineRoute({
    id: 'validateFinanceClaims',
    method: 'POST',
    path: '/finance/validations',
    area: 'finance',
    permission: 'finance.validate',
    signsOff: true,
    summary: 'Approves or disputes reported amounts; each item is answered on its own',
    body: z.strictObject({
      items: z
        .array(
          z.strictObject({
            claimId: id,
            version,
            outcome: z.enum(['approve', 'dispute']),
            /** Needed to approve; a failed test cannot be approved. */
            checklist: checklist.optional(),
            /** Needed to dispute, and to approve in spite of a doubt. */
            reason: line(2000).optional(),
            /** Accounting month to book in; left out = the last month the amount is about, or the first open one. */
            bookedMonth: isoMonth.optional(),
          }),
        )
        .min(1)
        .max(200),
    }),
    response: z.object({
      items: z.array(
        z.object({
          claimId: id,
          outcome: z.enum(['approved', 'disputed', 'refused']),
          /** As it stands now; null when there is no such claim. */
          claim: financeClaim.nullable(),
          /** Why it was refused, in the caller's language. */
          problem: z.object({ code: z.string(), detail: z.string() }).nullable(),
        }),
      ),
    }),
  }),
};

export const financeEntry = z
  .object({
    id,
    claimId: id,
    benefitId: id,
    year: yearNumber,
    monthFrom: isoMonth,
    monthTo: isoMonth,
    bookedMonth: isoMonth,
    rung: z.enum(RUNGS),
    amountMinor: signedMinor,
    currency,
    priceYear: yearNumber,
    account: z.string().nullable(),
    costCentre: z.string().nullable(),
    budgetVersionName: z.string().nullable(),
    postingRef: z.string().nullable(),
    accountsRef: z.string().nullable(),
    reversesId: id.nullable(),
    reversedById: id.nullable(),
    assurance: z.enum(ASSURANCES).nullable(),
    reason: z.string().nullable(),
    enteredByName: z.string(),
    validatedByName: z.string(),
    recordedAt: instant,
  })
  .meta({ id: 'FinanceEntry' });

export const entryRoutes = {
  listEntries: defineRoute({
    id: 'listFinanceEntries',
    method: 'GET',
    path: '/finance/entries',
    area: 'finance',
    permission: 'portfolio.read',
    summary: 'The ledger’s entries, latest first; nothing in it is ever changed',
    query: listQuery({
      sorts: ['recordedAt', 'amount'],
      defaultSort: '-recordedAt',
      filters: {
        benefitId: { ids: true },
        unitId: { ids: true },
        rung: { values: RUNGS },
        year: { range: z.string().regex(/^\d{4}$/) },
      },
    }),
    response: page(financeEntry),
  }),
};
