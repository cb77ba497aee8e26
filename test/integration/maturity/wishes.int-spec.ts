import { PERSON_REGISTER_SCOPE, SCOPES_TO_BUMP } from '@hoest/persistence';
import pg from 'pg';
import { MaturityWorld, type OrganisationFixture, type Row } from './organisation-fixture';

type Client = InstanceType<typeof pg.Client>;

describe('wishes to recalculate', () => {
  let world: MaturityWorld;
  let org: OrganisationFixture;

  beforeAll(async () => {
    world = await MaturityWorld.open();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    org = await world.organisation();
    await org.unit('BU', 'ROOT');
    await org.today('2020-01-01');
  });

  const wanted = async () => {
    const found = await world.owner.query<{ key: string; v: string }>(
      `select scope_kind || ' ' || scope_id as key, v from maturity_wanted where organisation_id = $1 order by 1`,
      [org.id],
    );
    return Object.fromEntries(found.rows.map(({ key, v }) => [key, Number(v)]));
  };
  const outbox = async () =>
    (
      await world.owner.query<{ name: string }>(`select job_name as name from outbox where organisation_id = $1`, [
        org.id,
      ])
    ).rows;

  it('are made once per scope and transaction, with one wake-up each, however many statements touched it', async () => {
    const initiative = await org.initiative('BU', { phase: 'idea' });
    await world.owner.query('delete from outbox where organisation_id = $1', [org.id]);
    const before = (await wanted())[`initiative ${initiative}`] ?? 0;
    await world.client.query('begin');
    for (let staff = 1; staff <= 5; staff++) await org.update('initiative', initiative, { affected_staff: staff });
    await org.insert('cost_line', { initiative_id: initiative, kind: 'one_off', plan_minor: '1', currency: 'DKK' });
    await world.client.query('commit');
    expect((await wanted())[`initiative ${initiative}`]).toBe(before + 1);
    expect(await outbox()).toEqual([{ name: 'recalculate-scope' }]);
    const left = await world.owner.query('select 1 from maturity_touched');
    expect(left.rowCount).toBe(0);
  });

  it('vanish with a transaction, or a part of it, that is rolled back', async () => {
    const initiative = await org.initiative('BU', { phase: 'idea' });
    const before = await wanted();
    await world.client.query('begin');
    await org.update('initiative', initiative, { affected_staff: 1 });
    await world.client.query('rollback');
    await world.client.query('begin');
    await world.client.query('savepoint part');
    await org.update('initiative', initiative, { affected_staff: 1 });
    await world.client.query('rollback to savepoint part');
    await world.client.query('commit');
    expect(await wanted()).toEqual(before);
  });

  it('leave one wake-up for everything after a bulk write', async () => {
    await world.owner.query('delete from outbox where organisation_id = $1', [org.id]);
    await world.client.query(
      `insert into initiative (organisation_id, code, title, unit_id) select $1, 'B' || n, 'Indsats', $2 from generate_series(1, 300) n`,
      [org.id, org.unitId('BU')],
    );
    expect(await outbox()).toEqual([{ name: 'sweep-scopes' }]);
    expect(Object.keys(await wanted()).filter((key) => key.startsWith('initiative'))).toHaveLength(300);
  });

  it('keep no writer waiting for another that has not committed yet, also on the person register', async () => {
    const other: Client = new pg.Client({ connectionString: world.test.appUrl });
    await other.connect();
    await other.query(`select set_config('app.organisation_id', $1, false), set_config('lock_timeout', '2s', false)`, [
      String(org.id),
    ]);
    const leaders = [await org.person('BU'), await org.person('BU')] as const;
    await world.client.query('begin');
    await org.update('person', leaders[0], { manager_level: 'director' });
    await other.query(`update person set manager_level = 'chief' where organisation_id = $1 and id = $2`, [
      org.id,
      leaders[1],
    ]);
    await world.client.query('commit');
    await other.end();
  });

  it('do not name the person register for changes it does not read', async () => {
    const key = `person_register ${PERSON_REGISTER_SCOPE}`;
    const initiative = await org.initiative('BU', { phase: 'idea' });
    const leader = await org.person('BU');
    const benefit = await org.benefit(initiative, { state: 'identified' });
    const before = (await wanted())[key];
    await org.update('initiative', initiative, { title: 'Ny titel', owner_id: leader });
    await org.update('person', leader, { title: 'Afdelingschef', email: 'leder@eksempel.dk' });
    await org.person('BU', { manager_level: 'none' });
    await org.update('benefit', benefit, { state: 'approved', owner_id: leader });
    await org.insert('initiative_affected_unit', { initiative_id: initiative, unit_id: org.unitId('BU') });
    expect((await wanted())[key]).toBe(before);
    await org.update('initiative', initiative, { phase: 'executing' });
    expect((await wanted())[key]).toBe((before ?? 0) + 1);
  });

  /** One row in every table an indicator reads, and how it is changed and taken away; null = the table refuses. */
  async function everyTable(): Promise<Record<string, { change: Row | null; where: Row; free: boolean }>> {
    const leader = await org.person('BU');
    const { strategyId, goalId } = await org.goal({ kpi: '%' });
    const initiative = await org.initiative('BU', {
      owner_id: leader,
      manager_id: leader,
      primary_goal_id: goalId,
      go_live_actual: '2025-01-01',
    });
    const pool = await org.insert('benefit_pool', {
      name: 'Pulje',
      period_from: '2025-01-01',
      removable_per_month_minor: '1000',
      currency: 'DKK',
    });
    const benefit = await org.benefit(initiative, {
      monetised: true,
      pool_id: pool,
      goal_id: goalId,
      owner_id: leader,
    });
    const measure = await org.measure(benefit);
    await org.plan(benefit, measure, [['2025-01-01', '7']], { full_year_value_minor: '120000000' });
    const obligation = await org.obligation(measure, '2025-01-01', '2025-03-31', '2025-04-23');
    const id = async (table: string, values: Row) => ({ id: await org.insert(table, values) });
    const decision = await id('decision', {
      kind: 'gate',
      body: 'Styregruppe',
      mandate_ok: true,
      decided_on: '2025-01-01',
      outcome: 'approve',
      rationale: 'Klar',
    });
    const series = await id('adoption_series', {
      initiative_id: initiative,
      name: 'Brugere',
      intended: '10',
      target_rate: '0.5',
    });
    await org.insert('adoption_point', { series_id: series.id, month: '2025-05-01', actual_rate: '0.4' });
    await org.insert('pool_share', { pool_id: pool, benefit_id: benefit, share: '0.5' });
    await org.insert('target_point', { measure_id: measure, due_on: '2026-01-01', value: '7' });
    await org.insert('goal_target', { goal_id: goalId, due_on: '2026-01-01', value: '7' });
    await org.insert('initiative_affected_unit', { initiative_id: initiative, unit_id: org.unitId('ROOT') });
    const role = await id('role_assignment', {
      person_id: leader,
      object_kind: 'initiative',
      object_id: initiative,
      role: 'steering_chair',
      valid_from: '2025-01-01',
    });
    const passage = await id('gate_passage', {
      initiative_id: initiative,
      gate: 'G3',
      from_phase: 'proposed',
      to_phase: 'approved',
      phase_started_on: '2025-05-01',
      decision_id: decision.id,
    });
    const cost = await id('cost_line', {
      initiative_id: initiative,
      kind: 'one_off',
      plan_minor: '100',
      currency: 'DKK',
    });
    const followup = await id('political_followup', {
      strategy_id: strategyId,
      held_on: '2025-05-01',
      body: 'council',
      kind: 'follow_up',
    });
    const baseline = await id('baseline', {
      measure_id: measure,
      value: '14',
      measured_on: '2024-12-01',
      evidence_kind: 'count',
    });
    const measurement = { id: await org.measurement(measure, '2025-03-31', '10', { obligation_id: obligation }) };
    const [kept, freed] = [false, true];
    return {
      initiative: { change: { phase: 'realising' }, where: { id: initiative }, free: kept },
      initiative_affected_unit: { change: null, where: { initiative_id: initiative }, free: freed },
      cost_line: { change: { plan_minor: null }, where: cost, free: freed },
      status_confirmation: { change: null, where: {}, free: kept },
      decision: { change: { executed_on: '2025-06-01' }, where: decision, free: kept },
      gate_passage: { change: { decision_id: null }, where: passage, free: freed },
      adoption_point: { change: null, where: { series_id: series.id }, free: freed },
      adoption_series: { change: { target_rate: '0.8' }, where: series, free: freed },
      benefit: { change: { state: 'approved' }, where: { id: benefit }, free: kept },
      pool_share: { change: null, where: { benefit_id: benefit }, free: freed },
      benefit_pool: { change: { removable_per_month_minor: '5' }, where: { id: pool }, free: kept },
      target_point: { change: null, where: { measure_id: measure }, free: freed },
      measure: { change: { money_basis: 'amount' }, where: { id: measure }, free: kept },
      baseline: { change: null, where: baseline, free: kept },
      plan_version: { change: null, where: {}, free: kept },
      plan_measure: { change: null, where: {}, free: kept },
      plan_point: { change: null, where: {}, free: kept },
      obligation: { change: { waived_reason: 'Bortfaldet' }, where: { id: obligation }, free: kept },
      measurement: { change: null, where: measurement, free: kept },
      political_followup: { change: { held_on: '2020-05-01' }, where: followup, free: freed },
      goal_target: { change: null, where: { goal_id: goalId }, free: freed },
      strategy: { change: { adopted_by: 'executive' }, where: { id: strategyId }, free: kept },
      goal: { change: { kpi: null }, where: { id: goalId }, free: kept },
      unit: { change: { valid_to: '2025-01-01' }, where: { id: org.unitId('BU') }, free: kept },
      role_assignment: { change: { valid_to: '2025-02-01' }, where: role, free: freed },
      person: { change: { manager_level: 'none' }, where: { id: leader }, free: kept },
    };
  }

  it('follow a change and a removal in every table an indicator reads', async () => {
    const tables = await everyTable();
    expect(Object.keys(tables).sort()).toEqual(Object.keys(SCOPES_TO_BUMP).sort());
    const settled = async () => {
      await org.settle('2025-06-30');
      return (await org.verify('2025-06-30')).differences;
    };
    expect(await settled()).toEqual([]);
    for (const [table, { change, where }] of Object.entries(tables)) {
      const before = JSON.stringify(await wanted());
      if (!change) continue;
      await org.update(table, String(where['id']), change);
      expect({ table, touched: JSON.stringify(await wanted()) !== before }).toEqual({ table, touched: true });
      expect({ table, differences: await settled() }).toEqual({ table, differences: [] });
    }
    for (const [table, { where, free }] of Object.entries(tables)) {
      if (!free) continue;
      const before = JSON.stringify(await wanted());
      await org.remove(table, where);
      expect({ table, touched: JSON.stringify(await wanted()) !== before }).toEqual({ table, touched: true });
      expect({ table, differences: await settled() }).toEqual({ table, differences: [] });
    }
  });
});
