import { BENEFIT_STATES } from '@hoest/benefits';
import { GATES, PHASES, RAG_STATUSES } from '@hoest/portfolio';
import * as z from 'zod';
import { currency, id, instant, isoDate, isoMonth, signedMinor } from '../fields';
import { defineRoute } from '../route';

/** What the latest events may tell of a change: the steps a leader follows, before and after. */
export const TOLD_CHANGES = ['phase', 'statusRag', 'goLivePlanned', 'goLiveActual', 'state'] as const;

/**
 * The overview of a unit and everything below it. Money counts monetised benefits of the organisation's currency,
 * disbenefits subtracted, from the frozen (else approved) plans; the year runs from 1 January to the as-of day.
 */
export const overview = z
  .object({
    asOf: isoDate,
    /** The unit it is about; the top unit when none was asked for. */
    unitId: id,
    unitName: z.string(),
    currency,
    /** Other currencies with costs or benefits in the scope: their money stands in no figure here. */
    otherCurrencies: z.array(currency),
    /** Initiatives that are neither closed, stopped nor rejected. */
    initiativeCount: z.number().int(),
    /**
     * This year to date: promised, and where it is. A month counts when its measurement is due, or when the initiative
     * was not live in it. Each krone stands in one part – delayed (not live), else not measured, else below plan, else
     * realised –, so that the four add up to `promised`. Source: domain rules, F23
     */
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
    /** What needs attention, largest money at stake first; at most 50. */
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
            /**
             * Facts for the sentence: `days`, `date` (planned go-live), `count` (benefits not measured), `ratio` (realised of
             * planned, decimal).
             */
            params: z.record(z.string(), z.string()),
          }),
        ),
        /** Full-year value of the initiative's benefits that are not rejected or written off. */
        atStake: signedMinor,
      }),
    ),
    attentionCount: z.number().int(),
    /** Measurements that are due from the signed-in person. */
    dueFromMe: z.number().int(),
    /**
     * What waits for the signed-in person, nearest deadline first, at most 50: gates due within 60 days whose records lack at
     * most two points (without a deadline: none), profiled benefits to approve, open conditions they own or may close.
     */
    waiting: z.array(
      z.object({
        kind: z.enum(['gate', 'benefit_approval', 'condition']),
        initiativeId: id,
        code: z.string(),
        title: z.string(),
        unitName: z.string(),
        /** Of a gate: which, the phase it leads to, and how many required points – documents aside – are open. */
        gate: z.enum(GATES).nullable(),
        toPhase: z.enum(PHASES).nullable(),
        openPoints: z.number().int().nullable(),
        /** The benefit to approve, or the decision whose condition is open. */
        benefitId: id.nullable(),
        decisionId: id.nullable(),
        /** Title of the benefit or text of the condition; null for a gate. */
        detail: z.string().nullable(),
        /** Full-year value of the benefit, or of all benefits of the initiative; null without a value in `currency`. */
        amount: signedMinor.nullable(),
        due: isoDate.nullable(),
      }),
    ),
    waitingCount: z.number().int(),
    /** Initiatives per administration (or child unit of the scope) and phase. */
    running: z.array(
      z.object({ unitId: id, unitName: z.string(), counts: z.partialRecord(z.enum(PHASES), z.number().int()) }),
    ),
    /**
     * Per calendar year, from two years back to next year. Costs: actual, else forecast, else plan; of the present and
     * coming years forecast, else plan; hours aside. Benefit: realised, and for months to come the forecast of `curve`
     * (the plan itself while nothing is due yet).
     */
    money: z.array(
      z.object({
        year: z.number().int(),
        oneOff: signedMinor,
        operation: signedMinor,
        benefit: signedMinor,
        isForecast: z.boolean(),
      }),
    ),
    /** Planned costs that no year is known for; they stand in no year of `money`. */
    undatedCost: signedMinor,
    /**
     * Accumulated from January two years back to December two years ahead. `realised` ends with the latest month that is
     * due; `forecast` starts there and adds the plan of the months after it times the realisation rate so far (F12 b);
     * both are null outside, and `forecast` is null altogether while nothing is due.
     */
    curve: z.array(
      z.object({
        month: isoMonth,
        planned: signedMinor,
        realised: signedMinor.nullable(),
        forecast: signedMinor.nullable(),
      }),
    ),
    /** Latest events of the scope, one per initiative, object kind, person and kind of action; newest first, at most 10. */
    recent: z.array(
      z.object({
        at: instant,
        actorName: z.string().nullable(),
        action: z.string(),
        objectKind: z.string(),
        initiativeId: id,
        code: z.string(),
        title: z.string(),
        changes: z.partialRecord(
          z.enum(TOLD_CHANGES),
          z.object({ from: z.string().nullable(), to: z.string().nullable() }),
        ),
      }),
    ),
  })
  .meta({ id: 'Overview' });
export type Overview = z.output<typeof overview>;

/** What waits for the signed-in person in the whole organisation, per area; the numbers beside the menu. */
export const waitingCounts = z
  .object({
    /** As `waitingCount` of the overview: gates, benefits to approve, conditions. */
    decisions: z.number().int(),
    /** Measurements that are due from them today or have been. */
    measurements: z.number().int(),
    /** Reported amounts they may decide on, and own ones finance disputes. */
    amounts: z.number().int(),
  })
  .meta({ id: 'WaitingCounts' });
export type WaitingCounts = z.output<typeof waitingCounts>;

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
  readWaiting: defineRoute({
    id: 'readWaiting',
    method: 'GET',
    path: '/waiting',
    area: 'portfolio',
    permission: 'portfolio.read',
    summary: 'How much waits for the signed-in person, per area',
    response: waitingCounts,
  }),
  search: defineRoute({
    id: 'search',
    method: 'GET',
    path: '/search',
    area: 'portfolio',
    permission: 'portfolio.read',
    summary: 'Initiatives and benefits by words or code, best match first, at most 20',
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
          /** Phase of the initiative, or state of the benefit. */
          phase: z.enum(PHASES).nullable(),
          state: z.enum(BENEFIT_STATES).nullable(),
        }),
      ),
    }),
  }),
};
