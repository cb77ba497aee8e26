import { EVIDENCE_KINDS } from '@hoest/benefits';
import * as z from 'zod';
import { currency, decimal, id, isoDate, line, minor, prose, signedMinor, version, yearNumber } from '../fields';
import { listQuery, page } from '../list';
import { defineRoute } from '../route';
import { measurement } from './measures';

const measurementBody = z.strictObject({
  measureId: id,
  /** The obligation the value answers, so that a figure of 5 April can be March's; left out, it follows from the date. */
  obligationId: id.optional(),
  date: isoDate,
  value: decimal,
  volume: decimal.nullable().optional(),
  evidenceKind: z.enum(EVIDENCE_KINDS),
  comment: prose(2000).optional(),
  /** The entry this one corrects. */
  supersedesId: id.nullable().optional(),
});

/** One obligation that somebody owes a measurement for. */
export const dueMeasurement = z
  .object({
    obligationId: id,
    measureId: id,
    measureName: z.string(),
    measureUnit: z.string(),
    needsVolume: z.boolean(),
    benefitId: id,
    benefitTitle: z.string(),
    initiativeId: id,
    initiativeTitle: z.string(),
    measurerId: id.nullable(),
    measurerName: z.string().nullable(),
    periodStart: isoDate,
    periodEnd: isoDate,
    dueOn: isoDate,
    graceUntil: isoDate,
    status: z.enum(['not_due', 'due', 'late', 'missing']),
    plannedValue: decimal.nullable(),
    previousValue: decimal.nullable(),
    previousOn: isoDate.nullable(),
  })
  .meta({ id: 'DueMeasurement' });
export type DueMeasurement = z.output<typeof dueMeasurement>;

export const measurementRoutes = {
  recordMeasurement: defineRoute({
    id: 'recordMeasurement',
    method: 'POST',
    path: '/benefits/:id/measurements',
    area: 'benefits',
    permission: 'measurement.record',
    status: 201,
    summary: 'Records a measured value; it answers the obligation named, else the one whose period holds the date',
    params: z.strictObject({ id }),
    body: measurementBody,
    response: measurement,
  }),
  recordMeasurements: defineRoute({
    id: 'recordMeasurements',
    method: 'POST',
    path: '/measurements',
    area: 'benefits',
    permission: 'measurement.record',
    status: 201,
    summary: 'Records a block of measured values, all or none',
    body: z.strictObject({ items: z.array(measurementBody).min(1).max(500) }),
    response: z.object({ items: z.array(measurement) }),
  }),
  listDue: defineRoute({
    id: 'listDueMeasurements',
    method: 'GET',
    path: '/due-measurements',
    area: 'benefits',
    permission: 'portfolio.read',
    summary: 'Measurements that are due or will be within 30 days; `mine` limits them to the signed-in person',
    query: listQuery({
      sorts: ['dueOn'],
      defaultSort: 'dueOn',
      filters: {
        mine: { values: ['true', 'false'] },
        unitId: { ids: true },
        status: { values: ['due', 'late', 'missing', 'not_due'] },
      },
    }),
    response: page(dueMeasurement),
  }),
};

export const benefitPool = z
  .object({
    id,
    name: z.string(),
    costBase: z.string().nullable(),
    measure: z.string().nullable(),
    periodFrom: isoDate,
    periodTo: isoDate.nullable(),
    removablePerMonthMinor: minor,
    currency,
    members: z.array(z.object({ benefitId: id, title: z.string(), share: decimal.nullable() })),
    version,
  })
  .meta({ id: 'BenefitPool' });
export type BenefitPool = z.output<typeof benefitPool>;

/** A pool's claims over a year; amounts are sums of the months that lie in its period. */
export const poolClaims = z
  .object({
    poolId: id,
    currency,
    months: z.number().int(),
    removableMinor: minor,
    /** Months in which the claims were scaled down. */
    overclaimedMonths: z.number().int(),
    members: z.array(
      z.object({
        benefitId: id,
        plannedClaimMinor: signedMinor,
        plannedGrantedMinor: signedMinor,
        realisedClaimMinor: signedMinor,
        realisedGrantedMinor: signedMinor,
      }),
    ),
  })
  .meta({ id: 'BenefitPoolClaims' });
export type BenefitPoolClaims = z.output<typeof poolClaims>;

const poolFields = z.strictObject({
  name: line(200),
  costBase: line(300).nullable(),
  measure: line(200).nullable(),
  periodFrom: isoDate,
  periodTo: isoDate.nullable(),
  removablePerMonthMinor: minor,
  currency,
  /** Agreed shares; members without one divide the rest in proportion to their claims. */
  shares: z.array(z.strictObject({ benefitId: id, share: decimal })).max(100),
});

export const poolRoutes = {
  listPools: defineRoute({
    id: 'listBenefitPools',
    method: 'GET',
    path: '/benefit-pools',
    area: 'benefits',
    permission: 'portfolio.read',
    summary: 'Pools that several benefits claim from',
    response: z.object({ items: z.array(benefitPool) }),
  }),
  listPoolClaims: defineRoute({
    id: 'listBenefitPoolClaims',
    method: 'GET',
    path: '/benefit-pool-claims',
    area: 'benefits',
    permission: 'portfolio.read',
    summary:
      'What the benefits of each pool claim in a year, and what they are granted when more is claimed than can be removed',
    query: z.strictObject({ year: z.coerce.number().int().min(1990).max(2100).optional() }),
    response: z.object({ asOf: isoDate, year: yearNumber, items: z.array(poolClaims) }),
  }),
  createPool: defineRoute({
    id: 'createBenefitPool',
    method: 'POST',
    path: '/benefit-pools',
    area: 'benefits',
    permission: 'benefit.approve',
    status: 201,
    summary: 'Adds a pool',
    body: poolFields.partial().required({ name: true, periodFrom: true, removablePerMonthMinor: true }),
    response: benefitPool,
  }),
  changePool: defineRoute({
    id: 'changeBenefitPool',
    method: 'PATCH',
    path: '/benefit-pools/:id',
    area: 'benefits',
    permission: 'benefit.approve',
    summary: 'Changes a pool',
    params: z.strictObject({ id }),
    body: poolFields.partial(),
    response: benefitPool,
  }),
};
