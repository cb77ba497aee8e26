import { ACTORS, INDICATOR_STATUSES, OBJECT_KINDS, THEMES } from '@hoest/maturity';
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
    /** Records whose facts are missing, and records that are exempt. */
    missing: z.number().int(),
    exempt: z.number().int(),
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
      robustness: z
        .object({
          low: z.number(),
          high: z.number(),
          sameLevelShare: z.number(),
          equalWeights: z.number(),
          draws: z.number().int(),
        })
        .nullable(),
      change: z.number().nullable(),
    }),
    themes: z.array(themeValue),
    indicators: z.array(indicatorValue),
    unitId: id,
    unitName: z.string(),
    asOf: isoDate,
    /** Of a past figure: when it was written; null for now. */
    knownAt: instant.nullable(),
    /** When the figures were computed; null when nothing was computed yet. */
    computedAt: instant.nullable(),
    /** Scopes of the organisation still to be recomputed. */
    recalculating: z.object({ pending: z.number().int(), total: z.number().int() }),
    definitionVersion: z.string(),
    comparedWith: isoDate.nullable(),
    /** Units right below the scope × themes and indicators. */
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
        /** Of the indicators the product computes: a unit seldom has a basis for a whole theme. */
        indicators: z.array(
          z.object({
            id: z.string(),
            status: z.enum(INDICATOR_STATUSES),
            score: z.number().nullable(),
            level: level.nullable(),
            n: z.number().int(),
            minN: z.number().int(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'Maturity' });
export type Maturity = z.output<typeof maturity>;

/** Why a record counts as it does, and what would repair it (null = nothing to repair). */
const reason = z.object({ text: bilingual, fix: bilingual.nullable(), actor: z.enum(ACTORS).nullable() });

/** The page to open: an initiative, benefit or strategy. */
const target = z.object({ kind: z.enum(['initiative', 'benefit', 'strategy']), id }).nullable();

export const maturityMember = z
  .object({
    scopeKind: z.string(),
    objectKind: z.enum(OBJECT_KINDS),
    objectId: id,
    /** Null when the record was deleted since. */
    title: z.string().nullable(),
    target,
    unitId: id,
    unitName: z.string().nullable(),
    group: z.string().nullable(),
    numerator: z.string(),
    denominator: z.string(),
    status: z.enum(['counted', 'exempt', 'missing']),
    /** Whether it counts in full, in part or not at all. */
    outcome: z.enum(['hit', 'partial', 'miss', 'exempt']),
    reasons: z.array(reason),
    fresh: z.boolean().nullable(),
    nextChangeAt: isoDate.nullable(),
    /** Who can act on the first reason. */
    actor: z.object({ role: z.enum(ACTORS), name: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'MaturityMember' });
export type MaturityMember = z.output<typeof maturityMember>;

const CAUSES = ['edited', 'entered', 'left', 'time', 'correction', 'definition'] as const;

const changeRecord = z.object({
  cause: z.enum(CAUSES),
  /** Term of the movement in units of the value; null when there was no value on one of the days. */
  contribution: z.number().nullable(),
  /** Null for people, who are told together, and for deleted records. */
  title: z.string().nullable(),
  target,
  changedAt: instant.nullable(),
  personName: z.string().nullable(),
  /** Null = it was, or is, no member. */
  before: z.array(reason).nullable(),
  after: z.array(reason).nullable(),
});

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
    /** Only indicators that moved, or of which records changed; the records' terms add up to `after` − `before`. */
    indicators: z.array(
      z.object({
        indicatorId: z.string(),
        before: z.number().nullable(),
        after: z.number().nullable(),
        records: z.array(changeRecord),
      }),
    ),
  })
  .meta({ id: 'MaturityChanges' });
export type MaturityChanges = z.output<typeof maturityChanges>;

const scope = { unitId: id.optional() };
const indicatorId = z.string().regex(/^[a-z]{2}\.[a-z-]{1,40}$/);

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
    params: z.strictObject({ indicatorId }),
    query: listQuery({
      sorts: ['title'],
      defaultSort: 'title',
      filters: { unitId: { ids: true }, outcome: { values: ['hit', 'partial', 'miss', 'exempt'] } },
    }),
    response: page(maturityMember).extend({
      /** Why no record is listed although there are some: the figure is about people. */
      withheld: bilingual.nullable(),
    }),
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
          /** Who can act; null when nobody is named. */
          personName: z.string().nullable(),
          role: z.enum(ACTORS).nullable(),
          /** What to do, the most frequent first. */
          fixes: z.array(bilingual),
          /** The first ten of `count`. */
          records: z.array(z.object({ title: z.string().nullable(), target })),
          count: z.number().int(),
          /** Points the theme score would rise. */
          lift: z.number(),
          /** The indicator that would fall if the number were gamed. */
          partner: z.string(),
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
    summary: 'Scores at each month end, and now; with `indicatorId` also those of one indicator',
    query: z.strictObject({ ...scope, indicatorId: indicatorId.optional() }),
    response: z.object({
      items: z.array(
        z.object({
          month: isoMonth,
          asOf: isoDate,
          overall: z.number().nullable(),
          themes: z.array(z.object({ id: z.enum(THEMES), score: z.number().nullable(), level: level.nullable() })),
          /** The indicator that was asked for; null without one. */
          indicator: z
            .object({
              status: z.enum(INDICATOR_STATUSES),
              value: z.number().nullable(),
              score: z.number().nullable(),
              level: level.nullable(),
              n: z.number().int(),
            })
            .nullable(),
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
