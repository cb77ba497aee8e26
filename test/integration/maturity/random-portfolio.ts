import { startOfMonth } from '@hoest/quantities';
import type { Row } from './organisation-fixture';
import type { Action, Draw, RandomHistory } from './random-history';

export const person: Action = async (world, draw) => {
  await world.add('person', {
    unit_id: world.any('unit', draw),
    name: 'Navn',
    manager_level: draw.of(['none', 'head', 'head', 'director', 'chief']),
    active: !draw.chance(6),
    valid_from: draw.date(),
    valid_to: draw.chance(3) ? draw.date() : null,
  });
};

export const role: Action = async (world, draw) => {
  const kind = draw.of(['initiative', 'initiative', 'benefit']);
  const object = world.any(kind, draw);
  const holder = world.any('person', draw);
  const [a, b] = [draw.date(), draw.date()].sort();
  if (!object || !holder) return;
  await world.add('role_assignment', {
    person_id: holder,
    object_kind: kind,
    object_id: object,
    role: draw.of(['project_owner', 'project_manager', 'benefit_owner', 'change_lead', 'steering_chair']),
    valid_from: a,
    valid_to: draw.chance(2) ? b : null,
  });
};

export const PHASES = [
  'idea',
  'proposed',
  'approved',
  'executing',
  'executing',
  'realising',
  'realising',
  'closed',
  'on_hold',
];

export const initiativeValues = (world: RandomHistory, draw: Draw): Row => ({
  unit_id: world.any('unit', draw),
  phase: draw.of(PHASES),
  go_live_actual: draw.maybe(draw.date()),
  go_live_planned: draw.maybe(draw.date()),
  closed_on: draw.maybe(draw.date()),
  primary_goal_id: draw.chance(4) ? null : world.any('goal', draw),
  owner_id: draw.chance(4) ? null : world.any('person', draw),
  manager_id: draw.chance(4) ? null : world.any('person', draw),
  affected_staff: draw.maybe(draw.number(50)),
  dependencies_answered: draw.of([true, true, false, null]),
  changes_citizen_service: draw.of([true, false, null]),
  has_it_delivery: draw.of([true, false, null]),
  status_confirmed_on: draw.maybe(draw.date()),
});

export const initiative: Action = async (world, draw) => {
  await world.add('initiative', { code: world.code(), title: 'Indsats', ...initiativeValues(world, draw) });
};

export const strategy: Action = async (world, draw) => {
  const id = await world.add('strategy', {
    code: world.code(),
    title: 'Strategi',
    adopted_by: draw.of(['council', 'committee', 'executive', 'administration', null]),
    adopted_on: draw.maybe(draw.date()),
    valid_from: '2019-01-01',
    valid_to: draw.chance(3) ? draw.date() : null,
  });
  await world.add('goal', {
    strategy_id: id,
    code: world.code(),
    title: 'Mål',
    valid_from: '2019-01-01',
    kpi: draw.maybe('%'),
  });
};

export const goal: Action = async (world, draw) => {
  const parent = world.any('strategy', draw);
  if (!parent) return;
  const id = await world.add('goal', {
    strategy_id: parent,
    code: world.code(),
    title: 'Mål',
    kpi: draw.maybe('%'),
    baseline_value: draw.maybe('10'),
    valid_from: draw.date(),
    valid_to: null,
  });
  if (draw.chance(2)) await world.add('goal_target', { goal_id: id, due_on: draw.date(), value: '20' });
};

export const passage: Action = async (world, draw) => {
  const initiativeId = world.any('initiative', draw);
  if (!initiativeId) return;
  const decisionId = draw.chance(3)
    ? null
    : await world.add('decision', {
        initiative_id: initiativeId,
        kind: 'gate',
        body: 'Styregruppe',
        mandate_ok: !draw.chance(4),
        decided_on: draw.date(),
        outcome: draw.of(['approve', 'approve', 'approve_with_conditions', 'return']),
        rationale: draw.of(['Fordi', 'Fordi', ' \n', null]),
      });
  await world.add('gate_passage', {
    initiative_id: initiativeId,
    gate: 'G3',
    from_phase: 'proposed',
    to_phase: 'approved',
    phase_started_on: draw.date(),
    artefacts: JSON.stringify(
      draw.of<unknown[]>([
        [],
        [{ name: 'a', required: true, complete: true }],
        [{ name: 'a', required: true }],
        [{ name: 'a', required: false }],
      ]),
    ),
    decision_id: decisionId,
  });
};

export const adoption: Action = async (world, draw) => {
  const initiativeId = world.any('initiative', draw);
  if (!initiativeId) return;
  await world.org.update('initiative', initiativeId, { go_live_actual: draw.date() });
  const id = await world.add('adoption_series', {
    initiative_id: initiativeId,
    name: 'Brugere',
    intended: draw.maybe('100'),
    target_rate: draw.of(['0.8', '1', '0.3']),
  });
  if (!draw.chance(3)) {
    await world.org.insert('adoption_point', {
      series_id: id,
      month: startOfMonth(draw.date()),
      actual_rate: draw.of(['0.4', '0.9', '0.1']),
    });
  }
};
