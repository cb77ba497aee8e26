import {
  planChanges,
  planInForce,
  type MeasurementFacts,
  type PlanFacts,
  type PlanTerm,
  type PlanVersionKind,
  rebaselinedPlan,
} from '@hoest/benefits';
import type { BenefitRecord, MeasureRecord, PlanVersionRecord, PointRecord } from './benefit-record';

/** The path a measure is held against: the plan in force, or the draft while nothing is approved. */
export interface MeasurePlan {
  kind: PlanVersionKind | 'draft';
  facts: PlanFacts & { points: readonly PointRecord[]; baselineValue: string | null };
}

/** Measurements as the rules take them. */
export function measurementFacts(measure: MeasureRecord): MeasurementFacts[] {
  return measure.measurements.map(({ date, ...rest }) => ({ ...rest, measuredOn: date }));
}

const minorOrNull = (text: string | null) => (text === null ? null : BigInt(text));

/** A stored version as the rules take it for one measure; null when the version does not know the measure. */
function versionFacts(version: PlanVersionRecord, measure: MeasureRecord): MeasurePlan['facts'] | null {
  const planned = version.measures.find(({ measureId }) => measureId === measure.id);
  if (!planned) return null;
  return {
    fullYearValueMinor: minorOrNull(version.fullYearValueMinor),
    attribution: version.attribution,
    startsOn: version.startsOn,
    endsOn: version.endsOn,
    baselineValue: planned.baselineValue ?? measure.baselines.find(({ value }) => value !== null)?.value ?? null,
    points: planned.points,
    interpolation: planned.interpolation,
  };
}

/**
 * Plan of one measure on a day; null when there are no target points. A plan that was approved before the baseline was
 * measured takes the baseline recorded since: approving a plan does not wait for the measurement.
 */
export function measurePlan(benefit: BenefitRecord, measure: MeasureRecord, asOf: string): MeasurePlan | null {
  const recorded = measure.baselines.find(({ value }) => value !== null)?.value ?? null;
  const versions = benefit.planVersions.map((version) => ({ ...version, kind: version.kind as PlanVersionKind }));
  const version = planInForce(versions, asOf);
  const facts = version && versionFacts(version, measure);
  if (facts) return { kind: version.kind, facts };
  if (measure.targetPoints.length === 0) return null;
  return {
    kind: 'draft',
    facts: {
      fullYearValueMinor: minorOrNull(benefit.fullYearValueMinor),
      attribution: benefit.attribution,
      startsOn: benefit.startsOn,
      endsOn: benefit.endsOn,
      baselineValue: recorded,
      points: measure.targetPoints,
      interpolation: measure.interpolation,
    },
  };
}

/** Path of the latest re-baselined version for a measure; null without one. */
export function rebaselinedMeasurePlan(benefit: BenefitRecord, measure: MeasureRecord, asOf: string) {
  const versions = benefit.planVersions.map((version) => ({ ...version, kind: version.kind as PlanVersionKind }));
  const version = rebaselinedPlan(versions, asOf);
  const facts = version && versionFacts(version, measure);
  return facts ? { number: version.number, decidedOn: version.decidedOn, facts } : null;
}

/**
 * What the draft says otherwise than the plan approved last, so that it must be approved again before it counts. Empty too
 * where nothing is approved yet and once the plan is frozen: from then on there is no draft, only a decision.
 */
export function changedSinceApproval(benefit: BenefitRecord): PlanTerm[] {
  if (benefit.planVersions.some(({ kind }) => kind === 'frozen_at_go_live')) return [];
  const approved = benefit.planVersions.findLast(({ kind }) => kind === 'approved');
  if (!approved) return [];
  return planChanges(approved, {
    ...benefit,
    measures: benefit.measures.map((measure) => ({
      measureId: measure.id,
      baselineValue: measure.baselines.find(({ value }) => value !== null)?.value ?? null,
      interpolation: measure.interpolation,
      points: measure.targetPoints,
    })),
  });
}
