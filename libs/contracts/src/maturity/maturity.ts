import { INDICATOR_STATUSES, THEMES } from '@hoest/maturity';
import * as z from 'zod';
import { id, instant, isoDate, isoMonth } from '../fields';
import { listQuery, page } from '../list';
import { defineRoute } from '../route';

const level = z.number().int().min(1).max(5);
const bilingual = z.object({ da: z.string(), en: z.string() });

/** One indicator in a scope. `score`, `level` and `value` are null unless the status allows them; a missing one is never 0. */
export const indicatorValue = z
  .object({
    id: z.string(),
    theme: z.enum(THEMES),
    star: z.boolean(),
    status: z.enum(INDICATOR_STATUSES),
    /** Why there is no value, or null. */
    reason: bilingual.nullable(),
    /** Whether the product computes it already; otherwise `no_data`. */
    available: z.boolean(),
    value: z.number().nullable(),
    numerator: z.string().nullable(),
    denominator: z.string().nullable(),
    n: z.number().int(),
    minN: z.number().int(),
    score: z.number().nullable(),
    level: level.nullable(),
    /** Level range from the Wilson bounds, for proportions. */
    levelRange: z.tuple([level, level]).nullable(),
    /** Share of contributing records inside their update limit, 0–1. */
    freshness: z.number().nullable(),
    confidence: z.enum(['low', 'medium', 'high']).nullable(),
    /** Values by group, where the catalogue splits them (beneficiary). */
    groups: z.array(z.object({ group: z.string(), value: z.number().nullable(), n: z.number().int() })),
  })
  .meta({ id: 'IndicatorValue' });
export type IndicatorValue = z.output<typeof indicatorValue>;

export const themeValue = z
  .object({
    id: z.enum(THEMES),
    status: z.enum(['ok', 'insufficient_basis']),
    score: z.number().nullable(),
    level: level.nullable(),
    /** The indicator that holds the level down, when it does. */
    cappedBy: z.string().nullable(),
    coverage: z.number(),
    valued: z.number().int(),
    counted: z.number().int(),
    confidence: z.number().nullable(),
    confidenceBand: z.enum(['low', 'medium', 'high']).nullable(),
    /** Change of the score since the latest month-end snapshot; null without one. */
    change: z.number().nullable(),
  })
  .meta({ id: 'ThemeValue' });

export const maturity = z
  .object({
    overall: z.object({
      status: z.enum(['ok', 'insufficient_basis']),
      score: z.number().nullable(),
      arithmetic: z.number().nullable(),
      level: level.nullable(),
      coverage: z.number(),
      confidence: z.number().nullable(),
      confidenceBand: z.enum(['low', 'medium', 'high']).nullable(),
      robustness: z.object({ low: z.number(), high: z.number(), sameLevelShare: z.number() }).nullable(),
      change: z.number().nullable(),
    }),
    themes: z.array(themeValue),
    indicators: z.array(indicatorValue),
    asOf: isoDate,
    /** When the figures were computed; null when nothing was computed yet. */
    computedAt: instant.nullable(),
    /** Scopes of the organisation still to be recomputed. */
    recalculating: z.object({ pending: z.number().int(), total: z.number().int() }),
    definitionVersion: z.string(),
    comparedWith: isoDate.nullable(),
    /** Level-1 units × themes. */
    units: z.array(
      z.object({
        unitId: id,
        unitName: z.string(),
        initiatives: z.number().int(),
        themes: z.array(
          z.object({
            id: z.enum(THEMES),
            score: z.number().nullable(),
            level: level.nullable(),
            valued: z.number().int(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'Maturity' });
export type Maturity = z.output<typeof maturity>;

export const maturityMember = z
  .object({
    scopeKind: z.string(),
    objectKind: z.enum([
      'initiative',
      'benefit',
      'measure',
      'obligation',
      'strategy',
      'goal',
      'gate_passage',
      'person',
      'adoption',
    ]),
    objectId: id,
    title: z.string(),
    /** The page to open: an initiative, benefit or strategy. */
    target: z.object({ kind: z.enum(['initiative', 'benefit', 'strategy']), id }).nullable(),
    unitId: id,
    unitName: z.string(),
    group: z.string().nullable(),
    numerator: z.string(),
    denominator: z.string(),
    status: z.enum(['counted', 'exempt', 'missing']),
    /** Whether it counts in full, in part or not at all. */
    outcome: z.enum(['hit', 'partial', 'miss', 'exempt']),
    reason: bilingual,
    fresh: z.boolean().nullable(),
    nextChangeAt: isoDate.nullable(),
    /** Who can act on it. */
    personName: z.string().nullable(),
  })
  .meta({ id: 'MaturityMember' });
export type MaturityMember = z.output<typeof maturityMember>;

const CAUSES = ['edited', 'entered', 'left', 'time', 'correction', 'definition'] as const;

export const maturityChanges = z
  .object({
    from: isoDate,
    to: isoDate,
    themes: z.array(
      z.object({
        id: z.enum(THEMES),
        before: z.number().nullable(),
        after: z.number().nullable(),
        parts: z.array(z.object({ indicatorId: z.string(), performance: z.number(), coverage: z.number() })),
      }),
    ),
    indicators: z.array(
      z.object({
        indicatorId: z.string(),
        before: z.number().nullable(),
        after: z.number().nullable(),
        /** Terms of the identity of the domain rules; they add up to `after` − `before`. */
        records: z.array(
          z.object({
            cause: z.enum(CAUSES),
            contribution: z.number(),
            title: z.string(),
            target: z.object({ kind: z.enum(['initiative', 'benefit', 'strategy']), id }).nullable(),
            changedAt: instant.nullable(),
            personName: z.string().nullable(),
            reason: bilingual,
          }),
        ),
      }),
    ),
    /** Member rows that changed, newest first, at most 200. */
    events: z.array(
      z.object({
        at: instant,
        indicatorId: z.string(),
        cause: z.enum(CAUSES),
        title: z.string(),
        target: z.object({ kind: z.enum(['initiative', 'benefit', 'strategy']), id }).nullable(),
        personName: z.string().nullable(),
        before: bilingual.nullable(),
        after: bilingual.nullable(),
      }),
    ),
  })
  .meta({ id: 'MaturityChanges' });
export type MaturityChanges = z.output<typeof maturityChanges>;

const scope = { unitId: id.optional() };

export const maturityRoutes = {
  readMaturity: defineRoute({
    id: 'readMaturity',
    method: 'GET',
    path: '/maturity',
    area: 'maturity',
    permission: 'maturity.read',
    summary: 'Overall, themes and indicators of a unit and everything below it; a past day is read from its snapshot',
    query: z.strictObject({ ...scope, asOf: isoDate.optional(), knownAt: instant.optional() }),
    response: maturity,
  }),
  listMembers: defineRoute({
    id: 'listMaturityMembers',
    method: 'GET',
    path: '/maturity/indicators/:indicatorId/members',
    area: 'maturity',
    permission: 'maturity.read',
    summary: 'The records behind an indicator; person-based indicators answer none below five persons',
    params: z.strictObject({ indicatorId: z.string().regex(/^[a-z]{2}\.[a-z-]{1,40}$/) }),
    query: listQuery({
      sorts: ['title'],
      defaultSort: 'title',
      filters: { unitId: { ids: true }, outcome: { values: ['hit', 'partial', 'miss', 'exempt'] } },
    }),
    response: page(maturityMember),
  }),
  readChanges: defineRoute({
    id: 'readMaturityChanges',
    method: 'GET',
    path: '/maturity/changes',
    area: 'maturity',
    permission: 'maturity.read',
    summary: 'Why the figures moved between two days: which records, who or what caused it',
    query: z.strictObject({ ...scope, from: isoDate.optional(), to: isoDate.optional() }),
    response: maturityChanges,
  }),
  readImprovements: defineRoute({
    id: 'readMaturityImprovements',
    method: 'GET',
    path: '/maturity/improvements',
    area: 'maturity',
    permission: 'maturity.read',
    summary: 'Records whose repair would lift a theme most, grouped by the person who can act',
    query: z.strictObject(scope),
    response: z.object({
      items: z.array(
        z.object({
          indicatorId: z.string(),
          theme: z.enum(THEMES),
          personName: z.string().nullable(),
          reason: bilingual,
          records: z.array(
            z.object({
              title: z.string(),
              target: z.object({ kind: z.enum(['initiative', 'benefit', 'strategy']), id }).nullable(),
            }),
          ),
          /** Points the theme score would rise. */
          lift: z.number(),
          /** The indicator that would fall if the number were gamed. */
          partner: z.string().nullable(),
        }),
      ),
    }),
  }),
  readHistory: defineRoute({
    id: 'readMaturityHistory',
    method: 'GET',
    path: '/maturity/history',
    area: 'maturity',
    permission: 'maturity.read',
    summary: 'Scores at each month end, and now',
    query: z.strictObject(scope),
    response: z.object({
      items: z.array(
        z.object({
          month: isoMonth,
          asOf: isoDate,
          overall: z.number().nullable(),
          themes: z.array(z.object({ id: z.enum(THEMES), score: z.number().nullable(), level: level.nullable() })),
          definitionVersion: z.string(),
        }),
      ),
    }),
  }),
  requestRecalculation: defineRoute({
    id: 'requestRecalculation',
    method: 'POST',
    path: '/maturity/recalculations',
    area: 'maturity',
    permission: 'maturity.recalculate',
    status: 202,
    summary: 'Recomputes everything from the source rows in a background job',
    body: z.strictObject({}).optional(),
    response: z.object({ jobId: id }),
  }),
};
