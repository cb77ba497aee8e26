import { addDays, type CalendarDate } from '@hoest/quantities';
import type { InitiativeSpec } from '../specs';
import { addAdoption } from './adoption-rows';
import { addCosts, plannedTotalMinor } from './cost-rows';
import { addGates } from './gate-rows';
import { answerOf } from './initiative-answers';
import { addPhasePlan, type InitiativeTimeline, lastDay, timelineOf } from './initiative-timeline';
import { addRole } from './organisation-rows';
import { addStatusConfirmations } from './status-rows';
import { officeHour } from './story-calendar';
import { CURRENCY, personId, type StoryContext } from './story-context';

/** The initiative with everything it owns except its benefits. */
export function addInitiative(story: StoryContext, spec: InitiativeSpec, code: string): InitiativeTimeline {
  const timeline = timelineOf(story, spec);
  const { ids, rows } = story;
  const id = ids.of('initiative', spec.key, timeline.registeredOn);
  addInitiativeRow(story, spec, timeline, code);
  addAffectedUnits(story, spec);
  for (const goal of spec.alsoGoals ?? []) {
    rows.initiative_secondary_goal.push({ initiative_id: id, goal_id: ids.find('goal', goal) });
  }
  addPhasePlan(story, spec, timeline);
  addCosts(story, spec, timeline);
  addStatusConfirmations(story, spec, timeline);
  addGates(story, spec, timeline);
  addAdoption(story, spec, timeline);
  const from = timeline.registeredOn;
  addRole(story, { person: spec.owner, kind: 'initiative', objectId: id, role: 'project_owner', from });
  addRole(story, { person: spec.manager, kind: 'initiative', objectId: id, role: 'project_manager', from });
  addRole(story, { person: spec.steeringChair, kind: 'initiative', objectId: id, role: 'steering_chair', from });
  addRole(story, { person: spec.changeLead, kind: 'initiative', objectId: id, role: 'change_lead', from });
  return timeline;
}

function addInitiativeRow(story: StoryContext, spec: InitiativeSpec, timeline: InitiativeTimeline, code: string): void {
  const { ids, rows, calendar } = story;
  const analysis = timeline.started.find(({ phase }) => phase === 'analysis')?.on ?? null;
  const confirmedOn = spec.status ? calendar.daysFromToday(-spec.status[1]) : null;
  const costMinor = plannedTotalMinor(spec);
  rows.initiative.push({
    id: ids.find('initiative', spec.key),
    version: timeline.started.length,
    created_at: officeHour(timeline.registeredOn, story.random.of(`hour/${spec.key}`).whole(0, 500)),
    updated_at: officeHour(
      latest(confirmedOn, timeline.phaseSince),
      story.random.of(`changed/${spec.key}`).whole(0, 300),
    ),
    code,
    title: spec.title,
    problem: spec.problem,
    description: null,
    expected_gain: spec.gain,
    rough_cost_minor: costMinor,
    currency: CURRENCY,
    kind: spec.kind ?? 'project',
    phase: spec.phase,
    phase_before_hold: timeline.phaseBeforeHold,
    phase_since: timeline.phaseSince,
    mandatory: spec.law !== undefined,
    legal_ref: spec.law ?? null,
    joint_with: spec.jointWith ?? [],
    unit_id: ids.find('unit', spec.unit),
    affected_staff: spec.staff ?? null,
    size_class: spec.size ?? null,
    project_model: timeline.started.length > 2 ? 'Åben projektmodel' : null,
    start_planned: analysis && addDays(analysis, -10),
    start_actual: analysis,
    go_live_first_planned: timeline.goLiveFirstPlanned,
    go_live_planned: timeline.goLivePlanned,
    go_live_actual: timeline.goLiveActual,
    closed_on: spec.phase === 'closed' ? timeline.endedOn : null,
    primary_goal_id: spec.goal ? ids.find('goal', spec.goal) : null,
    owner_id: personId(story, spec.owner),
    manager_id: personId(story, spec.manager),
    changes_citizen_service: answerOf(spec, 'service'),
    citizen_facing: answerOf(spec, 'citizens'),
    has_it_delivery: answerOf(spec, 'it'),
    process_change_expected: answerOf(spec, 'process'),
    replaces_old_way: answerOf(spec, 'old_way'),
    dependencies_answered: answerOf(spec, 'dependencies'),
    benefit_exempt: spec.exempt !== undefined,
    benefit_exempt_reason: spec.exempt ?? null,
    status_rag: spec.status?.[0] ?? null,
    status_note: spec.status?.[2] ?? null,
    status_confirmed_on: confirmedOn,
    status_confirmed_by: spec.status ? personId(story, spec.manager ?? spec.owner) : null,
    category: spec.category ?? null,
  });
  if (lastDay(story, timeline) < timeline.registeredOn) throw new Error(`"${spec.key}" ends before it begins`);
}

function latest(a: CalendarDate | null, b: CalendarDate): CalendarDate {
  return a && a > b ? a : b;
}

/** From analysis on the affected units are known: the lead unit and the others, in equal shares. */
function addAffectedUnits({ ids, rows }: StoryContext, spec: InitiativeSpec): void {
  if (spec.started.length < 2 && !spec.affects) return;
  const units = [...new Set([spec.unit, ...(spec.affects ?? [])])];
  const each = Math.floor(10_000 / units.length);
  units.forEach((unit, position) => {
    const share = position === 0 ? 10_000 - each * (units.length - 1) : each;
    rows.initiative_affected_unit.push({
      initiative_id: ids.find('initiative', spec.key),
      unit_id: ids.find('unit', unit),
      share: (share / 10_000).toFixed(4),
    });
  });
}
