import { DECISION_KINDS, DECISION_OUTCOMES, GATES, PHASES } from '@hoest/portfolio';
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
    artefacts: z.array(z.object({ name: z.string(), required: z.boolean(), complete: z.boolean() })),
    decisionId: id.nullable(),
    version,
  })
  .meta({ id: 'GatePassage' });
export type GatePassage = z.output<typeof gatePassage>;

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
    summary: 'Phases the initiative has started, oldest first',
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
    body: z.strictObject({
      to: z.enum(PHASES),
      startedOn: isoDate,
      /** Documents that are not facts of the record and were complete when the phase started. */
      completeArtefacts: z.array(line(200)).max(50).optional(),
      /** An earlier decision, or a new one; starting without either is recorded and counts as a miss in gate discipline. */
      decisionId: id.optional(),
      decision: decisionFields.omit({ kind: true }).optional(),
    }),
    response: z.object({ initiativeId: id, phase: z.enum(PHASES), passage: gatePassage.nullable(), version }),
  }),
};
