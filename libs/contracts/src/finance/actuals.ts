import { MATCH_KINDS } from '@hoest/finance';
import * as z from 'zod';
import { currency, id, instant, isoMonth, line, signedMinor, version } from '../fields';
import { listQuery, page } from '../list';
import { defineRoute } from '../route';

const named = z.object({ id, title: z.string() });

const ACCOUNT_MOST = 60;

/** How a line's account and cost centre were found to belong to a benefit, or not. */
const matchFields = {
  match: z.enum(MATCH_KINDS),
  /** Null unless matched. */
  benefit: named.nullable(),
  /** The remembered rule that matched it; null when the benefit's own account did, or nothing. */
  ruleId: id.nullable(),
  /** When ambiguous: the benefits equally close rules name. */
  candidates: z.array(named),
};

/** Sums of booked lines; null = nothing is stated, never 0. */
const sumFields = {
  currency,
  lines: z.number().int(),
  /** Booked: costs positive, income and credits negative. */
  spentMinor: signedMinor.nullable(),
  budgetMinor: signedMinor.nullable(),
};

export const actual = z
  .object({
    id,
    account: z.string(),
    costCentre: z.string().nullable(),
    month: isoMonth,
    /** Null = only budgeted. */
    amountMinor: signedMinor.nullable(),
    budgetMinor: signedMinor.nullable(),
    currency,
    text: z.string().nullable(),
    /** Voucher or posting number. */
    postingRef: z.string().nullable(),
    /** The import that wrote it last. */
    importId: id.nullable(),
    ...matchFields,
  })
  .meta({ id: 'Actual' });
export type Actual = z.output<typeof actual>;

export const actualAccount = z
  .object({
    account: z.string(),
    costCentre: z.string().nullable(),
    ...sumFields,
    firstMonth: isoMonth,
    lastMonth: isoMonth,
    /** What stands on its lines, at most three different texts. */
    texts: z.array(z.string()),
    ...matchFields,
  })
  .meta({
    id: 'ActualAccount',
    description: 'What is booked on an account and cost centre, where it is matched alike',
  });
export type ActualAccount = z.output<typeof actualAccount>;

const actualSum = z.object(sumFields).meta({ id: 'ActualSum' });

export const actualTotals = z
  .object({
    /** By benefit and month; currencies apart. */
    items: z.array(z.object({ benefitId: id, benefitTitle: z.string(), month: isoMonth, ...sumFields })),
    /** Everything in the months asked for, by kind of match; currencies apart. */
    matches: z.object({
      matched: z.array(actualSum),
      unmatched: z.array(actualSum),
      ambiguous: z.array(actualSum),
    }),
    /** Latest closed month; lines up to it do not change any more. */
    closedThrough: isoMonth.nullable(),
  })
  .meta({ id: 'ActualTotals' });
export type ActualTotals = z.output<typeof actualTotals>;

export const matchingRule = z
  .object({
    id,
    benefitId: id,
    benefitTitle: z.string(),
    account: z.string(),
    /** `prefix`: every account that begins so. */
    match: z.enum(['exact', 'prefix']),
    /** Null = every cost centre. */
    costCentre: z.string().nullable(),
    /** First month it holds in; null = since ever. */
    validFrom: isoMonth.nullable(),
    /** First month it no longer holds in; null = until further notice. */
    validTo: isoMonth.nullable(),
    createdByName: z.string().nullable(),
    createdAt: instant,
    /** Booked lines it matches now. */
    lines: z.number().int(),
    version,
  })
  .meta({ id: 'MatchingRule' });
export type MatchingRule = z.output<typeof matchingRule>;

const ruleFields = z.strictObject({
  benefitId: id,
  account: line(ACCOUNT_MOST),
  match: z.enum(['exact', 'prefix']).optional(),
  costCentre: line(ACCOUNT_MOST).nullable().optional(),
  validFrom: isoMonth.nullable().optional(),
  validTo: isoMonth.nullable().optional(),
});

const params = z.strictObject({ id });

export const actualRoutes = {
  listActuals: defineRoute({
    id: 'listActuals',
    method: 'GET',
    path: '/finance/actuals',
    area: 'finance',
    permission: 'portfolio.read',
    summary: 'Imported lines of the accounts with the benefit each belongs to',
    query: listQuery({
      sorts: ['month', 'account', 'amount'],
      defaultSort: '-month',
      filters: {
        match: { values: MATCH_KINDS },
        month: { range: isoMonth },
        account: { texts: line(ACCOUNT_MOST) },
        benefitId: { ids: true },
        importId: { ids: true },
      },
    }),
    response: page(actual),
  }),
  listActualAccounts: defineRoute({
    id: 'listActualAccounts',
    method: 'GET',
    path: '/finance/actuals/accounts',
    area: 'finance',
    permission: 'portfolio.read',
    summary: 'Accounts and cost centres of the imported lines, the largest first: what remains to be matched',
    query: z.strictObject({
      match: z.enum(MATCH_KINDS).default('unmatched'),
      from: isoMonth.optional(),
      to: isoMonth.optional(),
    }),
    response: z.object({ items: z.array(actualAccount) }),
  }),
  readActualTotals: defineRoute({
    id: 'readActualTotals',
    method: 'GET',
    path: '/finance/actuals/totals',
    area: 'finance',
    permission: 'portfolio.read',
    summary: 'Spent and budgeted per benefit and month, and what is matched, ambiguous and unmatched',
    query: z.strictObject({ from: isoMonth.optional(), to: isoMonth.optional(), benefitId: id.optional() }),
    response: actualTotals,
  }),
  listMatchingRules: defineRoute({
    id: 'listMatchingRules',
    method: 'GET',
    path: '/finance/matching-rules',
    area: 'finance',
    permission: 'portfolio.read',
    summary: 'Remembered rules of which account belongs to which benefit, and the benefits’ own accounts',
    response: z.object({
      items: z.array(matchingRule),
      own: z.array(
        z.object({
          benefitId: id,
          benefitTitle: z.string(),
          account: z.string(),
          costCentre: z.string().nullable(),
          lines: z.number().int(),
        }),
      ),
    }),
  }),
  createMatchingRule: defineRoute({
    id: 'createMatchingRule',
    method: 'POST',
    path: '/finance/matching-rules',
    area: 'finance',
    permission: 'finance.actuals',
    status: 201,
    summary: 'Matches an account to a benefit and remembers it, for what is imported and what will be',
    body: ruleFields,
    response: matchingRule,
  }),
  changeMatchingRule: defineRoute({
    id: 'changeMatchingRule',
    method: 'PATCH',
    path: '/finance/matching-rules/:id',
    area: 'finance',
    permission: 'finance.actuals',
    summary: 'Changes a remembered rule; lines are matched anew',
    params,
    body: ruleFields.partial(),
    response: matchingRule,
  }),
  removeMatchingRule: defineRoute({
    id: 'removeMatchingRule',
    method: 'DELETE',
    path: '/finance/matching-rules/:id',
    area: 'finance',
    permission: 'finance.actuals',
    summary: 'Forgets a rule; its lines are matched by what remains, or stand without a benefit again',
    params,
    response: z.void(),
  }),
};
