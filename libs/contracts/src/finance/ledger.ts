import { BENEFIT_CLASSES, BENEFIT_STATES, type MonthStatus } from '@hoest/benefits';
import { LEAKAGE_STEPS } from '@hoest/finance';
import * as z from 'zod';
import { currency, id, instant, isoDate, isoMonth, line, signedMinor, yearNumber } from '../fields';
import { defineRoute } from '../route';

const leakage = z
  .object(
    Object.fromEntries([...LEAKAGE_STEPS, 'surplus' as const].map((step) => [step, signedMinor])) as Record<
      (typeof LEAKAGE_STEPS)[number] | 'surplus',
      typeof signedMinor
    >,
  )
  .meta({
    id: 'Leakage',
    description: 'promised = delayed + notMeasured + disputed + shortfall + realised; surplus stands apart',
  });

/** Columns of the ledger, signed minor units. Rungs are as entered; what of them is realised stands in `leakage`. */
const figures = {
  plannedYear: signedMinor,
  planned: signedMinor,
  /** Expected for the whole year: realised plus the rest of the plan at the rate so far. */
  forecast: signedMinor,
  realised: signedMinor,
  surplus: signedMinor,
  disputed: signedMinor,
  qualityAssured: signedMinor,
  budgeted: signedMinor,
  takenOut: signedMinor,
  confirmed: signedMinor,
  variance: signedMinor,
  /** As entered for the whole year, months to come too. */
  qualityAssuredYear: signedMinor,
  budgetedYear: signedMinor,
  takenOutYear: signedMinor,
  confirmedYear: signedMinor,
  leakage,
};

export const LEDGER_STATUSES = [
  'disputed',
  'delayed',
  'not_measured',
  'voucher_missing',
  'waiting',
  'below_plan',
  'confirmed',
  'on_track',
  'not_due',
] as const;

export const ledgerItem = z
  .object({
    benefitId: id,
    title: z.string(),
    class: z.enum(BENEFIT_CLASSES),
    state: z.enum(BENEFIT_STATES),
    polarity: z.union([z.literal(1), z.literal(-1)]),
    initiativeId: id,
    initiativeCode: z.string(),
    initiativeTitle: z.string(),
    /** Administration below the organisation’s top, for groups; the top itself where the initiative lies there. */
    groupId: id,
    groupName: z.string(),
    unitId: id,
    unitName: z.string(),
    ownerName: z.string().nullable(),
    year: yearNumber,
    account: z.string().nullable(),
    costCentre: z.string().nullable(),
    scopeReduction: z.boolean(),
    ...figures,
    status: z.object({
      code: z.enum(LEDGER_STATUSES),
      /** What the status speaks of: amount in dispute, waiting, below plan, not measured … */
      amount: signedMinor.nullable(),
      /** Since or through which month. */
      month: isoMonth.nullable(),
    }),
    waitingCount: z.number().int(),
  })
  .meta({ id: 'LedgerItem' });
export type LedgerItem = z.output<typeof ledgerItem>;

const ledgerQuery = z.strictObject({
  year: z.coerce.number().int().min(1990).max(2100),
  unitId: id.optional(),
  /** Left out = the organisation’s own; amounts of different currencies are never added. */
  currency: currency.optional(),
  priceLevel: z.enum(['current', 'fixed']).default('current'),
  /** Year whose prices `fixed` shows; left out = the year of the ledger. */
  priceYear: z.coerce.number().int().min(1990).max(2100).optional(),
  /** `cash` = only what can leave a budget: cash-releasing and income. */
  classes: z.enum(['all', 'cash']).default('all'),
  /** Figures as they stood when this month was closed. */
  closed: isoMonth.optional(),
});

export const LEDGER_FIGURES = ['planned', 'realised', 'qualityAssured', 'budgeted', 'takenOut', 'confirmed'] as const;

const terms = {
  year: yearNumber,
  currency,
  priceLevel: z.enum(['current', 'fixed']),
  priceYear: yearNumber.nullable(),
  /** Years the price index says nothing about; amounts of theirs are left out and named here, never guessed. */
  unknownPriceYears: z.array(yearNumber),
};

export const ledgerRoutes = {
  readLedger: defineRoute({
    id: 'readFinanceLedger',
    method: 'GET',
    path: '/finance/ledger',
    area: 'finance',
    permission: 'portfolio.read',
    summary: 'Promised, realised, budgeted, taken out and confirmed per benefit of one year, and what it adds up to',
    query: ledgerQuery,
    response: z.object({
      ...terms,
      /** Day up to which money has come due. */
      asOf: isoDate,
      /** Last month that counts on the rungs; null = none of the year has ended. */
      through: isoMonth.nullable(),
      /** Last closed accounting month; null = none. */
      closedThrough: isoMonth.nullable(),
      /** The closing whose figures these are; null = as of now. */
      closed: isoMonth.nullable(),
      items: z.array(ledgerItem),
      totals: z.object(figures),
      /** Other currencies with money that year, not counted here. */
      otherCurrencies: z.array(currency),
      recalculating: z.boolean(),
    }),
  }),
  readLedgerMonths: defineRoute({
    id: 'readFinanceLedgerMonths',
    method: 'GET',
    path: '/finance/ledger/months',
    area: 'finance',
    permission: 'portfolio.read',
    summary: 'One figure of the ledger per benefit and month, up to 60 months from January of the year',
    query: ledgerQuery.omit({ closed: true }).extend({
      figure: z.enum(LEDGER_FIGURES).default('realised'),
      months: z.coerce.number().int().min(1).max(60).default(12),
    }),
    response: z.object({
      ...terms,
      figure: z.enum(LEDGER_FIGURES),
      months: z.array(isoMonth),
      closedThrough: isoMonth.nullable(),
      items: z.array(
        z.object({
          benefitId: id,
          /** In the order of `months`; null = no money that month. */
          values: z.array(signedMinor.nullable()),
          /** m = measured, n = not measured, d = not due, – = no month; one character per month. */
          statuses: z.string(),
        }),
      ),
      totals: z.array(signedMinor),
    }),
  }),
  readCurve: defineRoute({
    id: 'readFinanceCurve',
    method: 'GET',
    path: '/finance/curve',
    area: 'finance',
    permission: 'portfolio.read',
    summary: 'Expected, realised and forecast, month by month and added up over the year: the S-curve',
    query: ledgerQuery,
    response: z.object({
      ...terms,
      asOf: isoDate,
      items: z.array(
        z.object({
          month: isoMonth,
          planned: signedMinor,
          /** Null for months that have not come due. */
          realised: signedMinor.nullable(),
          forecast: signedMinor,
          plannedToDate: signedMinor,
          realisedToDate: signedMinor.nullable(),
          forecastToDate: signedMinor,
        }),
      ),
    }),
  }),
  listWarnings: defineRoute({
    id: 'listDoubleCountings',
    method: 'GET',
    path: '/finance/double-countings',
    area: 'finance',
    permission: 'portfolio.read',
    summary: 'Gains that may be counted twice: same account, same measure, over-claimed pools, local and joint',
    query: z.strictObject({ year: z.coerce.number().int().min(1990).max(2100), unitId: id.optional() }),
    response: z.object({
      items: z.array(
        z.object({
          kind: z.enum(['same_account', 'same_measure', 'pool_overclaimed']),
          /** Account, measure, or name of the pool. */
          shared: z.string(),
          poolId: id.nullable(),
          localAndJoint: z.boolean(),
          /** Claimed together in the year, and for pools what can be removed; minor units. */
          claimed: signedMinor,
          removable: signedMinor.nullable(),
          currency,
          benefits: z.array(
            z.object({
              benefitId: id,
              title: z.string(),
              initiativeCode: z.string(),
              initiativeTitle: z.string(),
              planned: signedMinor,
            }),
          ),
        }),
      ),
    }),
  }),
};

/** Apart, because the answer is a file. */
export const ledgerExportRoutes = {
  exportLedger: defineRoute({
    id: 'exportFinanceLedger',
    method: 'GET',
    path: '/finance/ledger.xlsx',
    area: 'finance',
    permission: 'portfolio.read',
    summary: 'The ledger as a workbook: real numbers and dates, sums as formulas',
    query: ledgerQuery,
    response: z.void(),
    status: 200,
    raw: true,
  }),
};

export const financePeriod = z
  .object({
    month: isoMonth,
    closedAt: instant,
    closedByName: z.string(),
    note: z.string().nullable(),
  })
  .meta({ id: 'FinancePeriod' });

export const periodRoutes = {
  listPeriods: defineRoute({
    id: 'listFinancePeriods',
    method: 'GET',
    path: '/finance/periods',
    area: 'finance',
    permission: 'portfolio.read',
    summary: 'Closed accounting months, latest first, and the one that can be closed next',
    response: z.object({
      items: z.array(financePeriod),
      /** Null when no month that is not closed has ended. */
      next: isoMonth.nullable(),
      /** What still waits in it: claims about it that nobody decided. */
      waitingInNext: z.number().int(),
    }),
  }),
  closePeriod: defineRoute({
    id: 'closeFinancePeriod',
    method: 'POST',
    path: '/finance/periods',
    area: 'finance',
    permission: 'finance.close',
    signsOff: true,
    status: 201,
    summary: 'Closes an accounting month for good; its figures are kept, later corrections are booked in open months',
    body: z.strictObject({ month: isoMonth, note: line(500).optional() }),
    response: financePeriod,
  }),
};

export const MONTH_MARKS: Record<MonthStatus, string> = {
  measured: 'm',
  not_measured: 'n',
  not_due: 'd',
};
