import { createDataSource, installMaturityFunctions } from '@hoest/persistence';
import pg from 'pg';
import { MaturityWorld, type OrganisationFixture } from './organisation-fixture';

type Client = InstanceType<typeof pg.Client>;

describe('recalculating a scope', () => {
  let world: MaturityWorld;
  let org: OrganisationFixture;
  let others: Client[];

  beforeAll(async () => {
    world = await MaturityWorld.open();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    org = await world.organisation();
    await org.unit('BU', 'ROOT');
    await org.today('2020-01-01');
    others = [];
  });
  afterEach(async () => {
    for (const client of others) await client.end();
  });

  /** Another worker, on a connection of its own. */
  async function worker(): Promise<Client> {
    const client = new pg.Client({ connectionString: world.test.appUrl });
    await client.connect();
    await client.query(`select set_config('app.organisation_id', $1, false)`, [String(org.id)]);
    others.push(client);
    return client;
  }

  const recalculate = (client: Client, kind: string, id: string, asOf: string) =>
    client.query<{ changed: number }>('select recalculate_scope($1, $2, $3, $4) as changed', [org.id, kind, id, asOf]);

  /** Stored rows without what only says when they were computed. */
  async function rows(): Promise<unknown[]> {
    const members = await world.owner.query(
      `select * from maturity_member where organisation_id = $1 order by indicator_id, object_id`,
      [org.id],
    );
    const months = await world.owner.query(
      `select * from benefit_month where organisation_id = $1 order by benefit_id, month`,
      [org.id],
    );
    return [...members.rows, ...months.rows];
  }

  async function measuredBenefit() {
    const initiative = await org.initiative('BU');
    const benefit = await org.benefit(initiative, { monetised: true, class: 'cash_releasing' });
    const measure = await org.measure(benefit);
    await org.plan(benefit, measure, [['2025-01-01', '7']], {
      full_year_value_minor: '120000000',
      ends_on: '2025-12-31',
    });
    const obligation = await org.obligation(measure, '2025-01-01', '2025-03-31', '2025-04-23');
    return { initiative, benefit, measure, obligation };
  }

  it('gives the same rows run once, ten times, late, or by two workers at once', async () => {
    const { initiative, measure, obligation } = await measuredBenefit();
    await org.measurement(measure, '2025-03-31', '10.5', { obligation_id: obligation });
    await org.recalculate('initiative', initiative, '2025-06-30');
    const once = await rows();
    expect(once.length).toBeGreaterThan(5);
    for (let time = 0; time < 10; time++) expect(await org.recalculate('initiative', initiative, '2025-06-30')).toBe(0);
    expect(await rows()).toEqual(once);

    await world.owner.query('update maturity_done set v = 0 where organisation_id = $1', [org.id]);
    const [a, b] = [await worker(), await worker()];
    await Promise.all([
      recalculate(a, 'initiative', initiative, '2025-06-30'),
      recalculate(b, 'initiative', initiative, '2025-06-30'),
    ]);
    expect(await rows()).toEqual(once);
    expect((await org.verify('2025-06-30')).differences).toEqual([]);
  });

  it('lets a worker that waited for the lock see what was written meanwhile', async () => {
    const { initiative, measure, obligation } = await measuredBenefit();
    await org.recalculate('initiative', initiative, '2025-06-30');
    const [slow, quick] = [await worker(), await worker()];
    await org.update('initiative', initiative, { affected_staff: 5 });
    await slow.query('begin');
    await recalculate(slow, 'initiative', initiative, '2025-06-30');
    const waiting = recalculate(quick, 'initiative', initiative, '2025-06-30');
    await org.measurement(measure, '2025-03-31', '10.5', { obligation_id: obligation });
    await slow.query('commit');
    await waiting;
    expect((await org.verify('2025-06-30')).differences).toEqual([]);
  });

  it('never puts back what was deleted while an older run was held up', async () => {
    const { initiative } = await measuredBenefit();
    const passage = await org.insert('gate_passage', {
      initiative_id: initiative,
      gate: 'G3',
      from_phase: 'proposed',
      to_phase: 'approved',
      phase_started_on: '2025-06-01',
    });
    const [frozen, second] = [await worker(), await worker()];
    await frozen.query('begin');
    await recalculate(frozen, 'initiative', initiative, '2025-06-30');
    await org.remove('gate_passage', { id: passage });
    const finished = recalculate(second, 'initiative', initiative, '2025-06-30');
    await frozen.query('commit');
    await finished;
    expect((await org.stored('op.gate-discipline')).map(({ objectId }) => objectId)).toEqual([]);
    expect((await org.verify('2025-06-30')).differences).toEqual([]);
    expect(await org.recalculate('initiative', initiative, '2025-06-30')).toBe(0);
  });

  it('does not go back to an earlier day', async () => {
    const { initiative } = await measuredBenefit();
    await org.settle('2025-06-30');
    const settled = await rows();
    expect(await org.recalculate('initiative', initiative, '2025-01-31')).toBe(0);
    await org.update('initiative', initiative, { affected_staff: 5 });
    await org.recalculate('initiative', initiative, '2025-01-31');
    const done = await world.owner.query(
      'select as_of from maturity_done where organisation_id = $1 and scope_id = $2',
      [org.id, initiative],
    );
    expect(done.rows).toEqual([{ as_of: '2025-06-30' }]);
    expect((await rows()).length).toBe(settled.length);
    expect((await org.verify('2025-06-30')).differences).toEqual([]);
  });

  it('finds a scope due on the day its result changes by the calendar, until it is recomputed', async () => {
    const { initiative } = await measuredBenefit();
    await org.recalculate('initiative', initiative, '2025-04-01');
    const { rows: stored } = await world.owner.query<{ day: string; before: string }>(
      `select next_change_at::text as day, (next_change_at - 1)::text as before from maturity_done where organisation_id = $1 and scope_id = $2`,
      [org.id, initiative],
    );
    const { day, before } = stored[0] ?? { day: '', before: '' };
    expect(day > '2025-04-01').toBe(true);

    const anyone = await worker();
    const due = async (on: string) => {
      const found = await anyone.query<{ scope_id: string }>(
        'select scope_id from scopes_due_by($1) where organisation_id = $2',
        [on, org.id],
      );
      return found.rows.map((row) => row.scope_id);
    };
    expect(await due(before)).toEqual([]);
    expect(await due(day)).toEqual([initiative]);
    await org.recalculate('initiative', initiative, day);
    expect(await due(day)).toEqual([]);
  });

  it('refuses to run where its snapshot could be older than its lock', async () => {
    const { initiative } = await measuredBenefit();
    const client = await worker();
    await client.query('begin isolation level repeatable read');
    await expect(recalculate(client, 'initiative', initiative, '2025-06-30')).rejects.toThrow('READ COMMITTED');
    await client.query('rollback');
  });

  it('takes the rows of a deleted initiative away and tells that they left', async () => {
    const initiative = await org.initiative('BU', { phase: 'proposed' });
    await org.settle('2025-06-30');
    expect(await org.stored('op.register')).toHaveLength(1);
    await org.remove('initiative', { id: initiative });
    await org.settle('2025-06-30');
    expect(await org.stored()).toEqual([]);
    const told = await world.owner.query(
      `select before ->> 'status' as before, after, cause from maturity_member_change where organisation_id = $1 and indicator_id = 'op.register' order by v`,
      [org.id],
    );
    expect(told.rows).toEqual([
      { before: null, after: expect.anything(), cause: 'write' },
      { before: 'counted', after: null, cause: 'write' },
    ]);
  });

  it('names who wrote, and nobody where only time passed', async () => {
    const person = await org.person('BU');
    await world.client.query(`select set_config('app.person_id', $1, false)`, [person]);
    const initiative = await org.initiative('BU', { status_confirmed_on: '2025-06-01' });
    await world.client.query(`select set_config('app.person_id', '', false)`);
    await org.settle('2025-06-30');
    await org.settle('2025-07-31');
    await org.update('initiative', initiative, { affected_staff: 3 });
    await org.settle('2025-07-31');
    const told = await world.owner.query(
      `select cause, changed_by, as_of, after ->> 'reason' as reason from maturity_member_change where organisation_id = $1 and indicator_id = 'op.register'
       order by as_of, v`,
      [org.id],
    );
    const lacking =
      'owner manager goal go-live cost-plan benefits affected-staff dependencies service-change it-delivery';
    expect(told.rows).toEqual([
      { cause: 'write', changed_by: person, as_of: '2025-06-30', reason: lacking },
      { cause: 'time', changed_by: null, as_of: '2025-07-31', reason: `${lacking} status-not-confirmed` },
      {
        cause: 'write',
        changed_by: null,
        as_of: '2025-07-31',
        reason: `${lacking.replace('affected-staff ', '')} status-not-confirmed`,
      },
    ]);
  });

  it('recomputes under new formulas and says that the definition moved the figure', async () => {
    const initiative = await org.initiative('BU');
    await org.settle('2025-06-30');
    await world.owner.query(`update maturity_done set formula_version = 'older' where organisation_id = $1`, [org.id]);
    await world.owner.query(
      `update maturity_member set numerator = 1 where organisation_id = $1 and indicator_id = 'op.register'`,
      [org.id],
    );
    expect((await org.verify('2025-06-30')).stale.map(({ why }) => why)).toContain('definition');
    expect(await org.recalculate('initiative', initiative, '2025-06-30')).toBe(1);
    const told = await world.owner.query(
      `select cause from maturity_member_change where organisation_id = $1 and indicator_id = 'op.register' order by changed_at desc limit 1`,
      [org.id],
    );
    expect(told.rows).toEqual([{ cause: 'definition' }]);
    expect((await org.verify('2025-06-30')).differences).toEqual([]);
  });

  it('is wished for every scope when other formulas are installed, and only then', async () => {
    await org.initiative('BU');
    await org.settle('2025-06-30');
    const owner = createDataSource({
      url: world.test.ownerUrl,
      poolSize: 1,
      statementTimeoutMs: 60_000,
      applicationName: 'install-test',
    });
    await owner.initialize();
    expect(await installMaturityFunctions(owner)).toBe(false);
    expect((await org.verify('2025-06-30')).stale).toEqual([]);
    await owner.query(
      `create or replace function maturity_formula_version() returns text language sql immutable as $$ select 'older' $$`,
    );
    expect(await installMaturityFunctions(owner)).toBe(true);
    await owner.destroy();
    expect((await org.verify('2025-06-30')).stale.map(({ why }) => why)).toEqual(['wanted', 'wanted']);
    await org.settle('2025-06-30');
    expect((await org.verify('2025-06-30')).stale).toEqual([]);
  });

  it('is found out by verify when a stored row is wrong', async () => {
    await org.initiative('BU');
    await org.settle('2025-06-30');
    await world.owner.query(
      `update maturity_member set numerator = 1 where organisation_id = $1 and indicator_id = 'op.register'`,
      [org.id],
    );
    const { differences, members } = await org.verify('2025-06-30');
    expect(members).toBeGreaterThan(0);
    expect(differences).toEqual([
      expect.objectContaining({
        table: 'member',
        stored: expect.objectContaining({ numerator: '1' }),
        oracle: expect.objectContaining({ numerator: '0' }),
      }),
    ]);
  });
});
