import { PHASES, RAG_STATUSES } from '@hoest/portfolio';
import * as z from 'zod';
import { currency, id, instant, isoDate, isoMonth, signedMinor } from '../fields';
import { defineRoute } from '../route';

/**
 * The overview of a unit and everything below it. Money counts monetised benefits of the organisation's currency,
 * disbenefits subtracted, from the frozen (else approved) plans; the year runs from 1 January to the as-of day.
 */
export const overview = z
  .object({
    asOf: isoDate,
    currency,
    initiativeCount: z.number().int(),
    /** This year to date: promised, and where it is. Parts add up to `promised`. */
    harvest: z.object({
      promised: signedMinor,
      realised: signedMinor,
      /** Of the realised: from cash-releasing and income benefits. */
      realisedCash: signedMinor,
      notMeasured: signedMinor,
      delayed: signedMinor,
      shortfall: signedMinor,
      /** Realised above plan, shown apart. */
      surplus: signedMinor,
      benefitsDue: z.number().int(),
      benefitsNotMeasured: z.number().int(),
    }),
    /** What needs attention, largest money at stake first. */
    attention: z.array(
      z.object({
        initiativeId: id,
        code: z.string(),
        title: z.string(),
        unitName: z.string(),
        status: z.enum([...RAG_STATUSES, 'unknown']),
        reasons: z.array(
          z.object({
            code: z.enum([
              'status_deviation',
              'status_watch',
              'status_stale',
              'go_live_late',
              'go_live_slipped',
              'not_measured',
              'below_plan',
              'no_owner',
            ]),
            /** Facts for the sentence: days, dates, counts. */
            params: z.record(z.string(), z.string()),
          }),
        ),
        atStake: signedMinor,
      }),
    ),
    attentionCount: z.number().int(),
    /** Measurements that are due from the signed-in person. */
    dueFromMe: z.number().int(),
    /** Gates and approvals that wait, nearest deadline first. */
    waiting: z.array(
      z.object({
        kind: z.enum(['gate', 'benefit_approval', 'condition']),
        initiativeId: id,
        title: z.string(),
        detail: z.string(),
        amount: signedMinor.nullable(),
        due: isoDate.nullable(),
      }),
    ),
    /** Initiatives per administration (or child unit of the scope) and phase. */
    running: z.array(
      z.object({ unitId: id, unitName: z.string(), counts: z.partialRecord(z.enum(PHASES), z.number().int()) }),
    ),
    /** Per calendar year: costs and realised or planned benefits. */
    money: z.array(
      z.object({
        year: z.number().int(),
        oneOff: signedMinor,
        operation: signedMinor,
        benefit: signedMinor,
        isForecast: z.boolean(),
      }),
    ),
    /** Accumulated promised, realised and forecast per month. */
    curve: z.array(
      z.object({
        month: isoMonth,
        planned: signedMinor,
        realised: signedMinor.nullable(),
        forecast: signedMinor.nullable(),
      }),
    ),
    /** Latest events of the scope. */
    recent: z.array(
      z.object({
        at: instant,
        actorName: z.string().nullable(),
        action: z.string(),
        objectKind: z.string(),
        initiativeId: id.nullable(),
        title: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Overview' });
export type Overview = z.output<typeof overview>;

export const overviewRoutes = {
  readOverview: defineRoute({
    id: 'readOverview',
    method: 'GET',
    path: '/overview',
    area: 'portfolio',
    permission: 'portfolio.read',
    summary: 'What runs, what is late, what is harvested, what waits',
    query: z.strictObject({ unitId: id.optional() }),
    response: overview,
  }),
  search: defineRoute({
    id: 'search',
    method: 'GET',
    path: '/search',
    area: 'portfolio',
    permission: 'portfolio.read',
    summary: 'Initiatives and benefits by words or code',
    query: z.strictObject({ q: z.string().trim().min(1).max(200) }),
    response: z.object({
      items: z.array(
        z.object({
          kind: z.enum(['initiative', 'benefit']),
          id,
          initiativeId: id,
          code: z.string(),
          title: z.string(),
          unitName: z.string(),
        }),
      ),
    }),
  }),
};
