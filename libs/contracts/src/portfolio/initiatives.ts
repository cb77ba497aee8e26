import {
  BENEFIT_EXEMPT_REASONS,
  GATES,
  INITIATIVE_KINDS,
  PHASES,
  PLANNED_PHASES,
  RAG_STATUSES,
  SIZE_CLASSES,
} from '@hoest/portfolio';
import * as z from 'zod';
import { currency, id, instant, isoDate, line, minor, prose, share, signedMinor, version } from '../fields';
import { listQuery, page } from '../list';
import { defineRoute } from '../route';

/** Why a field is empty although the source had something there. */
export const absences = z.record(
  z.string(),
  z.object({ kind: z.enum(['withheld', 'text', 'not_stated']), text: z.string() }),
);

/**
 * Status as shown: the confirmed traffic light while it is fresh (35 days), `unknown` when it never was confirmed or is
 * older. `late` = planned go-live is past without an actual one; `slipDays` = days the planned go-live moved since it
 * was first set (negative = earlier), null without a date.
 */
const shownStatus = z.object({
  status: z.enum([...RAG_STATUSES, 'unknown']),
  statusNote: z.string().nullable(),
  statusConfirmedOn: isoDate.nullable(),
  late: z.boolean(),
  slipDays: z.number().int().nullable(),
});

/** One line of the portfolio list. */
export const initiativeSummary = shownStatus
  .extend({
    id,
    code: z.string(),
    title: z.string(),
    kind: z.enum(INITIATIVE_KINDS),
    phase: z.enum(PHASES),
    mandatory: z.boolean(),
    unitId: id,
    unitName: z.string(),
    /** The level-1 unit (administration) the initiative belongs to; the unit itself when it stands above level 1. */
    administrationId: id,
    administrationName: z.string(),
    ownerId: id.nullable(),
    ownerName: z.string().nullable(),
    managerId: id.nullable(),
    managerName: z.string().nullable(),
    primaryGoalId: id.nullable(),
    primaryGoalTitle: z.string().nullable(),
    category: z.string().nullable(),
    startPlanned: isoDate.nullable(),
    goLivePlanned: isoDate.nullable(),
    goLiveActual: isoDate.nullable(),
    /** Sum of planned money costs (hours aside) of all years, undated ones included, in `currency`; null when no cost line has a plan. */
    costMinor: minor.nullable(),
    /** Sum of full-year values of benefits that are not rejected or written off, disbenefits subtracted; null when none has a value. */
    benefitMinor: signedMinor.nullable(),
    /** Sum of the totals a source promised for the whole life without saying per year; null when none was. */
    wholeLifeMinor: signedMinor.nullable(),
    benefitCount: z.number().int(),
    /** Planned money of the months whose measurements are due, so far; null when nothing is due yet. */
    plannedToDateMinor: signedMinor.nullable(),
    /** Realised money of the same months, a missing measurement as 0; null when nothing is due or none of it is measured. */
    realisedToDateMinor: signedMinor.nullable(),
    currency,
    updatedAt: instant,
    version,
  })
  .meta({ id: 'InitiativeSummary' });
export type InitiativeSummary = z.output<typeof initiativeSummary>;

const checklistItem = z.object({
  key: z.string(),
  label: z.object({ da: z.string(), en: z.string() }),
  fulfilled: z.boolean(),
  required: z.boolean(),
  /** Section of the initiative page and field to go to. */
  section: z.string(),
  field: z.string().nullable(),
});

export const initiative = initiativeSummary
  .extend({
    problem: z.string().nullable(),
    description: z.string().nullable(),
    expectedGain: z.string().nullable(),
    roughCost: minor.nullable(),
    phaseSince: isoDate,
    phaseBeforeHold: z.enum(PHASES).nullable(),
    legalRef: z.string().nullable(),
    jointWith: z.array(z.string()),
    affectedStaff: z.number().int().nullable(),
    sizeClass: z.enum(SIZE_CLASSES).nullable(),
    projectModel: z.string().nullable(),
    startActual: isoDate.nullable(),
    goLiveFirstPlanned: isoDate.nullable(),
    closedOn: isoDate.nullable(),
    changesCitizenService: z.boolean().nullable(),
    citizenFacing: z.boolean().nullable(),
    hasItDelivery: z.boolean().nullable(),
    processChangeExpected: z.boolean().nullable(),
    replacesOldWay: z.boolean().nullable(),
    dependenciesAnswered: z.boolean().nullable(),
    benefitExempt: z.boolean(),
    benefitExemptReason: z.enum(BENEFIT_EXEMPT_REASONS).nullable(),
    statusRag: z.enum(RAG_STATUSES).nullable(),
    statusConfirmedByName: z.string().nullable(),
    externalKey: z.string().nullable(),
    absences,
    affectedUnits: z.array(z.object({ unitId: id, unitName: z.string(), share: z.string().nullable() })),
    secondaryGoalIds: z.array(id),
    phasePlan: z.array(
      z.object({
        phase: z.enum(PLANNED_PHASES),
        plannedStart: isoDate.nullable(),
        plannedEnd: isoDate.nullable(),
        actualStart: isoDate.nullable(),
        actualEnd: isoDate.nullable(),
      }),
    ),
    /** What the next gate asks for; null when no gate lies ahead. */
    nextGate: z
      .object({ gate: z.enum(GATES), to: z.enum(PHASES).nullable(), items: z.array(checklistItem) })
      .nullable(),
    /** Phases the initiative may move to now. */
    allowedTransitions: z.array(z.object({ to: z.enum(PHASES), gate: z.enum(GATES).nullable() })),
    /** Core fields of the register that are still empty. */
    missingCoreFields: z.array(z.string()),
    mayEdit: z.boolean(),
    /** Whether the signed-in person may record decisions on it. */
    mayDecide: z.boolean(),
    createdAt: instant,
  })
  .meta({ id: 'Initiative' });
export type Initiative = z.output<typeof initiative>;

const unanswered = z.boolean().nullable();

/** Fields a person may write. `phase` moves only through a transition; the code is given by Høst. */
const initiativeFields = z.strictObject({
  title: line(300),
  problem: prose(),
  description: prose(),
  expectedGain: prose(),
  roughCost: minor.nullable(),
  currency,
  kind: z.enum(INITIATIVE_KINDS),
  mandatory: z.boolean(),
  legalRef: line(300).nullable(),
  jointWith: z.array(line(200)).max(100),
  unitId: id,
  affectedStaff: z.number().int().min(0).max(1_000_000).nullable(),
  sizeClass: z.enum(SIZE_CLASSES).nullable(),
  projectModel: line(100).nullable(),
  startPlanned: isoDate.nullable(),
  startActual: isoDate.nullable(),
  goLivePlanned: isoDate.nullable(),
  goLiveActual: isoDate.nullable(),
  primaryGoalId: id.nullable(),
  ownerId: id.nullable(),
  managerId: id.nullable(),
  changesCitizenService: unanswered,
  citizenFacing: unanswered,
  hasItDelivery: unanswered,
  processChangeExpected: unanswered,
  replacesOldWay: unanswered,
  dependenciesAnswered: unanswered,
  benefitExempt: z.boolean(),
  benefitExemptReason: z.enum(BENEFIT_EXEMPT_REASONS).nullable(),
  category: line(100).nullable(),
  externalKey: line(200).nullable(),
  affectedUnits: z
    .array(
      z.strictObject({
        unitId: id,
        share: share.nullable(),
      }),
    )
    .max(200),
  secondaryGoalIds: z.array(id).max(50),
  phasePlan: z
    .array(
      z.strictObject({
        phase: z.enum(PLANNED_PHASES),
        plannedStart: isoDate.nullable(),
        plannedEnd: isoDate.nullable(),
      }),
    )
    .max(20),
});

export const INITIATIVE_SORTS = [
  'updatedAt',
  'title',
  'code',
  'phase',
  'unitName',
  'administrationName',
  'goLivePlanned',
  'cost',
  'benefit',
  'status',
  'ownerName',
] as const;

export const initiativeListQuery = listQuery({
  sorts: INITIATIVE_SORTS,
  defaultSort: '-updatedAt',
  filters: {
    phase: { values: PHASES },
    kind: { values: INITIATIVE_KINDS },
    status: { values: [...RAG_STATUSES, 'unknown'] },
    late: { values: ['true', 'false'] },
    mandatory: { values: ['true', 'false'] },
    /** The unit and every unit below it. */
    unitId: { ids: true },
    ownerId: { ids: true },
    managerId: { ids: true },
    /** The primary goal. */
    goalId: { ids: true, nullable: true },
    /** Created or changed by the import. */
    importId: { ids: true },
    cost: { range: z.string().regex(/^\d{1,18}$/), nullable: true },
    goLivePlanned: { range: isoDate, nullable: true },
    updatedAt: { range: isoDate },
  },
});

export const initiativeRoutes = {
  listInitiatives: defineRoute({
    id: 'listInitiatives',
    method: 'GET',
    path: '/initiatives',
    area: 'portfolio',
    permission: 'portfolio.read',
    summary: 'The portfolio: initiatives with phase, status, cost and benefit',
    query: initiativeListQuery,
    response: page(initiativeSummary).extend({
      /** Sums over everything the filter finds, per currency; currencies are never added together. */
      sums: z.array(
        z.object({ currency, costMinor: signedMinor, benefitMinor: signedMinor, wholeLifeMinor: signedMinor }),
      ),
    }),
  }),
  findSimilar: defineRoute({
    id: 'findSimilar',
    method: 'GET',
    path: '/initiatives/similar',
    area: 'portfolio',
    permission: 'portfolio.read',
    summary: 'Initiatives that resemble a title and problem while they are being typed',
    query: z.strictObject({
      title: z.string().trim().max(300),
      problem: z.string().max(5000).optional(),
      exceptId: id.optional(),
    }),
    response: z.object({
      items: z.array(
        z.object({
          id,
          code: z.string(),
          title: z.string(),
          unitName: z.string(),
          phase: z.enum(PHASES),
          /** 0–1, trigram similarity. */
          similarity: z.number(),
        }),
      ),
    }),
  }),
  registerInitiative: defineRoute({
    id: 'registerInitiative',
    method: 'POST',
    path: '/initiatives',
    area: 'portfolio',
    permission: 'initiative.register',
    status: 201,
    summary: 'Registers an initiative as an idea; title and unit are enough',
    body: initiativeFields.partial().required({ title: true, unitId: true }),
    response: initiative,
  }),
  readInitiative: defineRoute({
    id: 'readInitiative',
    method: 'GET',
    path: '/initiatives/:id',
    area: 'portfolio',
    permission: 'portfolio.read',
    summary: 'One initiative with everything its page shows',
    params: z.strictObject({ id }),
    response: initiative,
  }),
  changeInitiative: defineRoute({
    id: 'changeInitiative',
    method: 'PATCH',
    path: '/initiatives/:id',
    area: 'portfolio',
    permission: 'initiative.edit',
    summary: 'Changes the named fields; a field that is left out stays, null empties it',
    params: z.strictObject({ id }),
    body: initiativeFields.partial(),
    response: initiative,
  }),
  confirmStatus: defineRoute({
    id: 'confirmStatus',
    method: 'POST',
    path: '/initiatives/:id/status-confirmations',
    area: 'portfolio',
    permission: 'initiative.edit',
    status: 201,
    summary: 'Confirms the status as it is today',
    params: z.strictObject({ id }),
    body: z.strictObject({ rag: z.enum(RAG_STATUSES), note: prose(2000).optional() }),
    response: initiative,
  }),
};
