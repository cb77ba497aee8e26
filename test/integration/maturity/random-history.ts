import { addDays, addMonths, endOfMonth, startOfMonth } from '@hoest/quantities';
import fc from 'fast-check';
import type { OrganisationFixture, Row } from './organisation-fixture';

/** One thing that happens: `pick` chooses what, the numbers choose on which rows and with which values. */
export interface Step {
  pick: number;
  numbers: number[];
  /** Days that pass before it. */
  days: number;
}

export const steps = (most: number) =>
  fc.array(
    fc.record({
      pick: fc.nat(9999),
      numbers: fc.array(fc.nat(9999), { minLength: 12, maxLength: 12 }),
      days: fc.oneof(
        { arbitrary: fc.constant(0), weight: 3 },
        { arbitrary: fc.integer({ min: 1, max: 120 }), weight: 1 },
      ),
    }),
    { minLength: Math.ceil(most / 2), maxLength: most },
  );

type Action = (world: RandomHistory, draw: Draw) => Promise<void>;

/** Reads one number after the other as choices. */
class Draw {
  private position = 0;

  constructor(
    private readonly numbers: readonly number[],
    readonly day: string,
  ) {}

  number(most: number): number {
    return (this.numbers[this.position++ % this.numbers.length] ?? 0) % most;
  }

  of<T>(values: readonly T[]): T {
    return values[this.number(values.length)]!;
  }

  chance(oneIn: number): boolean {
    return this.number(oneIn) === 0;
  }

  maybe<T>(value: T): T | null {
    return this.chance(4) ? null : value;
  }

  /** A day around now, often exactly at the edge of a window. */
  date(): string {
    const edges = [0, 1, -1, -35, -36, 30].map((days) => addDays(this.day, days));
    const months = [-3, -6, -12, -24, -36].flatMap((back) => {
      const edge = addMonths(this.day, back);
      return [edge, addDays(edge, 1), addDays(edge, -1)];
    });
    const anywhere = addDays(this.day, this.number(1500) - 1200);
    return this.of([...edges, ...months, anywhere, anywhere, anywhere, anywhere, anywhere]);
  }

  value(): string {
    return this.of(['14', '7', '10.5', '9', '16', '0', '7.7', '1.25', '13.333333', String(this.number(40))]);
  }
}

/** Writes random rows of every kind into an organisation, edits and deletes them. Uses plain SQL as any program would. */
export class RandomHistory {
  private readonly ids = new Map<string, string[]>();
  private serial = 0;

  constructor(readonly org: OrganisationFixture) {}

  list(table: string): string[] {
    return this.ids.get(table) ?? [];
  }

  async add(table: string, values: Row): Promise<string> {
    const id = await this.org.insert(table, values);
    if (id) this.ids.set(table, [...this.list(table), id]);
    return id;
  }

  any(table: string, draw: Draw): string | null {
    const known = this.list(table);
    return known.length === 0 ? null : draw.of(known);
  }

  async edit(table: string, draw: Draw, values: Row): Promise<void> {
    const id = this.any(table, draw);
    if (id) await this.org.update(table, id, values);
  }

  code(): string {
    return `R${++this.serial}`;
  }

  async start(): Promise<void> {
    for (const [code, parent] of [
      ['BU', 'ROOT'],
      ['SKOLE', 'BU'],
      ['TM', 'ROOT'],
    ] as const)
      await this.org.unit(code, parent);
    this.ids.set(
      'unit',
      [...this.org.units.values()].map(({ id }) => id),
    );
  }

  async take(step: Step, day: string): Promise<void> {
    const draw = new Draw(step.numbers, day);
    const action = ACTIONS[step.pick % ACTIONS.length]!;
    await this.org.today(day);
    await action(this, draw);
  }
}

const person: Action = async (world, draw) => {
  await world.add('person', {
    unit_id: world.any('unit', draw),
    name: 'Navn',
    manager_level: draw.of(['none', 'head', 'head', 'director', 'chief']),
    active: !draw.chance(6),
    valid_from: draw.date(),
    valid_to: draw.chance(3) ? draw.date() : null,
  });
};

const role: Action = async (world, draw) => {
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

const PHASES = [
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

const initiativeValues = (world: RandomHistory, draw: Draw): Row => ({
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

const initiative: Action = async (world, draw) => {
  await world.add('initiative', { code: world.code(), title: 'Indsats', ...initiativeValues(world, draw) });
};

const strategy: Action = async (world, draw) => {
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

const goal: Action = async (world, draw) => {
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

const STATES = [
  'profiled',
  'approved',
  'approved',
  'in_realisation',
  'in_realisation',
  'realised',
  'sustained',
  'closed',
  'rejected',
  'written_off',
  'transferred',
];

const benefitValues = (world: RandomHistory, draw: Draw): Row => ({
  state: draw.of(STATES),
  polarity: draw.chance(5) ? -1 : 1,
  owner_id: draw.chance(3) ? null : world.any('person', draw),
  owner_unit_id: draw.chance(2) ? null : world.any('unit', draw),
  goal_id: draw.chance(3) ? null : world.any('goal', draw),
  attribution: draw.of(['1', '0.5', '0.3333']),
  pool_id: draw.chance(2) ? null : world.any('benefit_pool', draw),
  beneficiary: draw.of(['own_org', 'citizen', 'business', 'other_public']),
  confirmed_on: draw.maybe(draw.date()),
  starts_on: draw.maybe(draw.date()),
});

/** A benefit with measure, baseline, plan, obligations and measurements: enough for money and effects to come about. */
const benefit: Action = async (world, draw) => {
  const initiativeId = world.any('initiative', draw);
  if (!initiativeId) return;
  const monetised = !draw.chance(3);
  const benefitId = await world.add('benefit', {
    initiative_id: initiativeId,
    title: 'Færre fejl',
    class: monetised ? 'cash_releasing' : 'quality',
    monetised,
    currency: draw.of(['DKK', 'DKK', 'DKK', 'ISK']),
    ...benefitValues(world, draw),
  });
  if (draw.chance(8)) return;
  const measureId = await addMeasure(world, draw, benefitId);
  await addPlan(world, draw, benefitId, measureId);
  await addPeriods(world, draw, measureId);
};

const addMeasure = async (world: RandomHistory, draw: Draw, benefitId: string) => {
  const measureId = await world.add('measure', {
    benefit_id: benefitId,
    position: draw.number(3),
    name: 'Mål',
    unit: draw.of(['dage', 'minutter', 'kr.']),
    direction: draw.of(['up', 'down']),
    frequency: draw.of(['month', 'quarter']),
    interpolation: draw.of(['linear', 'step']),
    money_basis: draw.of(['amount', 'unit_saving', 'achievement', 'achievement']),
    unit_before: draw.maybe('45'),
    rate_minor: draw.maybe('35000'),
    track_until: draw.maybe(draw.date()),
  });
  if (!draw.chance(5)) await addBaseline(world, draw, measureId);
  for (let point = draw.number(4); point > 0; point--) {
    await world.org.insert('target_point', {
      measure_id: measureId,
      due_on: addDays(draw.date(), point * 2000),
      value: draw.value(),
    });
  }
  return measureId;
};

const addBaseline = async (world: RandomHistory, draw: Draw, measureId: string) => {
  const planned = draw.chance(4);
  await world.add('baseline', {
    measure_id: measureId,
    value: planned ? null : draw.value(),
    measured_on: planned ? null : draw.date(),
    planned_on: planned ? draw.date() : null,
    evidence_kind: draw.of(['count', 'system_extract', 'estimate', null]),
  });
};

const addPlan = async (world: RandomHistory, draw: Draw, benefitId: string, measureId: string) => {
  const [starts, ends] = [draw.date(), draw.date()].sort();
  const kind = draw.of(['approved', 'approved', 'frozen_at_go_live']);
  const frozen = await world.org.client.query(
    `select 1 from plan_version where organisation_id = $1 and benefit_id = $2 and kind = 'frozen_at_go_live'`,
    [world.org.id, benefitId],
  );
  if (kind === 'frozen_at_go_live' && frozen.rowCount) return;
  const planId = await world.add('plan_version', {
    benefit_id: benefitId,
    number: 1 + world.list('plan_version').length,
    kind,
    decided_on: draw.chance(6) ? draw.date() : '2018-01-01',
    full_year_value_minor: draw.maybe(draw.of(['120000000', '1000001', '99999', '7'])),
    attribution: draw.of(['1', '0.85', '0.3333']),
    starts_on: draw.maybe(starts),
    ends_on: draw.chance(3) ? ends : null,
  });
  const key = { plan_version_id: planId, measure_id: measureId };
  await world.org.insert('plan_measure', {
    ...key,
    baseline_value: draw.maybe(draw.value()),
    interpolation: draw.of(['linear', 'step']),
  });
  const dates = new Set(Array.from({ length: draw.number(4) }, () => draw.date()));
  for (const due_on of dates) await world.org.insert('plan_point', { ...key, due_on, value: draw.value() });
};

const addPeriods = async (world: RandomHistory, draw: Draw, measureId: string) => {
  const length = draw.of([1, 3]);
  let start = startOfMonth(draw.date());
  for (let count = 1 + draw.number(5); count > 0; count--) {
    const end = endOfMonth(addMonths(start, length - 1));
    const id = await world.add('obligation', {
      measure_id: measureId,
      period_start: start,
      period_end: end,
      due_on: end,
      grace_until: addDays(end, 14),
      waived_reason: draw.chance(8) ? 'Systemet er skiftet' : null,
    });
    if (!draw.chance(3)) await addMeasurement(world, draw, measureId, id, draw.chance(4) ? draw.date() : end);
    start = addMonths(start, length);
  }
};

const addMeasurement = async (
  world: RandomHistory,
  draw: Draw,
  measureId: string,
  obligationId: string | null,
  on: string,
) => {
  await world.add('measurement', {
    measure_id: measureId,
    obligation_id: obligationId,
    measured_on: on,
    value: draw.value(),
    volume: draw.maybe(String(draw.number(1200))),
    evidence_kind: 'count',
    recorded_at: `${draw.chance(3) ? draw.date() : addDays(on, draw.number(20))}T${draw.of(['12:00', '22:30'])}:00Z`,
  });
};

const measurement: Action = async (world, draw) => {
  const obligationId = world.any('obligation', draw);
  if (!obligationId) return;
  const found = await world.org.client.query<{ measure_id: string; period_end: string }>(
    'select measure_id, period_end from obligation where organisation_id = $1 and id = $2',
    [world.org.id, obligationId],
  );
  const owed = found.rows[0];
  if (owed) await addMeasurement(world, draw, owed.measure_id, obligationId, draw.of([owed.period_end, draw.date()]));
};

const correction: Action = async (world, draw) => {
  const open = await world.org.client.query<{
    id: string;
    measure_id: string;
    obligation_id: string | null;
    measured_on: string;
  }>(
    `select m.id, m.measure_id, m.obligation_id, m.measured_on from measurement m where m.organisation_id = $1
       and not exists (select from measurement s where s.organisation_id = $1 and s.supersedes_id = m.id) order by m.id`,
    [world.org.id],
  );
  if (open.rows.length === 0) return;
  const old = draw.of(open.rows);
  await world.add('measurement', {
    measure_id: old.measure_id,
    obligation_id: old.obligation_id,
    supersedes_id: old.id,
    measured_on: old.measured_on,
    value: draw.value(),
    volume: draw.maybe('900'),
    evidence_kind: 'count',
    recorded_at: `${draw.date()}T12:00:00Z`,
  });
};

const onMeasure =
  (add: (world: RandomHistory, draw: Draw, benefitId: string, measureId: string) => Promise<unknown>): Action =>
  async (world, draw) => {
    const measureId = world.any('measure', draw);
    if (!measureId) return;
    const found = await world.org.client.query<{ benefit_id: string }>(
      'select benefit_id from measure where organisation_id = $1 and id = $2',
      [world.org.id, measureId],
    );
    const owner = found.rows[0];
    if (owner) await add(world, draw, owner.benefit_id, measureId);
  };

const pool: Action = async (world, draw) => {
  const [from, to] = [draw.date(), draw.date()].sort();
  const id = await world.add('benefit_pool', {
    name: 'Pulje',
    period_from: from,
    period_to: draw.maybe(to),
    removable_per_month_minor: draw.of(['0', '5000000', '99999', '100']),
    currency: draw.of(['DKK', 'DKK', 'ISK']),
  });
  await world.edit('benefit', draw, { pool_id: id });
  await world.edit('benefit', draw, { pool_id: id });
};

const share: Action = async (world, draw) => {
  const [poolId, benefitId] = [world.any('benefit_pool', draw), world.any('benefit', draw)];
  if (!poolId || !benefitId) return;
  await world.org.remove('pool_share', { pool_id: poolId, benefit_id: benefitId });
  if (draw.chance(3)) return;
  await world.org.insert('pool_share', {
    pool_id: poolId,
    benefit_id: benefitId,
    share: draw.of(['0.5', '0.7', '0.25']),
  });
  await world.org.update('benefit', benefitId, { pool_id: poolId });
};

const passage: Action = async (world, draw) => {
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

const adoption: Action = async (world, draw) => {
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

const remove =
  (table: string, key = 'id'): Action =>
  async (world, draw) => {
    const id = world.any(table, draw);
    if (id) await world.org.remove(table, { [key]: id });
  };

const twice = (...actions: Action[]) => [...actions, ...actions];

const ACTIONS: Action[] = [
  ...twice(person, role, initiative, initiative, benefit, benefit, benefit),
  ...twice(strategy, goal, measurement, measurement, correction, pool, passage, adoption),
  share,
  onMeasure((world, draw, _, measureId) => addBaseline(world, draw, measureId)),
  onMeasure((world, draw, benefitId, measureId) => addPlan(world, draw, benefitId, measureId)),
  onMeasure((world, draw, benefitId) => addMeasure(world, draw, benefitId)),
  onMeasure((world, draw, _, measureId) => addPeriods(world, draw, measureId)),
  onMeasure((world, _draw, __, measureId) => world.org.remove('target_point', { measure_id: measureId })),
  (world, draw) => world.edit('initiative', draw, initiativeValues(world, draw)),
  (world, draw) => world.edit('initiative', draw, { phase: draw.of(PHASES) }),
  (world, draw) => world.edit('initiative', draw, { benefit_exempt: true, benefit_exempt_reason: 'legal_only' }),
  (world, draw) => world.edit('initiative', draw, { status_confirmed_on: draw.day }),
  (world, draw) => world.edit('benefit', draw, benefitValues(world, draw)),
  (world, draw) => world.edit('benefit', draw, { initiative_id: world.any('initiative', draw) }),
  (world, draw) =>
    world.edit('measure', draw, { position: draw.number(3), money_basis: draw.of(['amount', 'achievement']) }),
  (world, draw) => world.edit('obligation', draw, { waived_reason: draw.of(['Bortfaldet', null]) }),
  (world, draw) => world.edit('benefit_pool', draw, { removable_per_month_minor: draw.of(['0', '777', '123456789']) }),
  (world, draw) =>
    world.edit('person', draw, {
      active: draw.chance(2),
      manager_level: draw.of(['none', 'head']),
      unit_id: world.any('unit', draw),
    }),
  (world, draw) => world.edit('role_assignment', draw, { valid_to: null }),
  (world, draw) =>
    world.edit('strategy', draw, { adopted_by: draw.of(['council', 'executive', null]), valid_to: null }),
  (world, draw) =>
    world.edit('goal', draw, { kpi: draw.maybe('%'), baseline_value: draw.maybe('5'), valid_from: draw.date() }),
  (world, draw) => world.edit('gate_passage', draw, { phase_started_on: draw.date() }),
  (world, draw) => world.edit('adoption_series', draw, { intended: draw.maybe('50') }),
  async (world, draw) => {
    const strategyId = world.any('strategy', draw);
    const body = draw.of(['council', 'committee', 'executive']);
    if (strategyId)
      await world.add('political_followup', { strategy_id: strategyId, held_on: draw.date(), body, kind: 'follow_up' });
  },
  async (world, draw) => {
    const initiativeId = world.any('initiative', draw);
    const plan_minor = draw.of(['0', '5000', null]);
    if (initiativeId)
      await world.add('cost_line', { initiative_id: initiativeId, kind: 'one_off', plan_minor, currency: 'DKK' });
  },
  async (world, draw) => {
    const [initiativeId, unitId] = [world.any('initiative', draw), world.any('unit', draw)];
    if (!initiativeId || !unitId) return;
    const key = { initiative_id: initiativeId, unit_id: unitId };
    await world.org.remove('initiative_affected_unit', key);
    if (!draw.chance(3)) await world.org.insert('initiative_affected_unit', key);
  },
  async (world, draw) => {
    const [low, high] = [draw.date(), draw.date()].sort();
    await world.edit('unit', draw, { valid_from: low, valid_to: draw.chance(3) ? high : null });
  },
  async (world, draw) => {
    // Moves a unit with everything below it.
    const school = world.org.unitId('SKOLE');
    const above = world.org.units.get(draw.of(['BU', 'TM', 'ROOT']))!.ancestorIds;
    await world.org.update('unit', school, {
      parent_id: above.at(-1),
      level: above.length,
      ancestor_ids: [...above, school],
    });
  },
  remove('political_followup'),
  remove('cost_line'),
  remove('role_assignment'),
  remove('gate_passage'),
  remove('adoption_series'),
  remove('adoption_point', 'series_id'),
];
