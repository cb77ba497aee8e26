import * as z from 'zod';
import { id, instant, isoDate } from '../fields';
import { listQuery, page } from '../list';
import { problem } from '../problem';
import { defineRoute } from '../route';

export const auditEvent = z
  .object({
    id,
    sequence: z.string(),
    occurredAt: instant,
    actorName: z.string().nullable(),
    actorKind: z.enum(['person', 'token', 'job', 'system']),
    action: z.string(),
    objectKind: z.string(),
    objectId: id.nullable(),
    objectTitle: z.string().nullable(),
    /** What the object belongs to – the initiative of a cost line, the benefit of a measurement; null when it stands alone. */
    parent: z.object({ kind: z.string(), id, title: z.string().nullable() }).nullable(),
    changes: z.record(z.string(), z.object({ from: z.unknown(), to: z.unknown() })),
    reason: z.string().nullable(),
    requestId: z.string(),
  })
  .meta({ id: 'AuditEvent' });
export type AuditEvent = z.output<typeof auditEvent>;

export const JOB_STATES = ['pending', 'running', 'completed', 'failed', 'cancelled'] as const;

export const job = z
  .object({
    id,
    kind: z.string(),
    state: z.enum(JOB_STATES),
    phase: z.string(),
    /** 0–1; null when the total is not known yet. */
    progress: z.number().min(0).max(1).nullable(),
    done: z.number().int(),
    total: z.number().int().nullable(),
    subjectKind: z.string().nullable(),
    subjectId: id.nullable(),
    result: z.unknown().nullable(),
    /** Why it failed, in the caller's language. */
    problem: problem.nullable(),
    cancelRequested: z.boolean(),
    createdAt: instant,
    startedAt: instant.nullable(),
    finishedAt: instant.nullable(),
  })
  .meta({ id: 'Job' });
export type Job = z.output<typeof job>;

export const auditRoutes = {
  listAuditEvents: defineRoute({
    id: 'listAuditEvents',
    method: 'GET',
    path: '/audit-events',
    area: 'organisation',
    permission: 'audit.read',
    summary: 'Who did what, when, with the values before and after',
    query: listQuery({
      sorts: ['occurredAt'],
      defaultSort: '-occurredAt',
      filters: {
        objectId: { ids: true },
        objectKind: {
          values: [
            'organisation',
            'unit',
            'person',
            'account',
            'role_assignment',
            'access_token',
            'session',
            'setting',
            'strategy',
            'goal',
            'initiative',
            'cost_line',
            'gate_passage',
            'decision',
            'adoption_series',
            'benefit',
            'measure',
            'obligation',
            'baseline',
            'plan_version',
            'measurement',
            'benefit_pool',
            'finance_claim',
            'finance_period',
            'budget_version',
            'enabler',
            'change_activity',
            'map_link',
            'assumption',
            'import',
            'job',
          ],
        },
        occurredOn: { range: isoDate },
      },
    }),
    response: page(auditEvent),
  }),
  listHistory: defineRoute({
    id: 'listHistory',
    method: 'GET',
    path: '/history/:objectKind/:objectId',
    area: 'organisation',
    permission: 'portfolio.read',
    summary: 'History of one initiative or benefit and of everything it owns, newest first',
    params: z.strictObject({ objectKind: z.enum(['initiative', 'benefit', 'strategy', 'import']), objectId: id }),
    query: listQuery({ sorts: ['occurredAt'], defaultSort: '-occurredAt', filters: {} }),
    response: page(auditEvent),
  }),
};

export const jobRoutes = {
  readJob: defineRoute({
    id: 'readJob',
    method: 'GET',
    path: '/jobs/:id',
    area: 'exchange',
    permission: 'job.read',
    summary: 'State, phase and progress of long work',
    params: z.strictObject({ id }),
    response: job,
  }),
  cancelJob: defineRoute({
    id: 'cancelJob',
    method: 'DELETE',
    path: '/jobs/:id',
    area: 'exchange',
    permission: 'job.cancel',
    ifMatch: false,
    status: 202,
    summary: 'Asks for the job to be cancelled; it ends at its next step, with nothing half done',
    params: z.strictObject({ id }),
    response: job,
  }),
};

/** Topics of the event stream: the kind of row that changed. */
export const EVENT_TOPICS = [
  'initiative',
  'benefit',
  'benefit_map',
  'strategy',
  'maturity',
  'job',
  'import',
  'organisation',
  'finance',
] as const;
export type EventTopic = (typeof EVENT_TOPICS)[number];

/** One message of the event stream; ids only, the browser reads the rest with its own rights. */
export const changeEvent = z
  .object({ topic: z.enum(EVENT_TOPICS), id: id.nullable(), by: z.string().nullable().optional() })
  .meta({ id: 'ChangeEvent' });
export type ChangeEvent = z.output<typeof changeEvent>;

export const eventRoutes = {
  streamEvents: defineRoute({
    id: 'streamEvents',
    method: 'GET',
    path: '/events',
    area: 'exchange',
    permission: 'signed_in',
    raw: true,
    ownTransactions: true,
    summary: 'Server-sent events: which rows changed, as they change',
    query: z.strictObject({
      /** Only these topics, separated by commas; left out = all. */
      topics: z
        .string()
        .transform((text) => text.split(','))
        .pipe(z.array(z.enum(EVENT_TOPICS)).max(EVENT_TOPICS.length))
        .default([]),
    }),
    response: changeEvent,
  }),
};

export const healthRoutes = {
  live: defineRoute({
    id: 'healthLive',
    method: 'GET',
    path: '/health/live',
    area: 'organisation',
    permission: 'public',
    ownTransactions: true,
    summary: 'The process runs',
    response: z.object({ status: z.literal('live') }),
  }),
  ready: defineRoute({
    id: 'healthReady',
    method: 'GET',
    path: '/health/ready',
    area: 'organisation',
    permission: 'public',
    ownTransactions: true,
    summary: 'Database reachable and migrated; degraded when the queue or the worker is not',
    response: z.object({ status: z.enum(['ready', 'degraded']), reasons: z.array(z.string()) }),
  }),
};

export const documentRoutes = {
  readOpenApi: defineRoute({
    id: 'readOpenApi',
    method: 'GET',
    path: '/openapi.json',
    area: 'organisation',
    permission: 'signed_in',
    raw: true,
    ownTransactions: true,
    summary: 'This contract as an OpenAPI 3.1 document',
    response: z.unknown(),
  }),
};
