import { BENEFIT_CLASSES, ESTIMATE_BASES } from '@hoest/benefits';
import * as z from 'zod';
import { currency, decimal, id, isoDate, minor, signedMinor, yearNumber } from '../fields';
import { defineRoute } from '../route';

/**
 * Where a correction comes from: `default` = fewer than ten closed benefits, by what the estimate rests on; `own` = the
 * organisation's own mean; `shrunk` = the group's own ratio, drawn towards that mean the more the fewer cases it has.
 */
export const CORRECTION_REASONS = ['default', 'own', 'shrunk'] as const;

const record = z.object({
  /** Closed benefits counted. */
  cases: z.number().int(),
  plannedMinor: minor,
  realisedMinor: signedMinor,
  /** F20, 0–1; null without cases. */
  accuracy: decimal.nullable(),
  /** F20 with sign: −0.24 = 24 % less came than was promised; null without cases. */
  bias: decimal.nullable(),
  /** What came of each promised krone, 1 + bias; null without cases. */
  ratio: decimal.nullable(),
});

const corrected = {
  /** What promises of this kind are multiplied by; null where the correction depends on something else or is not known. */
  factorUsed: decimal.nullable(),
  reason: z.enum(CORRECTION_REASONS),
  /** How far the group's own ratio is believed, 0–1; null unless shrunk. */
  credibility: decimal.nullable(),
};

export const trackRecordRow = record
  .extend({
    by: z.enum(['class', 'unit', 'basis']),
    /** Class or basis as the benefit names it, or id of the administration; null = no basis stated. */
    key: z.string().nullable(),
    /** Name of the administration; null for classes and bases, whose words the reader knows. */
    name: z.string().nullable(),
    ...corrected,
  })
  .meta({ id: 'TrackRecordRow' });
export type TrackRecordRow = z.output<typeof trackRecordRow>;

export const trackRecordAnswer = z
  .object({
    asOf: isoDate,
    currency,
    /** From how many closed benefits on the organisation's own experience replaces the defaults. */
    ownFrom: z.number().int(),
    /** Closed benefits of the scope that are no case because the price index lacks a year, and the years; ascending. */
    unpriced: z.object({ cases: z.number().int(), years: z.array(yearNumber) }),
    /** The whole organisation. */
    organisation: record,
    /** The chosen unit with all below it; the same as `organisation` when none is chosen. */
    scope: record,
    /** Classes with cases in the scope, administrations with cases, and every basis; most money first, bases from the firmest on. */
    rows: z.array(trackRecordRow),
  })
  .meta({ id: 'TrackRecord' });
export type TrackRecordAnswer = z.output<typeof trackRecordAnswer>;

export const correctedExpectation = z
  .object({
    benefitId: id,
    currency,
    class: z.enum(BENEFIT_CLASSES),
    estimateBasis: z.enum(ESTIMATE_BASES).nullable(),
    /** Full-year value by the plan in force; null when the benefit has none, or is a disbenefit. */
    promisedMinor: minor.nullable(),
    /** Promised times factor, whole minor units; null when either is not known. */
    correctedMinor: signedMinor.nullable(),
    factor: decimal.nullable(),
    /** Null when the correction is not known: too few closed benefits, and no basis stated. */
    reason: z.enum(CORRECTION_REASONS).nullable(),
    credibility: decimal.nullable(),
    /** Closed benefits of the same class in the organisation, and what came of each krone they promised. */
    classCases: z.number().int(),
    classRatio: decimal.nullable(),
    organisationCases: z.number().int(),
    organisationRatio: decimal.nullable(),
  })
  .meta({ id: 'CorrectedExpectation' });
export type CorrectedExpectation = z.output<typeof correctedExpectation>;

export const trackRecordRoutes = {
  readTrackRecord: defineRoute({
    id: 'readTrackRecord',
    method: 'GET',
    path: '/finance/track-record',
    area: 'finance',
    permission: 'portfolio.read',
    summary: 'How well promises were kept, by class, administration and estimate basis, and how new ones are corrected',
    query: z.strictObject({
      /** Only benefits of this unit and those below it; the correction still leans on the whole organisation. */
      unitId: id.optional(),
      /** Day whose closed benefits count; default today. */
      asOf: isoDate.optional(),
    }),
    response: trackRecordAnswer,
  }),
  readCorrectedExpectation: defineRoute({
    id: 'readCorrectedExpectation',
    method: 'GET',
    path: '/benefits/:id/corrected-expectation',
    area: 'finance',
    permission: 'portfolio.read',
    summary: 'What a benefit promises a year, as promised and as corrected by experience, with the reason',
    params: z.strictObject({ id }),
    response: correctedExpectation,
  }),
};
