import { addDays, type CalendarDate } from '@hoest/quantities';
import type { DecisionKind, DecisionOutcome } from '@hoest/portfolio';
import type { DecisionSpec, InitiativeSpec } from '../specs';
import { officeHour } from './story-calendar';
import { personId, type StoryContext } from './story-context';

/** Days after a decision in which it should be carried out. */
const FOLLOW_UP_DAYS = 60;

interface DecisionFacts {
  /** Tells the decisions of one initiative apart. */
  key: string;
  kind: DecisionKind;
  body: string;
  decider: string | null;
  mandateOk: boolean;
  decidedOn: CalendarDate;
  outcome: DecisionOutcome;
  rationale: string;
  political: boolean;
  executedOn: CalendarDate | null;
  conditions: { text: string; ownerId: string | null; due: CalendarDate | null; closedOn: CalendarDate | null }[];
}

/** @returns the decision's id */
export function addDecision(story: StoryContext, spec: InitiativeSpec, facts: DecisionFacts): string {
  const { ids, rows } = story;
  const { decidedOn } = facts;
  const id = ids.of('decision', `${spec.key}/${facts.key}`, decidedOn);
  const at = officeHour(decidedOn, 180);
  rows.decision.push({
    id,
    created_at: at,
    updated_at: at,
    initiative_id: ids.find('initiative', spec.key),
    kind: facts.kind,
    body: facts.body,
    decider_id: personId(story, facts.decider),
    mandate_ok: facts.mandateOk,
    asked_on: addDays(decidedOn, -story.random.of(`asked/${spec.key}/${facts.key}`).whole(8, 30)),
    decided_on: decidedOn,
    outcome: facts.outcome,
    rationale: facts.rationale,
    conditions: JSON.stringify(facts.conditions),
    follow_up_due: addDays(decidedOn, FOLLOW_UP_DAYS),
    executed_on: facts.executedOn,
    political: facts.political,
    recorded_at: at,
  });
  return id;
}

/** Decisions the story tells beside the gates: stops, changed plans, conditions that are still open. */
export function addToldDecisions(story: StoryContext, spec: InitiativeSpec): void {
  (spec.decisions ?? []).forEach((decision, position) => addTold(story, spec, decision, position));
}

function addTold(story: StoryContext, spec: InitiativeSpec, decision: DecisionSpec, position: number): void {
  const decidedOn = story.calendar.dayOf(decision.month, 12);
  addDecision(story, spec, {
    key: `told/${position}`,
    kind: decision.kind,
    body: decision.body,
    decider: decision.decider,
    mandateOk: true,
    decidedOn,
    outcome: decision.outcome,
    rationale: decision.rationale,
    political: decision.political ?? false,
    executedOn: decision.executed ? addDays(decidedOn, 11) : null,
    conditions: (decision.conditions ?? []).map(([text, owner, dueInDays, closed]) => {
      const due = story.calendar.daysFromToday(dueInDays);
      return { text, ownerId: personId(story, owner), due, closedOn: closed ? addDays(due, -3) : null };
    }),
  });
}
