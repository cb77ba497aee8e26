import type { GoalSpec, StrategySpec } from '../specs';
import { officeHour } from './story-calendar';
import { personId, type StoryContext } from './story-context';

/** Strategies with their political life, goals with starting points, dated targets and measured values. */
export function addStrategies(story: StoryContext): void {
  for (const strategy of story.spec.strategies) addStrategy(story, strategy);
}

function addStrategy(story: StoryContext, strategy: StrategySpec): void {
  const { calendar, ids, rows } = story;
  const from = calendar.monthStart(strategy.from);
  const adoptedOn = strategy.adopted === null ? null : calendar.dayOf(strategy.adopted, 1);
  const id = ids.of('strategy', strategy.key, from);
  rows.strategy.push({
    id,
    created_at: officeHour(from, 60),
    updated_at: officeHour(from, 60),
    code: strategy.code,
    title: strategy.title,
    description: strategy.description,
    adopted_by: strategy.adoptedBy,
    adopted_on: adoptedOn,
    valid_from: from,
    valid_to: strategy.to === null ? null : calendar.monthEnd(strategy.to),
  });
  const events = [
    ...(adoptedOn && strategy.adoptedBy
      ? [{ on: adoptedOn, body: strategy.adoptedBy, kind: 'adoption', note: null }]
      : []),
    ...strategy.followUps.map(([month, body, note]) => ({
      on: calendar.dayOf(month, 18),
      body,
      kind: 'follow_up',
      note,
    })),
  ];
  for (const { on, body, kind, note } of events) {
    const at = officeHour(on, 420);
    rows.political_followup.push({
      id: ids.of('political_followup', `${strategy.key}/${on}`, on),
      created_at: at,
      updated_at: at,
      strategy_id: id,
      held_on: on,
      body,
      kind,
      note,
    });
  }
  for (const goal of strategy.goals) addGoal(story, strategy, goal);
}

function addGoal(story: StoryContext, strategy: StrategySpec, goal: GoalSpec): void {
  const { calendar, ids, rows } = story;
  const from = calendar.monthStart(strategy.from);
  const id = ids.of('goal', goal.key, from);
  rows.goal.push({
    id,
    created_at: officeHour(from, 75),
    updated_at: officeHour(from, 75),
    strategy_id: ids.find('strategy', strategy.key),
    parent_id: null,
    code: goal.code,
    title: goal.title,
    owner_id: personId(story, goal.owner),
    kpi: goal.kpi,
    kpi_unit: goal.unit,
    direction: goal.direction,
    baseline_value: goal.baseline ? String(goal.baseline[0]) : null,
    baseline_on: goal.baseline ? calendar.monthEnd(goal.baseline[1]) : null,
    valid_from: from,
    valid_to: strategy.to === null ? null : calendar.monthEnd(strategy.to),
  });
  for (const [month, value] of goal.targets) {
    rows.goal_target.push({ goal_id: id, due_on: calendar.monthEnd(month), value: String(value) });
  }
  for (const [month, value] of goal.measured) {
    const on = calendar.dayOf(month, 3);
    rows.goal_measurement.push({
      id: ids.of('goal_measurement', `${goal.key}/${month}`, on),
      goal_id: id,
      measured_on: on,
      value: String(value),
      recorded_at: officeHour(on, 200),
    });
  }
}
