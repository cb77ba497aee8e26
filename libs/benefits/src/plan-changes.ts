import { type CalendarDate, Decimal, type DecimalValue, type Label } from '@hoest/quantities';
import type { TargetPoint } from './target-path';
import type { Interpolation } from './value-lists';

/** What a plan version holds, in the order changes of it are named. */
export const PLAN_TERMS = ['fullYearValue', 'attribution', 'startsOn', 'endsOn', 'baseline', 'path'] as const;
export type PlanTerm = (typeof PLAN_TERMS)[number];

export const PLAN_TERM_LABELS: Record<PlanTerm, Label> = {
  fullYearValue: { da: 'helårsværdi', en: 'full-year value' },
  attribution: { da: 'tilskrivning', en: 'attribution' },
  startsOn: { da: 'effektens begyndelse', en: 'start of the effect' },
  endsOn: { da: 'effektens slutning', en: 'end of the effect' },
  baseline: { da: 'nulpunkt', en: 'baseline' },
  path: { da: 'målkurve', en: 'target path' },
};

/** A plan as an approval stores it: the draft, or a version. */
export interface PlanTerms {
  /** Minor units; null = no money is promised. */
  fullYearValueMinor: DecimalValue | null;
  attribution: DecimalValue;
  startsOn: CalendarDate | null;
  endsOn: CalendarDate | null;
  measures: readonly {
    measureId: string;
    /** Null = not measured when the plan was made. */
    baselineValue: DecimalValue | null;
    interpolation: Interpolation;
    points: readonly TargetPoint[];
  }[];
}

const sameNumber = (a: DecimalValue | null, b: DecimalValue | null) =>
  a === null || b === null ? a === b : new Decimal(a).equals(b);

/** Whether two paths have the same values on the same days; order does not matter. */
export function isSamePath(a: readonly TargetPoint[], b: readonly TargetPoint[]): boolean {
  return (
    a.length === b.length &&
    a.every((point) => b.some(({ dueOn, value }) => dueOn === point.dueOn && sameNumber(value, point.value)))
  );
}

/**
 * What the draft says otherwise than the approved plan, so that it must be approved again before it counts; empty = the draft
 * is the plan. A baseline measured since the approval is no change where the plan had none: plans are approved before it is
 * there, and take it when it comes. A measure added since is a change of the path once it has target points.
 */
export function planChanges(approved: PlanTerms, draft: PlanTerms): PlanTerm[] {
  const former = new Map(approved.measures.map((measure) => [measure.measureId, measure]));
  const changed: Record<PlanTerm, boolean> = {
    fullYearValue: !sameNumber(approved.fullYearValueMinor, draft.fullYearValueMinor),
    attribution: !sameNumber(approved.attribution, draft.attribution),
    startsOn: approved.startsOn !== draft.startsOn,
    endsOn: approved.endsOn !== draft.endsOn,
    baseline: draft.measures.some(({ measureId, baselineValue }) => {
      const before = former.get(measureId)?.baselineValue ?? null;
      return before !== null && !sameNumber(before, baselineValue);
    }),
    path: draft.measures.some(({ measureId, points, interpolation }) => {
      const before = former.get(measureId);
      if (!before) return points.length > 0;
      return !isSamePath(before.points, points) || (points.length > 0 && before.interpolation !== interpolation);
    }),
  };
  return PLAN_TERMS.filter((term) => changed[term]);
}
