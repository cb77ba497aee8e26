import { planChanges, planInForce, type PlanFacts, type PlanTerm, type PlanVersionKind } from '@hoest/benefits';
import type { BenefitRecord, MeasureRecord, PointRecord } from '@hoest/persistence';

/** The path a measure is held against: the plan in force, or the draft while nothing is approved. */
export interface MeasurePlan {
  kind: PlanVersionKind | 'draft';
  facts: PlanFacts & { points: readonly PointRecord[]; baselineValue: string | null };
}

const minorOrNull = (text: string | null) => (text === null ? null : BigInt(text));

/**
 * Plan of one measure on a day; null when there are no target points. A plan that was approved before the baseline was
 * measured takes the baseline recorded since: approving a plan does not wait for the measurement.
 */
export function measurePlan(benefit: BenefitRecord, measure: MeasureRecord, asOf: string): MeasurePlan | null {
  const recorded = measure.baselines.find(({ value }) => value !== null)?.value ?? null;
  const versions = benefit.planVersions.map((version) => ({ ...version, kind: version.kind as PlanVersionKind }));
  const version = planInForce(versions, asOf);
  const planned = version?.measures.find(({ measureId }) => measureId === measure.id);
  if (version && planned) {
    return {
      kind: version.kind,
      facts: {
        fullYearValueMinor: minorOrNull(version.fullYearValueMinor),
        attribution: version.attribution,
        startsOn: version.startsOn,
        endsOn: version.endsOn,
        baselineValue: planned.baselineValue ?? recorded,
        points: planned.points,
        interpolation: planned.interpolation,
      },
    };
  }
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
