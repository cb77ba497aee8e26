import { randomUUID } from 'node:crypto';
import { createDataSource, Database } from '@hoest/persistence';
import type { DataSource } from 'typeorm';
import { KeepBenefitsProcessor } from '../../../apps/worker/src/benefits/keep-benefits.processor';
import { ApiUnderTest, type SignedIn, type TestOrganisation } from '../api/api-under-test';
import { quiet } from '../jobs/worker-ground';

let api: ApiUnderTest;
let home: TestOrganisation;
let office: SignedIn;
let manager: SignedIn;
let dataSource: DataSource;
let worker: KeepBenefitsProcessor;
let initiativeId: string;

const insert = (table: string, row: Record<string, unknown>) => {
  const names = Object.keys(row);
  return api.owner.query(
    `insert into ${table} (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
    Object.values(row),
  );
};
const person = async (unitId: string, level: string, name: string) => {
  const id = randomUUID();
  await insert('person', {
    organisation_id: home.organisationId,
    id,
    unit_id: unitId,
    name,
    manager_level: level,
    valid_from: '2020-01-01',
  });
  return id;
};
const benefit = async (over: Record<string, unknown> = {}) => {
  const id = randomUUID();
  await insert('benefit', {
    organisation_id: home.organisationId,
    id,
    initiative_id: initiativeId,
    title: `Færre breve ${id.slice(0, 8)}`,
    class: 'quality',
    monetised: false,
    currency: 'DKK',
    ...over,
  });
  return id;
};
const read = async (id: string) => (await api.call('GET', `/benefits/${id}`, { as: manager })).body;
const keep = () =>
  worker.handle({ name: 'keep-benefits', payload: { requestId: 'schedule' }, attempt: 1, lastAttempt: false });
const actionsOf = async (id: string) => {
  const { rows } = await api.owner.query(
    `select action, actor_kind, changes, reason from audit_event where object_id = $1 order by sequence`,
    [id],
  );
  return rows;
};
const day = async (offset: string): Promise<string> => {
  const { rows } = await api.owner.query(
    `select ((clock_timestamp() at time zone 'Europe/Copenhagen')::date + $1::interval)::date::text as day`,
    [offset],
  );
  return rows[0].day;
};

beforeAll(async () => {
  api = await ApiUnderTest.start();
  home = await api.organisation();
  [office, manager] = await Promise.all([home.session('portfolio_office'), home.session('project_manager')]);
  dataSource = createDataSource({
    url: api.urls.appUrl,
    poolSize: 4,
    statementTimeoutMs: 10_000,
    applicationName: 'hoest-test',
  });
  await dataSource.initialize();
  worker = new KeepBenefitsProcessor(new Database(dataSource), quiet);
  initiativeId = randomUUID();
  await insert('initiative', {
    organisation_id: home.organisationId,
    id: initiativeId,
    code: 'OPH-1',
    title: 'Digital post',
    unit_id: home.unitId,
    phase: 'executing',
    go_live_actual: '2024-01-01',
  });
});
afterAll(async () => {
  await dataSource.destroy();
  await api.stop();
});

describe('a benefit whose owner leaves', () => {
  it('goes to the nearest line manager in the same moment, with a note until somebody is chosen', async () => {
    const head = await person(home.unitId, 'head', 'Birgit Bro');
    await person(home.rootUnitId, 'chief', 'Carl Chef');
    const owner = await person(home.unitId, 'team', 'Anna Afgang');
    const owned = await benefit({ owner_id: owner, measurer_id: owner, owner_unit_id: home.unitId });
    const ended = await benefit({ owner_id: owner, state: 'closed' });
    const { rows } = await api.owner.query(`select version from person where id = $1`, [owner]);
    const left = await api.call('PATCH', `/people/${owner}`, {
      as: office,
      version: rows[0].version,
      body: { active: false },
    });
    expect(left.status).toBe(200);
    const today = await day('0 days');
    const handed = await read(owned);
    expect(handed).toMatchObject({
      ownerId: head,
      ownerName: 'Birgit Bro',
      ownerHandedOverFromName: 'Anna Afgang',
      ownerHandedOverOn: today,
      measurerId: head,
      measurerHandedOverFromName: 'Anna Afgang',
    });
    expect((await read(ended)).ownerId).toBe(owner);
    expect(await actionsOf(owned)).toMatchObject([
      { action: 'handed_over', changes: { ownerId: { from: owner, to: head }, measurerId: { from: owner, to: head } } },
    ]);
    const chosen = await api.call('PATCH', `/benefits/${owned}`, {
      as: office,
      version: handed.version,
      body: { ownerId: head },
    });
    expect(chosen.body).toMatchObject({
      ownerHandedOverFromName: null,
      ownerHandedOverOn: null,
      measurerHandedOverFromName: 'Anna Afgang',
    });
  });

  it('is found by the worker when the last day has passed; above the unit when nobody leads in it; once', async () => {
    const team = randomUUID();
    await insert('unit', {
      organisation_id: home.organisationId,
      id: team,
      parent_id: home.unitId,
      code: '111',
      name: 'Team Post',
      level: 2,
      valid_from: '2020-01-01',
      ancestor_ids: [home.rootUnitId, home.unitId, team],
    });
    const owner = await person(team, 'none', 'Dorte Dagen');
    const stays = await person(team, 'none', 'Erik Endnu');
    await api.owner.query(`update person set valid_to = $2 where id = $1`, [owner, await day('0 days')]);
    await api.owner.query(`update person set valid_to = $2 where id = $1`, [stays, await day('1 day')]);
    const [left, kept] = [await benefit({ owner_id: owner }), await benefit({ owner_id: stays })];
    await keep();
    await keep();
    const handed = await read(left);
    expect(handed).toMatchObject({ ownerName: 'Birgit Bro', ownerHandedOverFromName: 'Dorte Dagen' });
    expect(await actionsOf(left)).toMatchObject([{ action: 'handed_over', actor_kind: 'system' }]);
    expect((await read(kept)).ownerId).toBe(stays);
  });
});

describe('a claim', () => {
  const claim = async (state: string, values: { on: string; value: string }[], firstRealisedOn: string) => {
    const id = await benefit({ state, first_realised_on: firstRealisedOn });
    const [measureId, versionId] = [randomUUID(), randomUUID()];
    const { organisationId } = home;
    await insert('measure', {
      organisation_id: organisationId,
      id: measureId,
      benefit_id: id,
      name: 'Ventetid',
      unit: 'dage',
      direction: 'down',
      frequency: 'quarter',
    });
    await api.owner.query('begin');
    await insert('plan_version', {
      organisation_id: organisationId,
      id: versionId,
      benefit_id: id,
      number: 1,
      kind: 'frozen_at_go_live',
      decided_on: '2020-01-01',
      attribution: 1,
    });
    await insert('plan_measure', {
      organisation_id: organisationId,
      plan_version_id: versionId,
      measure_id: measureId,
      baseline_value: 14,
      baseline_on: '2019-12-01',
      interpolation: 'linear',
    });
    for (const [due_on, value] of [
      ['2020-01-01', 14],
      ['2020-07-01', 7],
    ])
      await insert('plan_point', {
        organisation_id: organisationId,
        plan_version_id: versionId,
        measure_id: measureId,
        due_on,
        value,
      });
    await api.owner.query('commit');
    for (const { on, value } of values)
      await insert('measurement', {
        organisation_id: organisationId,
        id: randomUUID(),
        measure_id: measureId,
        measured_on: on,
        value,
        evidence_kind: 'count',
      });
    return id;
  };

  it('lapses when nobody measured it for 12 months, because time passed; measured again it stands', async () => {
    const [old, fresh] = [await day('-13 months'), await day('-2 months')];
    const lapsed = await claim('realised', [{ on: old, value: '7' }], old);
    const stands = await claim('realised', [{ on: fresh, value: '7' }], fresh);
    await keep();
    await keep();
    expect(await read(lapsed)).toMatchObject({ state: 'in_realisation', firstRealisedOn: old });
    expect(await actionsOf(lapsed)).toMatchObject([
      {
        action: 'lapsed',
        actor_kind: 'system',
        reason: 'time passed',
        changes: { state: { from: 'realised', to: 'in_realisation' } },
      },
    ]);
    expect((await read(stands)).state).toBe('realised');
    const { measures } = await read(lapsed);
    await api.call('POST', `/benefits/${lapsed}/measurements`, {
      as: manager,
      body: { measureId: measures[0].id, date: await day('0 days'), value: '7.2', evidenceKind: 'count' },
    });
    // A year after it was first realised, measured in these 12 months and still there: F19.
    expect((await read(lapsed)).state).toBe('sustained');
  });

  it('becomes sustained when the year is over, without anybody doing anything', async () => {
    const [first, latest] = [await day('-12 months'), await day('-1 month')];
    const lasting = await claim(
      'realised',
      [
        { on: first, value: '7' },
        { on: latest, value: '7.5' },
      ],
      first,
    );
    const fallen = await claim(
      'realised',
      [
        { on: first, value: '7' },
        { on: latest, value: '12' },
      ],
      first,
    );
    await keep();
    expect((await read(lasting)).state).toBe('sustained');
    expect((await read(fallen)).state).toBe('in_realisation');
  });
});
