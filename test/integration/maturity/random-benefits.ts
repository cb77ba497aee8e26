import { addDays, addMonths, endOfMonth, startOfMonth } from '@hoest/quantities';
import type { Row } from './organisation-fixture';
import type { Action, Draw, RandomHistory } from './random-history';

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

export const benefitValues = (world: RandomHistory, draw: Draw): Row => ({
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
export const benefit: Action = async (world, draw) => {
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

/** An effect reached a while ago and measured since, now and then: what persistence and quality ask for. */
export const lasting: Action = async (world, draw) => {
  const initiativeId = world.any('initiative', draw);
  if (!initiativeId) return;
  const benefitId = await world.add('benefit', {
    initiative_id: initiativeId,
    title: 'Hurtigere svar',
    class: 'quality',
    monetised: draw.chance(3),
    currency: 'DKK',
    ...benefitValues(world, draw),
    state: draw.of(['realised', 'sustained', 'in_realisation']),
    polarity: 1,
  });
  const measureId = await addMeasure(world, draw, benefitId);
  const planId = await world.add('plan_version', {
    benefit_id: benefitId,
    number: 1 + world.list('plan_version').length,
    kind: 'frozen_at_go_live',
    decided_on: '2018-01-01',
    attribution: '1',
  });
  const key = { plan_version_id: planId, measure_id: measureId };
  await world.org.insert('plan_measure', { ...key, baseline_value: draw.of(['14', '0']), interpolation: 'linear' });
  const reached = addMonths(draw.day, -draw.number(40));
  await world.org.insert('plan_point', { ...key, due_on: reached, value: '7' });
  for (const on of [addDays(reached, draw.number(3)), draw.date(), draw.date()]) {
    await addMeasurement(world, draw, measureId, null, on);
  }
};

export const addMeasure = async (world: RandomHistory, draw: Draw, benefitId: string) => {
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

export const addBaseline = async (world: RandomHistory, draw: Draw, measureId: string) => {
  const planned = draw.chance(4);
  await world.add('baseline', {
    measure_id: measureId,
    value: planned ? null : draw.value(),
    measured_on: planned ? null : draw.date(),
    planned_on: planned ? draw.date() : null,
    evidence_kind: draw.of(['count', 'system_extract', 'estimate', null]),
  });
};

export const addPlan = async (world: RandomHistory, draw: Draw, benefitId: string, measureId: string) => {
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

export const addPeriods = async (world: RandomHistory, draw: Draw, measureId: string) => {
  const length = draw.of([1, 3]);
  let start = startOfMonth(draw.date());
  const found = await world.org.client.query<{ period_end: string }>(
    'select period_end from obligation where organisation_id = $1 and measure_id = $2',
    [world.org.id, measureId],
  );
  const taken = new Set(found.rows.map(({ period_end }) => period_end));
  for (let count = 1 + draw.number(5); count > 0; count--) {
    const end = endOfMonth(addMonths(start, length - 1));
    if (taken.has(end)) return;
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

export const addMeasurement = async (
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
    value: draw.of([draw.value(), '7', '7.7', '6.3']),
    volume: draw.maybe(String(draw.number(1200))),
    evidence_kind: 'count',
    recorded_at: `${draw.chance(3) ? draw.date() : addDays(on, draw.number(20))}T${draw.of(['12:00', '22:30'])}:00Z`,
  });
};

export const measurement: Action = async (world, draw) => {
  const obligationId = world.any('obligation', draw);
  if (!obligationId) return;
  const found = await world.org.client.query<{ measure_id: string; period_end: string }>(
    'select measure_id, period_end from obligation where organisation_id = $1 and id = $2',
    [world.org.id, obligationId],
  );
  const owed = found.rows[0];
  if (owed) await addMeasurement(world, draw, owed.measure_id, obligationId, draw.of([owed.period_end, draw.date()]));
};

export const correction: Action = async (world, draw) => {
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
  const old = draw.of<(typeof open.rows)[number]>(open.rows);
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

export const onMeasure =
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

export const pool: Action = async (world, draw) => {
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

export const share: Action = async (world, draw) => {
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
