import { EVIDENCE_KINDS, FREQUENCIES, PLAN_VERSION_KINDS } from '@hoest/benefits';
import * as z from 'zod';
import { decimal, id, instant, isoDate, line, minor, prose, version } from '../fields';

/** Status of a measured benefit against its plan (F18); `unknown` = something was due and is not measured. */
export const BENEFIT_STATUSES = ['on_track', 'watch', 'deviation', 'unknown', 'not_due', 'no_plan'] as const;

export const baseline = z.object({
  id,
  value: decimal.nullable(),
  measuredOn: isoDate.nullable(),
  plannedOn: isoDate.nullable(),
  evidenceKind: z.enum(EVIDENCE_KINDS).nullable(),
  comment: z.string().nullable(),
  recordedAt: instant,
  recordedByName: z.string().nullable(),
});

export const measurement = z
  .object({
    id,
    measureId: id,
    obligationId: id.nullable(),
    date: isoDate,
    value: decimal,
    volume: decimal.nullable(),
    evidenceKind: z.enum(EVIDENCE_KINDS),
    comment: z.string().nullable(),
    supersedesId: id.nullable(),
    /** Whether no later entry replaces it. */
    current: z.boolean(),
    recordedAt: instant,
    recordedByName: z.string().nullable(),
  })
  .meta({ id: 'Measurement' });
export type Measurement = z.output<typeof measurement>;

export const obligation = z
  .object({
    id,
    measureId: id,
    periodStart: isoDate,
    periodEnd: isoDate,
    dueOn: isoDate,
    graceUntil: isoDate,
    /** `late` = due but within grace; `missing` = grace is over without a measurement. */
    status: z.enum(['not_due', 'due', 'late', 'missing', 'met', 'met_late', 'waived']),
    measurementId: id.nullable(),
  })
  .meta({ id: 'Obligation' });

export const measure = z
  .object({
    id,
    benefitId: id,
    position: z.number().int(),
    name: z.string(),
    unit: z.string(),
    direction: z.enum(['up', 'down']),
    method: z.string().nullable(),
    source: z.string().nullable(),
    frequency: z.enum(FREQUENCIES),
    firstDue: isoDate.nullable(),
    trackUntil: isoDate.nullable(),
    interpolation: z.enum(['linear', 'step']),
    moneyBasis: z.enum(['amount', 'unit_saving', 'achievement']),
    unitBefore: decimal.nullable(),
    rateMinor: minor.nullable(),
    /** Every baseline ever recorded, latest first; the first is in force. */
    baselines: z.array(baseline),
    targetPoints: z.array(z.object({ dueOn: isoDate, value: decimal })),
    /** The path measured against: frozen plan, else approved, else the draft; null without points. */
    plan: z
      .object({
        kind: z.enum([...PLAN_VERSION_KINDS, 'draft']),
        baselineValue: decimal.nullable(),
        points: z.array(z.object({ dueOn: isoDate, value: decimal })),
      })
      .nullable(),
    /** The measure against the latest re-baselined plan, beside the headline; null without one. */
    rebaselined: z
      .object({
        number: z.number().int(),
        decidedOn: isoDate,
        points: z.array(z.object({ dueOn: isoDate, value: decimal })),
        achievement: decimal.nullable(),
        plannedShare: decimal.nullable(),
        status: z.enum(BENEFIT_STATUSES),
      })
      .nullable(),
    measurements: z.array(measurement),
    obligations: z.array(obligation),
    /** Latest achievement (F9) against the final target; null when it cannot be computed. */
    achievement: decimal.nullable(),
    plannedShare: decimal.nullable(),
    status: z.enum(BENEFIT_STATUSES),
    version,
  })
  .meta({ id: 'Measure' });
export type Measure = z.output<typeof measure>;

export const measureFields = z.strictObject({
  name: line(200),
  unit: line(60),
  direction: z.enum(['up', 'down']),
  method: prose(2000),
  source: prose(2000),
  frequency: z.enum(FREQUENCIES),
  firstDue: isoDate.nullable(),
  trackUntil: isoDate.nullable(),
  interpolation: z.enum(['linear', 'step']),
  moneyBasis: z.enum(['amount', 'unit_saving', 'achievement']),
  unitBefore: decimal.nullable(),
  rateMinor: minor.nullable(),
});

export const targetPoints = z.array(z.strictObject({ dueOn: isoDate, value: decimal })).max(120);

export const baselineBody = z.strictObject({
  value: decimal.nullable().optional(),
  measuredOn: isoDate.nullable().optional(),
  plannedOn: isoDate.nullable().optional(),
  evidenceKind: z.enum(EVIDENCE_KINDS).nullable().optional(),
  comment: prose(2000).optional(),
});
