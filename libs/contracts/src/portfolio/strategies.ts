import { ADOPTING_BODIES, FOLLOWUP_KINDS } from '@hoest/portfolio';
import * as z from 'zod';
import { decimal, id, isoDate, line, prose, version } from '../fields';
import { defineRoute } from '../route';

const goalTarget = z.object({ dueOn: isoDate, value: decimal });

export const goal = z
  .object({
    id,
    strategyId: id,
    parentId: id.nullable(),
    code: z.string(),
    title: z.string(),
    ownerId: id.nullable(),
    ownerName: z.string().nullable(),
    kpi: z.string().nullable(),
    kpiUnit: z.string().nullable(),
    direction: z.enum(['up', 'down']).nullable(),
    baselineValue: decimal.nullable(),
    baselineOn: isoDate.nullable(),
    validFrom: isoDate,
    validTo: isoDate.nullable(),
    targets: z.array(goalTarget),
    /** Latest first. */
    measurements: z.array(z.object({ measuredOn: isoDate, value: decimal, comment: z.string().nullable() })),
    /** Initiatives with this goal as their primary goal that are under way. */
    activeInitiatives: z.number().int(),
    version,
  })
  .meta({ id: 'Goal' });
export type Goal = z.output<typeof goal>;

export const strategy = z
  .object({
    id,
    code: z.string(),
    title: z.string(),
    description: z.string().nullable(),
    adoptedBy: z.enum(ADOPTING_BODIES).nullable(),
    adoptedOn: isoDate.nullable(),
    validFrom: isoDate,
    validTo: isoDate.nullable(),
    followups: z.array(
      z.object({
        id,
        heldOn: isoDate,
        body: z.enum(ADOPTING_BODIES),
        kind: z.enum(FOLLOWUP_KINDS),
        note: z.string().nullable(),
      }),
    ),
    version,
  })
  .meta({ id: 'Strategy' });
export type Strategy = z.output<typeof strategy>;

const strategyFields = z.strictObject({
  code: line(40),
  title: line(300),
  description: prose(),
  adoptedBy: z.enum(ADOPTING_BODIES).nullable(),
  adoptedOn: isoDate.nullable(),
  validFrom: isoDate,
  validTo: isoDate.nullable(),
});

const goalFields = z.strictObject({
  strategyId: id,
  parentId: id.nullable(),
  code: line(40),
  title: line(300),
  ownerId: id.nullable(),
  kpi: line(300).nullable(),
  kpiUnit: line(60).nullable(),
  direction: z.enum(['up', 'down']).nullable(),
  baselineValue: decimal.nullable(),
  baselineOn: isoDate.nullable(),
  validFrom: isoDate,
  validTo: isoDate.nullable(),
});

export const strategyRoutes = {
  listStrategies: defineRoute({
    id: 'listStrategies',
    method: 'GET',
    path: '/strategies',
    area: 'portfolio',
    permission: 'portfolio.read',
    summary: 'Strategies with their political follow-ups, newest first',
    response: z.object({ items: z.array(strategy) }),
  }),
  createStrategy: defineRoute({
    id: 'createStrategy',
    method: 'POST',
    path: '/strategies',
    area: 'portfolio',
    permission: 'strategy.edit',
    status: 201,
    summary: 'Adds a strategy',
    body: strategyFields.partial().required({ code: true, title: true, validFrom: true }),
    response: strategy,
  }),
  changeStrategy: defineRoute({
    id: 'changeStrategy',
    method: 'PATCH',
    path: '/strategies/:id',
    area: 'portfolio',
    permission: 'strategy.edit',
    summary: 'Changes a strategy',
    params: z.strictObject({ id }),
    body: strategyFields.partial(),
    response: strategy,
  }),
  recordFollowup: defineRoute({
    id: 'recordFollowup',
    method: 'POST',
    path: '/strategies/:id/followups',
    area: 'portfolio',
    permission: 'strategy.edit',
    status: 201,
    summary: 'Records that a political body adopted or followed up the strategy',
    params: z.strictObject({ id }),
    body: z.strictObject({
      heldOn: isoDate,
      body: z.enum(ADOPTING_BODIES),
      kind: z.enum(FOLLOWUP_KINDS),
      note: prose(2000).optional(),
    }),
    response: strategy,
  }),
};

export const goalRoutes = {
  listGoals: defineRoute({
    id: 'listGoals',
    method: 'GET',
    path: '/goals',
    area: 'portfolio',
    permission: 'portfolio.read',
    summary: 'Goals of every strategy, in the order of their codes',
    query: z.strictObject({ strategyId: id.optional() }),
    response: z.object({ items: z.array(goal) }),
  }),
  createGoal: defineRoute({
    id: 'createGoal',
    method: 'POST',
    path: '/goals',
    area: 'portfolio',
    permission: 'strategy.edit',
    status: 201,
    summary: 'Adds a goal to a strategy',
    body: goalFields.partial().required({ strategyId: true, code: true, title: true, validFrom: true }),
    response: goal,
  }),
  changeGoal: defineRoute({
    id: 'changeGoal',
    method: 'PATCH',
    path: '/goals/:id',
    area: 'portfolio',
    permission: 'strategy.edit',
    summary: 'Changes a goal',
    params: z.strictObject({ id }),
    body: goalFields.omit({ strategyId: true }).partial(),
    response: goal,
  }),
  setGoalTargets: defineRoute({
    id: 'setGoalTargets',
    method: 'PUT',
    path: '/goals/:id/targets',
    area: 'portfolio',
    permission: 'strategy.edit',
    ifMatch: true,
    summary: 'Sets the dated targets of a goal; the list replaces the former one',
    params: z.strictObject({ id }),
    body: z.strictObject({ targets: z.array(z.strictObject({ dueOn: isoDate, value: decimal })).max(50) }),
    response: goal,
  }),
  measureGoal: defineRoute({
    id: 'measureGoal',
    method: 'POST',
    path: '/goals/:id/measurements',
    area: 'portfolio',
    permission: 'strategy.edit',
    status: 201,
    summary: 'Records a measured value of the goal',
    params: z.strictObject({ id }),
    body: z.strictObject({ measuredOn: isoDate, value: decimal, comment: prose(2000).optional() }),
    response: goal,
  }),
};
