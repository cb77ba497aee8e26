import { addDays, type CalendarDate, earlierDate, laterDate } from '@hoest/quantities';
import { type BenefitState, DEFAULT_CONFIDENCE, firstRealised, isApproved, stateByMeasurement } from '@hoest/benefits';
import type { BenefitSpec, InitiativeSpec } from '../specs';
import { gainOf, measurementFacts } from './gain-money';
import { type InitiativeTimeline, startOf } from './initiative-timeline';
import { addMeasure, type BuiltMeasure } from './measure-rows';
import { addRole } from './organisation-rows';
import { addPlanVersions } from './plan-rows';
import { officeHour } from './story-calendar';
import { CURRENCY, minorOf, personId, type StoryContext } from './story-context';

/** Who is behind one benefit, and since when. */
export interface BenefitStory {
  id: string;
  spec: BenefitSpec;
  initiative: InitiativeSpec;
  timeline: InitiativeTimeline;
  createdOn: CalendarDate;
  /** Null = not approved. */
  approvedOn: CalendarDate | null;
  owner: string | null;
  measurer: string | null;
}

/** One benefit with measures, plan versions, obligations and measurements; its state follows from them. */
export function addBenefit(
  story: StoryContext,
  initiative: InitiativeSpec,
  timeline: InitiativeTimeline,
  spec: BenefitSpec,
  position: number,
): void {
  const benefit = benefitStory(story, initiative, timeline, spec, position);
  const measures = (spec.measures ?? []).map((measure, index) => addMeasure(story, benefit, measure, index));
  addPlanVersions(story, benefit, measures);
  const { state, firstRealisedOn } = stateOf(story, benefit, measures);
  addBenefitRow(story, benefit, state, firstRealisedOn);
  const gain = gainOf(benefit, measures);
  if (gain) story.gains.push(gain);
  const from = benefit.createdOn;
  addRole(story, { person: benefit.owner, kind: 'benefit', objectId: benefit.id, role: 'benefit_owner', from });
  addRole(story, { person: benefit.measurer, kind: 'benefit', objectId: benefit.id, role: 'measurer', from });
}

function benefitStory(
  story: StoryContext,
  initiative: InitiativeSpec,
  timeline: InitiativeTimeline,
  spec: BenefitSpec,
  position: number,
): BenefitStory {
  const random = story.random.of(`benefit/${initiative.key}/${spec.title}`);
  const since = startOf(timeline, 'analysis') ?? timeline.registeredOn;
  const createdOn = earlierDate(addDays(since, random.whole(5, 40)), story.calendar.today);
  return {
    id: story.ids.of('benefit', `${initiative.key}/${position}`, createdOn),
    spec,
    initiative,
    timeline,
    createdOn,
    approvedOn: isApproved(spec.state ?? plannedState(spec, timeline)) ? approvalDay(story, timeline, createdOn) : null,
    owner: spec.owner === undefined ? initiative.owner : spec.owner,
    measurer: spec.measurer ?? initiative.manager,
  };
}

/** Benefits are approved before the work begins: G4 asks for it. */
function approvalDay(story: StoryContext, timeline: InitiativeTimeline, createdOn: CalendarDate): CalendarDate {
  const executing = startOf(timeline, 'executing');
  const approved = startOf(timeline, 'approved') ?? createdOn;
  const day = executing ? addDays(executing, -9) : addDays(approved, 12);
  return earlierDate(laterDate(day, laterDate(approved, createdOn)), story.calendar.today);
}

/** The state the phase alone would give it: from approval on the benefits with a measure are approved with it. */
function plannedState(spec: BenefitSpec, timeline: InitiativeTimeline): BenefitState {
  if (timeline.goLiveActual) return 'in_realisation';
  const hasMeasure = (spec.measures ?? []).length > 0;
  if (!hasMeasure) return 'identified';
  if (startOf(timeline, 'approved')) return 'approved';
  return startOf(timeline, 'proposed') ? 'profiled' : 'identified';
}

function stateOf(
  story: StoryContext,
  benefit: BenefitStory,
  measures: readonly BuiltMeasure[],
): { state: BenefitState; firstRealisedOn: CalendarDate | null } {
  const told = benefit.spec.state;
  if (told) return { state: told, firstRealisedOn: null };
  const planned = plannedState(benefit.spec, benefit.timeline);
  const lead = measures[0];
  if (!lead || !benefit.timeline.goLiveActual) return { state: planned, firstRealisedOn: null };
  const { today } = story.calendar;
  const facts = {
    plan: { baselineValue: lead.baselineInPlan, points: lead.points },
    measurements: measurementFacts(lead.measurements),
  };
  return { state: stateByMeasurement(planned, facts, today), firstRealisedOn: firstRealised(facts, today)?.on ?? null };
}

function addBenefitRow(
  story: StoryContext,
  benefit: BenefitStory,
  state: BenefitState,
  firstRealisedOn: CalendarDate | null,
): void {
  const { ids, calendar, rows, priceYear } = story;
  const { spec, initiative, timeline, createdOn, approvedOn } = benefit;
  const random = story.random.of(`confirmed/${initiative.key}/${spec.title}`);
  const isLive = timeline.goLiveActual !== null && approvedOn !== null;
  const value = spec.value === undefined ? null : minorOf(spec.value);
  const tested = state !== 'identified';
  const confirmedOn = isLive
    ? laterDate(timeline.goLiveActual ?? createdOn, calendar.daysFromToday(-random.whole(10, 330)))
    : approvedOn;
  const stateSince = firstRealisedOn ?? timeline.goLiveActual ?? approvedOn ?? createdOn;
  const isEstimated = value !== null && tested;
  rows.benefit.push({
    id: benefit.id,
    version: 1 + (approvedOn ? 1 : 0) + (isLive ? 1 : 0),
    created_at: officeHour(createdOn, random.whole(0, 400)),
    updated_at: officeHour(confirmedOn ?? createdOn, random.whole(0, 400)),
    initiative_id: ids.find('initiative', initiative.key),
    title: spec.title,
    description: spec.note ?? null,
    state,
    state_since: state === 'rejected' && timeline.endedOn ? timeline.endedOn : stateSince,
    state_reason: spec.reason ?? null,
    class: spec.class,
    beneficiary: spec.for ?? 'own_org',
    polarity: spec.disbenefit ? -1 : 1,
    monetised: value !== null,
    full_year_value_minor: value,
    currency: CURRENCY,
    price_year: value === null ? null : priceYear,
    starts_on: timeline.goLiveActual ?? timeline.goLiveFirstPlanned,
    ends_on: null,
    owner_id: personId(story, benefit.owner),
    owner_unit_id: ownerUnit(story, benefit.owner) ?? ids.find('unit', initiative.unit),
    measurer_id: personId(story, benefit.measurer),
    goal_id: goalId(story, benefit),
    attribution: (spec.attribution ?? 1).toFixed(4),
    attribution_note: spec.attributionNote ?? null,
    pool_id: spec.pool ? ids.find('benefit_pool', spec.pool) : null,
    estimate_basis: spec.basis ?? null,
    confidence: spec.basis ? DEFAULT_CONFIDENCE[spec.basis] : null,
    estimate_low_minor: isEstimated ? (value * 7n) / 10n : null,
    estimate_likely_minor: isEstimated ? value : null,
    estimate_high_minor: isEstimated ? (value * 12n) / 10n : null,
    test_description: tested ? true : null,
    test_observation: tested ? true : null,
    test_attribution: approvedOn ? true : null,
    test_measurement: approvedOn ? true : null,
    calculation: spec.calculation ? JSON.stringify(spec.calculation) : null,
    approved_on: approvedOn,
    frozen_on: isLive ? timeline.goLiveActual : null,
    first_realised_on: firstRealisedOn,
    confirmed_on: confirmedOn,
    account: spec.books?.[0] ?? null,
    cost_centre: spec.books?.[1] ?? null,
    scope_reduction: spec.scopeReduction ?? false,
    hours_used_for: spec.hoursUsedFor ?? null,
  });
}

function goalId({ ids }: StoryContext, { spec, initiative }: BenefitStory): string | null {
  const goal = spec.goal === undefined ? initiative.goal : spec.goal;
  return goal ? ids.find('goal', goal) : null;
}

function ownerUnit({ spec, ids }: StoryContext, owner: string | null): string | null {
  const unit = spec.people.find(({ key }) => key === owner)?.unit;
  return unit ? ids.find('unit', unit) : null;
}
