import { addMonths, type CalendarDate } from '@hoest/quantities';
import type { PlanVersionKind } from '@hoest/benefits';
import type { BenefitStory } from './benefit-rows';
import { addDecision } from './decision-rows';
import type { BuiltMeasure } from './measure-rows';
import { officeHour } from './story-calendar';
import { minorOf, personId, type StoryContext } from './story-context';

interface VersionFacts {
  kind: PlanVersionKind;
  on: CalendarDate;
  /** Months the path lay earlier when this version was made. */
  earlierByMonths: number;
  value: number | undefined;
  startsOn: CalendarDate | null;
  decisionId: string | null;
  reason: string | null;
}

/** The plan as it was approved, as it was frozen at go-live, and as it was re-baselined later: versions never change. */
export function addPlanVersions(story: StoryContext, benefit: BenefitStory, measures: readonly BuiltMeasure[]): void {
  const { spec, initiative, timeline, approvedOn } = benefit;
  if (!approvedOn) return;
  const { goLiveActual, goLiveFirstPlanned } = timeline;
  const plan = { value: spec.value, decisionId: null, reason: null };
  addVersion(story, benefit, measures, 1, {
    ...plan,
    kind: 'approved',
    on: approvedOn,
    earlierByMonths: goLiveActual ? (initiative.slip ?? 0) : 0,
    startsOn: goLiveFirstPlanned,
  });
  if (!goLiveActual) return;
  addVersion(story, benefit, measures, 2, {
    ...plan,
    kind: 'frozen_at_go_live',
    on: goLiveActual,
    earlierByMonths: 0,
    startsOn: goLiveActual,
  });
  if (!spec.rebaselined) return;
  const [month, value, reason] = spec.rebaselined;
  const on = story.calendar.dayOf(month, 14);
  const decisionId = addDecision(story, initiative, {
    key: `rebaselined/${spec.title}`,
    kind: 'benefit_plan',
    body: 'Porteføljestyregruppen',
    decider: benefit.owner,
    mandateOk: true,
    decidedOn: on,
    outcome: 'approve',
    rationale: reason,
    political: false,
    executedOn: on,
    conditions: [],
  });
  addVersion(story, benefit, measures, 3, {
    kind: 'rebaselined',
    on,
    earlierByMonths: 0,
    value,
    startsOn: goLiveActual,
    decisionId,
    reason,
  });
}

function addVersion(
  story: StoryContext,
  benefit: BenefitStory,
  measures: readonly BuiltMeasure[],
  number: number,
  version: VersionFacts,
): void {
  const { ids, rows } = story;
  const id = ids.of('plan_version', `${benefit.id}/${number}`, version.on);
  rows.plan_version.push({
    id,
    benefit_id: benefit.id,
    number,
    kind: version.kind,
    decided_on: version.on,
    decision_id: version.decisionId,
    reason: version.reason,
    full_year_value_minor: version.value === undefined ? null : minorOf(version.value),
    attribution: (benefit.spec.attribution ?? 1).toFixed(4),
    starts_on: version.startsOn,
    ends_on: null,
    recorded_at: officeHour(version.on, 330),
    recorded_by: personId(story, benefit.owner),
  });
  for (const measure of measures) {
    rows.plan_measure.push({
      plan_version_id: id,
      measure_id: measure.id,
      baseline_value: measure.baselineInPlan,
      baseline_on: measure.baselineOn,
      baseline_evidence_kind: measure.baselineEvidence,
      interpolation: measure.interpolation,
    });
    for (const point of measure.points) {
      const dueOn = addMonths(point.dueOn, -version.earlierByMonths);
      rows.plan_point.push({ plan_version_id: id, measure_id: measure.id, due_on: dueOn, value: point.value });
    }
  }
}
