import { DECISION_KINDS, DECISION_OUTCOMES, type Gate, GATES, PHASES } from '@hoest/portfolio';
import * as z from 'zod';
import { id, instant, isoDate, line, prose, version } from '../fields';
import { listQuery, page } from '../list';
import { defineRoute } from '../route';

const condition = z.object({
  text: z.string(),
  ownerId: id.nullable(),
  due: isoDate.nullable(),
  closedOn: isoDate.nullable(),
});

export const decision = z
  .object({
    id,
    initiativeId: id.nullable(),
    initiativeCode: z.string().nullable(),
    initiativeTitle: z.string().nullable(),
    kind: z.enum(DECISION_KINDS),
    /** The body that decided, in words. */
    body: z.string(),
    deciderId: id.nullable(),
    deciderName: z.string().nullable(),
    mandateOk: z.boolean(),
    askedOn: isoDate.nullable(),
    decidedOn: isoDate,
    outcome: z.enum(DECISION_OUTCOMES),
    rationale: z.string().nullable(),
    conditions: z.array(condition),
    followUpDue: isoDate.nullable(),
    executedOn: isoDate.nullable(),
    political: z.boolean(),
    reversesId: id.nullable(),
    recordedAt: instant,
    /** Whether the signed-in person may record its execution. */
    mayEdit: z.boolean(),
    version,
  })
  .meta({ id: 'Decision' });
export type Decision = z.output<typeof decision>;

const decisionFields = z.strictObject({
  kind: z.enum(DECISION_KINDS),
  body: line(200),
  deciderId: id.nullable().optional(),
  mandateOk: z.boolean(),
  askedOn: isoDate.nullable().optional(),
  decidedOn: isoDate,
  outcome: z.enum(DECISION_OUTCOMES),
  rationale: prose().optional(),
  conditions: z
    .array(
      z.strictObject({
        text: line(500),
        ownerId: id.nullable(),
        due: isoDate.nullable(),
        closedOn: isoDate.nullable(),
      }),
    )
    .max(50)
    .optional(),
  followUpDue: isoDate.nullable().optional(),
  political: z.boolean().optional(),
  reversesId: id.nullable().optional(),
});

export const gatePassage = z
  .object({
    id,
    initiativeId: id,
    gate: z.enum(GATES),
    fromPhase: z.enum(PHASES),
    toPhase: z.enum(PHASES),
    phaseStartedOn: isoDate,
    /** `name` is a key of the checklist, or the name of a further document. */
    artefacts: z.array(z.object({ name: z.string(), required: z.boolean(), complete: z.boolean() })),
    /** Null = passed without a decision. */
    decisionId: id.nullable(),
    version,
  })
  .meta({ id: 'GatePassage' });
export type GatePassage = z.output<typeof gatePassage>;

/** Gates that start no phase. Source: domain rules, P11 */
export const GATES_INSIDE_PHASE = ['G5', 'G7'] as const satisfies readonly Gate[];

const passageFields = {
  /** Keys of the checklist's documents that were complete, or names of further documents. */
  completeArtefacts: z.array(line(200)).max(50).optional(),
  /** An earlier decision, or a new one; passing without either is recorded and counts as a miss in gate discipline. */
  decisionId: id.optional(),
  decision: decisionFields.omit({ kind: true }).optional(),
};

const passed = z.object({
  initiativeId: id,
  phase: z.enum(PHASES),
  /** Null for a move that passes no gate: hold, resume, back, stop. */
  passage: gatePassage.nullable(),
  /** How many benefit plans were frozen, because the initiative went live by this. */
  frozenPlans: z.number().int(),
  /** Of the initiative. */
  version,
});

export const decisionRoutes = {
  listDecisions: defineRoute({
    id: 'listDecisions',
    method: 'GET',
    path: '/decisions',
    area: 'portfolio',
    permission: 'portfolio.read',
    summary: 'Decision log',
    query: listQuery({
      sorts: ['decidedOn'],
      defaultSort: '-decidedOn',
      filters: {
        initiativeId: { ids: true },
        kind: { values: DECISION_KINDS },
        outcome: { values: DECISION_OUTCOMES },
        unitId: { ids: true },
        decidedOn: { range: isoDate },
      },
    }),
    response: page(decision),
  }),
  recordDecision: defineRoute({
    id: 'recordDecision',
    method: 'POST',
    path: '/initiatives/:id/decisions',
    area: 'portfolio',
    permission: 'decision.record',
    status: 201,
    summary: 'Records a decision on an initiative; decisions are never changed, only reversed by another',
    params: z.strictObject({ id }),
    body: decisionFields,
    response: decision,
  }),
  executeDecision: defineRoute({
    id: 'executeDecision',
    method: 'PATCH',
    path: '/decisions/:id',
    area: 'portfolio',
    permission: 'decision.record',
    summary: 'Records that a decision was carried out, or closes its conditions',
    params: z.strictObject({ id }),
    body: z.strictObject({ executedOn: isoDate.nullable().optional(), conditions: decisionFields.shape.conditions }),
    response: decision,
  }),
  listGatePassages: defineRoute({
    id: 'listGatePassages',
    method: 'GET',
    path: '/initiatives/:id/gate-passages',
    area: 'portfolio',
    permission: 'portfolio.read',
    summary: 'Gates the initiative has passed, oldest first',
    params: z.strictObject({ id }),
    response: z.object({ items: z.array(gatePassage) }),
  }),
  movePhase: defineRoute({
    id: 'movePhase',
    method: 'POST',
    path: '/initiatives/:id/phase-moves',
    area: 'portfolio',
    permission: 'initiative.edit',
    status: 201,
    ifMatch: true,
    summary: 'Starts a phase: records the gate passage with what was complete, and the decision when there is one',
    params: z.strictObject({ id }),
    body: z.strictObject({ to: z.enum(PHASES), startedOn: isoDate, ...passageFields }),
    response: passed,
  }),
  passGate: defineRoute({
    id: 'passGate',
    method: 'POST',
    path: '/initiatives/:id/passed-gates',
    area: 'portfolio',
    permission: 'initiative.edit',
    status: 201,
    ifMatch: true,
    summary:
      'Passes a gate inside a phase: go-live (G5), which freezes the approved benefit plans, or the benefit report (G7)',
    params: z.strictObject({ id }),
    body: z.strictObject({ gate: z.enum(GATES_INSIDE_PHASE), passedOn: isoDate, ...passageFields }),
    response: passed,
  }),
};
