import {
  addBaseline,
  addMeasure,
  addPeriods,
  addPlan,
  benefit,
  benefitValues,
  correction,
  lasting,
  measurement,
  onMeasure,
  pool,
  share,
} from './random-benefits';
import type { Action } from './random-history';
import {
  adoption,
  goal,
  initiative,
  initiativeValues,
  passage,
  person,
  PHASES,
  role,
  strategy,
} from './random-portfolio';

const remove =
  (table: string, key = 'id'): Action =>
  async (world, draw) => {
    const id = world.any(table, draw);
    if (id) await world.org.remove(table, { [key]: id });
  };

const twice = (...actions: Action[]) => [...actions, ...actions];

/** Everything that can happen, what builds up an organisation more often than what takes it down. */
export const ACTIONS: Action[] = [
  ...twice(person, role, initiative, initiative, benefit, benefit, benefit),
  ...twice(strategy, goal, measurement, measurement, correction, lasting, pool, passage, adoption),
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
    const initiativeId = world.any('initiative', draw);
    if (initiativeId)
      await world.add('status_confirmation', { initiative_id: initiativeId, confirmed_on: draw.date(), rag: 'watch' });
  },
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
