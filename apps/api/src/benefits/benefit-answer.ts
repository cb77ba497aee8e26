import {
  type BenefitState,
  benefitTransitionsFrom,
  finalTarget,
  leadMeasure,
  measureStanding,
  missingForProfile,
  obligationStatus,
} from '@hoest/benefits';
import { may } from '@hoest/organisation';
import {
  type BenefitRecord,
  type Caller,
  changedSinceApproval,
  measurementFacts,
  measurePlan,
  type MeasureRecord,
  rebaselinedMeasurePlan,
} from '@hoest/persistence';
import { accessTo } from './benefit-access';
import { profileFacts } from './benefit-facts';
import { movedPlan } from './moved-plan';
import { decidesState } from './decides-state';

/** Decimals of a ratio in an answer: enough for every display, short enough for the contract's decimal. */
const RATIO_DECIMALS = 6;

function standingOf(benefit: BenefitRecord, measure: MeasureRecord, asOf: string) {
  const plan = measurePlan(benefit, measure, asOf);
  const standing = measureStanding(
    { plan: plan?.facts ?? null, obligations: measure.obligations, measurements: measurementFacts(measure) },
    asOf,
  );
  return { plan, standing };
}

/** The obligations of a measure with where each stands on the day. */
export function obligationAnswers(measure: MeasureRecord, asOf: string) {
  return measure.obligations.map((obligation) => {
    const answers = measure.measurements.filter(
      ({ obligationId, date }) => obligationId === obligation.id && date <= asOf,
    );
    const answer = answers.findLast(({ current }) => current) ?? null;
    // A correction does not make an answer late: what counts is when the first value came in.
    const answeredOn = answer
      ? answers.reduce((first, { recordedAt }) => (recordedAt < first ? recordedAt : first), answer.recordedAt)
      : null;
    return {
      ...obligation,
      status: obligationStatus(obligation, answeredOn?.slice(0, 10) ?? null, asOf),
      measurementId: answer?.id ?? null,
    };
  });
}

/** A benefit as lists show it; figures are those of its first measure. */
export function benefitSummary(benefit: BenefitRecord, asOf: string) {
  const lead = leadMeasure(benefit.measures);
  const { plan, standing } = lead
    ? standingOf(benefit, lead, asOf)
    : { plan: null, standing: { status: 'no_plan' as const, achievement: null, measuredOn: null } };
  const latest = lead?.measurements.findLast(({ current, date }) => current && date <= asOf) ?? null;
  return {
    ...benefit,
    measureName: lead?.name ?? null,
    measureUnit: lead?.unit ?? null,
    baselineValue: plan?.facts.baselineValue ?? lead?.baselines.find(({ value }) => value !== null)?.value ?? null,
    targetValue: plan ? (finalTarget(plan.facts.points)?.value.toString() ?? null) : null,
    latestValue: latest?.value ?? null,
    latestOn: latest?.date ?? null,
    achievement: standing.achievement?.toFixed(RATIO_DECIMALS) ?? null,
    status: standing.status,
    goLiveMovedDays: movedPlan(benefit)?.totalDays ?? null,
    overdueCount: benefit.measures
      .flatMap((measure) => obligationAnswers(measure, asOf))
      .filter(({ status }) => status === 'late' || status === 'missing').length,
  };
}

/** Where a measure stands against the re-baselined plan; shown beside the headline, never instead of it. */
function rebaselinedStanding(benefit: BenefitRecord, measure: MeasureRecord, asOf: string) {
  const plan = rebaselinedMeasurePlan(benefit, measure, asOf);
  if (!plan) return null;
  const facts = { plan: plan.facts, obligations: measure.obligations, measurements: measurementFacts(measure) };
  const standing = measureStanding(facts, asOf);
  return {
    number: plan.number,
    decidedOn: plan.decidedOn,
    points: [...plan.facts.points],
    achievement: standing.achievement?.toFixed(RATIO_DECIMALS) ?? null,
    plannedShare: standing.plannedShare?.toFixed(RATIO_DECIMALS) ?? null,
    status: standing.status,
  };
}

function measureAnswer(benefit: BenefitRecord, measure: MeasureRecord, asOf: string) {
  const { plan, standing } = standingOf(benefit, measure, asOf);
  return {
    ...measure,
    rebaselined: rebaselinedStanding(benefit, measure, asOf),
    plan: plan ? { kind: plan.kind, baselineValue: plan.facts.baselineValue, points: [...plan.facts.points] } : null,
    obligations: obligationAnswers(measure, asOf),
    achievement: standing.achievement?.toFixed(RATIO_DECIMALS) ?? null,
    plannedShare: standing.plannedShare?.toFixed(RATIO_DECIMALS) ?? null,
    status: standing.status,
  };
}

/** A benefit as its page shows it, and what the caller may do with it. */
export function benefitAnswer(benefit: BenefitRecord, asOf: string, caller: Caller) {
  const object = accessTo(benefit);
  const mayEdit = may(caller, 'benefit.edit', object);
  const mayApprove = may(caller, 'benefit.approve', object);
  const planChanges = changedSinceApproval(benefit);
  const moved = movedPlan(benefit);
  return {
    ...benefitSummary(benefit, asOf),
    planChanges,
    movedPlan: moved,
    measures: benefit.measures.map((measure) => measureAnswer(benefit, measure, asOf)),
    missingForProfile: missingForProfile(profileFacts(benefit)),
    allowedTransitions: benefitTransitionsFrom(benefit.state as BenefitState)
      .filter(
        ({ requires }) => !requires.includes('plan_changed') || planChanges.length > 0 || !benefit.planVersions.length,
      )
      .map(({ to }) => to)
      .filter((to) => (decidesState(to) ? mayApprove : mayEdit)),
    mayEdit,
    mayApprove,
  };
}
