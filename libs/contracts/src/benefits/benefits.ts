import {
  BENEFICIARIES,
  BENEFIT_CLASSES,
  BENEFIT_STATES,
  ESTIMATE_BASES,
  PLAN_TERMS,
  PLAN_VERSION_KINDS,
} from '@hoest/benefits';
import { INITIATIVE_KINDS } from '@hoest/portfolio';
import * as z from 'zod';
import { currency, decimal, id, instant, isoDate, line, minor, prose, share, version, yearNumber } from '../fields';
import { listQuery, page } from '../list';
import { absences } from '../portfolio/initiatives';
import { BENEFIT_STATUSES, baselineBody, measure, measureFields, targetPoints } from './measures';
import { movedPlan } from './moved-plan';
import { benefitSeriesAnswer } from './series';
import { defineRoute } from '../route';

export const benefitSummary = z
  .object({
    id,
    initiativeId: id,
    initiativeCode: z.string(),
    initiativeTitle: z.string(),
    title: z.string(),
    state: z.enum(BENEFIT_STATES),
    class: z.enum(BENEFIT_CLASSES),
    beneficiary: z.enum(BENEFICIARIES),
    polarity: z.union([z.literal(1), z.literal(-1)]),
    monetised: z.boolean(),
    fullYearValueMinor: minor.nullable(),
    wholeLifeValueMinor: minor.nullable(),
    currency,
    priceYear: yearNumber.nullable(),
    ownerId: id.nullable(),
    ownerName: z.string().nullable(),
    ownerUnitId: id.nullable(),
    measurerId: id.nullable(),
    measurerName: z.string().nullable(),
    /** Of the first measure. */
    measureName: z.string().nullable(),
    measureUnit: z.string().nullable(),
    baselineValue: decimal.nullable(),
    targetValue: decimal.nullable(),
    latestValue: decimal.nullable(),
    latestOn: isoDate.nullable(),
    achievement: decimal.nullable(),
    status: z.enum(BENEFIT_STATUSES),
    overdueCount: z.number().int(),
    /** Days the go-live has moved since the plan's dates were made for it, negative = forward; null = not notably. */
    goLiveMovedDays: z.number().int().nullable(),
    version,
  })
  .meta({ id: 'BenefitSummary' });
export type BenefitSummary = z.output<typeof benefitSummary>;

export const benefit = benefitSummary
  .extend({
    description: z.string().nullable(),
    /** Of the initiative. */
    goLivePlanned: isoDate.nullable(),
    goLiveActual: isoDate.nullable(),
    stateSince: isoDate,
    stateReason: z.string().nullable(),
    startsOn: isoDate.nullable(),
    endsOn: isoDate.nullable(),
    goalId: id.nullable(),
    contributesToId: id.nullable(),
    contributesToTitle: z.string().nullable(),
    /** The benefits that contribute to this one. */
    contributors: z.array(z.object({ benefitId: id, title: z.string(), initiativeTitle: z.string() })),
    attribution: share,
    attributionNote: z.string().nullable(),
    poolId: id.nullable(),
    estimateBasis: z.enum(ESTIMATE_BASES).nullable(),
    confidence: share.nullable(),
    estimateLowMinor: minor.nullable(),
    estimateLikelyMinor: minor.nullable(),
    estimateHighMinor: minor.nullable(),
    costOfMeasuringMinor: minor.nullable(),
    testDescription: z.boolean().nullable(),
    testObservation: z.boolean().nullable(),
    testAttribution: z.boolean().nullable(),
    testMeasurement: z.boolean().nullable(),
    calculation: z.unknown().nullable(),
    /** Where finance finds the money; claims take them over unless they say otherwise. */
    account: z.string().nullable(),
    costCentre: z.string().nullable(),
    scopeReduction: z.boolean(),
    hoursUsedFor: z.string().nullable(),
    approvedOn: isoDate.nullable(),
    frozenOn: isoDate.nullable(),
    firstRealisedOn: isoDate.nullable(),
    confirmedOn: isoDate.nullable(),
    absences,
    /** Who left, so that the line manager has the benefit until somebody is chosen; null = chosen. */
    ownerHandedOverFromName: z.string().nullable(),
    ownerHandedOverOn: isoDate.nullable(),
    measurerHandedOverFromName: z.string().nullable(),
    measurerHandedOverOn: isoDate.nullable(),
    measures: z.array(measure),
    planVersions: z.array(
      z.object({
        id,
        number: z.number().int(),
        kind: z.enum(PLAN_VERSION_KINDS),
        decidedOn: isoDate,
        decisionId: id.nullable(),
        reason: z.string().nullable(),
        fullYearValueMinor: minor.nullable(),
        attribution: share,
        startsOn: isoDate.nullable(),
        endsOn: isoDate.nullable(),
        recordedAt: instant,
        recordedByName: z.string().nullable(),
      }),
    ),
    /** What the draft says otherwise than the plan approved last: it counts once it is approved again. Empty after go-live. */
    planChanges: z.array(z.enum(PLAN_TERMS)),
    /** The plan proposed because the go-live has moved since the dates were made for it; null when it has not. */
    movedPlan: movedPlan.nullable(),
    /** What the full profile still lacks, as field names. */
    missingForProfile: z.array(z.string()),
    allowedTransitions: z.array(z.enum(BENEFIT_STATES)),
    mayEdit: z.boolean(),
    mayApprove: z.boolean(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'Benefit' });
export type Benefit = z.output<typeof benefit>;

/** How the value was calculated: the calculator and its drivers, kept so that they stay visible and editable. */
const calculation = z.strictObject({
  calculator: z.enum(['time_saved', 'unit_saving', 'quantity_price', 'amount']),
  drivers: z.record(z.string().max(60), z.string().max(60)),
});

const benefitFields = z.strictObject({
  title: line(300),
  description: prose(),
  class: z.enum(BENEFIT_CLASSES),
  beneficiary: z.enum(BENEFICIARIES),
  polarity: z.union([z.literal(1), z.literal(-1)]),
  monetised: z.boolean(),
  fullYearValueMinor: minor.nullable(),
  wholeLifeValueMinor: minor.nullable(),
  currency,
  priceYear: yearNumber.nullable(),
  startsOn: isoDate.nullable(),
  endsOn: isoDate.nullable(),
  ownerId: id.nullable(),
  ownerUnitId: id.nullable(),
  measurerId: id.nullable(),
  goalId: id.nullable(),
  contributesToId: id.nullable(),
  attribution: share,
  attributionNote: prose(2000),
  poolId: id.nullable(),
  estimateBasis: z.enum(ESTIMATE_BASES).nullable(),
  confidence: share.nullable(),
  estimateLowMinor: minor.nullable(),
  estimateLikelyMinor: minor.nullable(),
  estimateHighMinor: minor.nullable(),
  costOfMeasuringMinor: minor.nullable(),
  testDescription: z.boolean().nullable(),
  testObservation: z.boolean().nullable(),
  testAttribution: z.boolean().nullable(),
  testMeasurement: z.boolean().nullable(),
  calculation: calculation.nullable(),
  account: line(60).nullable(),
  costCentre: line(60).nullable(),
  scopeReduction: z.boolean(),
  hoursUsedFor: prose(2000),
});

export const benefitRoutes = {
  listBenefits: defineRoute({
    id: 'listBenefits',
    method: 'GET',
    path: '/benefits',
    area: 'benefits',
    permission: 'portfolio.read',
    summary: 'Benefits of the whole organisation',
    query: listQuery({
      sorts: ['title', 'initiativeTitle', 'value', 'state', 'latestOn', 'ownerName'],
      defaultSort: 'title',
      filters: {
        state: { values: BENEFIT_STATES },
        class: { values: BENEFIT_CLASSES },
        beneficiary: { values: BENEFICIARIES },
        unitId: { ids: true },
        ownerId: { ids: true },
        measurerId: { ids: true },
        initiativeId: { ids: true },
        initiativeKind: { values: INITIATIVE_KINDS },
        mine: { values: ['true'] },
        /** On which the caller may report amounts to finance; given-up ones are left out. */
        reportable: { values: ['true'] },
        overdue: { values: ['true', 'false'] },
      },
    }),
    response: page(benefitSummary),
  }),
  listInitiativeBenefits: defineRoute({
    id: 'listInitiativeBenefits',
    method: 'GET',
    path: '/initiatives/:id/benefits',
    area: 'benefits',
    permission: 'portfolio.read',
    summary: 'Benefits of one initiative, disbenefits last',
    params: z.strictObject({ id }),
    response: z.object({ items: z.array(benefitSummary) }),
  }),
  createBenefit: defineRoute({
    id: 'createBenefit',
    method: 'POST',
    path: '/initiatives/:id/benefits',
    area: 'benefits',
    permission: 'benefit.edit',
    status: 201,
    summary: 'Adds a benefit to an initiative, with its first measure when given',
    params: z.strictObject({ id }),
    body: benefitFields
      .partial()
      .required({ title: true, class: true })
      .extend({
        measure: measureFields
          .partial()
          .required({ name: true, unit: true, direction: true, frequency: true })
          .extend({ baseline: baselineBody.optional(), targetPoints: targetPoints.optional() })
          .optional(),
      }),
    response: benefit,
  }),
  readBenefit: defineRoute({
    id: 'readBenefit',
    method: 'GET',
    path: '/benefits/:id',
    area: 'benefits',
    permission: 'portfolio.read',
    summary: 'One benefit with measures, plan, obligations and measurements',
    params: z.strictObject({ id }),
    response: benefit,
  }),
  changeBenefit: defineRoute({
    id: 'changeBenefit',
    method: 'PATCH',
    path: '/benefits/:id',
    area: 'benefits',
    permission: 'benefit.edit',
    summary:
      'Changes a benefit; value, attribution and period of a frozen plan are refused with the way to re-baseline',
    params: z.strictObject({ id }),
    body: benefitFields.partial(),
    response: benefit,
  }),
  moveBenefitState: defineRoute({
    id: 'moveBenefitState',
    method: 'POST',
    path: '/benefits/:id/state-moves',
    area: 'benefits',
    permission: 'portfolio.read',
    status: 201,
    ifMatch: true,
    summary:
      'Moves a benefit to another state: profiled, approved (leader), in realisation, rejected, written off, transferred …',
    params: z.strictObject({ id }),
    body: z.strictObject({
      to: z.enum(BENEFIT_STATES),
      on: isoDate.optional(),
      reason: prose(2000).optional(),
      decisionId: id.nullable().optional(),
      newOwnerId: id.optional(),
    }),
    response: benefit,
  }),
  rebaselineBenefit: defineRoute({
    id: 'rebaselineBenefit',
    method: 'POST',
    path: '/benefits/:id/plan-versions',
    area: 'benefits',
    permission: 'benefit.approve',
    status: 201,
    ifMatch: true,
    summary: 'Re-baselines a frozen plan by a decision with a reason; the frozen plan stays the headline',
    params: z.strictObject({ id }),
    body: z.strictObject({
      decisionId: id,
      reason: line(2000),
      fullYearValueMinor: minor.nullable().optional(),
      attribution: share.optional(),
      startsOn: isoDate.nullable().optional(),
      endsOn: isoDate.nullable().optional(),
      targetPoints: z.array(z.strictObject({ measureId: id, points: targetPoints })).optional(),
    }),
    response: benefit,
  }),
  acceptMovedPlan: defineRoute({
    id: 'acceptMovedPlan',
    method: 'POST',
    path: '/benefits/:id/plan-moves',
    area: 'benefits',
    permission: 'benefit.edit',
    status: 201,
    ifMatch: true,
    summary:
      'Moves the draft plan as far as the go-live has moved; an approved plan then awaits approval anew, a frozen one is refused',
    params: z.strictObject({ id }),
    response: benefit,
  }),
  addMeasure: defineRoute({
    id: 'addMeasure',
    method: 'POST',
    path: '/benefits/:id/measures',
    area: 'benefits',
    permission: 'benefit.edit',
    status: 201,
    summary: 'Adds a measure to a benefit',
    params: z.strictObject({ id }),
    body: measureFields.partial().required({ name: true, unit: true, direction: true, frequency: true }),
    response: benefit,
  }),
  changeMeasure: defineRoute({
    id: 'changeMeasure',
    method: 'PATCH',
    path: '/measures/:id',
    area: 'benefits',
    permission: 'benefit.edit',
    summary: 'Changes a measure; obligations that are not yet due follow its frequency and period',
    params: z.strictObject({ id }),
    body: measureFields.partial(),
    response: benefit,
  }),
  recordBaseline: defineRoute({
    id: 'recordBaseline',
    method: 'POST',
    path: '/measures/:id/baselines',
    area: 'benefits',
    permission: 'benefit.edit',
    status: 201,
    summary: 'Records a baseline, or the date on which it will be measured; earlier ones stay',
    params: z.strictObject({ id }),
    body: baselineBody,
    response: benefit,
  }),
  setTargetPoints: defineRoute({
    id: 'setTargetPoints',
    method: 'PUT',
    path: '/measures/:id/target-points',
    area: 'benefits',
    permission: 'benefit.edit',
    ifMatch: true,
    summary: 'Sets the target path; refused when the plan is frozen',
    params: z.strictObject({ id }),
    body: z.strictObject({ points: targetPoints }),
    response: benefit,
  }),
  readSeries: defineRoute({
    id: 'readBenefitSeries',
    method: 'GET',
    path: '/benefits/:id/series',
    area: 'benefits',
    permission: 'portfolio.read',
    summary: 'Planned, forecast and realised per month, in money or in the unit of the first measure',
    params: z.strictObject({ id }),
    response: benefitSeriesAnswer,
  }),
};
