import * as fc from 'fast-check';
import { ApiUnderTest, type SignedIn, type TestOrganisation } from './api-under-test';

describe('units and people', () => {
  let api: ApiUnderTest;
  let home: TestOrganisation;
  let admin: SignedIn;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
  });
  afterAll(() => api.stop());
  beforeEach(async () => {
    home = await api.organisation();
    admin = await home.session('administrator');
  });

  let count = 0;
  async function addUnit(parentId: string, name = 'Enhed'): Promise<{ id: string; version: number }> {
    const reply = await api.call('POST', '/units', { as: admin, body: { parentId, code: `U${++count}`, name } });
    expect(reply.status).toBe(201);
    return reply.body;
  }
  const move = (unit: { id: string; version: number }, parentId: string | null) =>
    api.call('PATCH', `/units/${unit.id}`, { as: admin, version: unit.version, body: { parentId } });

  interface UnitRow {
    id: string;
    parent_id: string | null;
    ancestor_ids: string[];
    level: number;
  }
  async function expectSoundTree(): Promise<UnitRow[]> {
    const { rows } = await api.owner.query<UnitRow>(
      'select id, parent_id, ancestor_ids, level from unit where organisation_id = $1',
      [home.organisationId],
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    const pathOf = (row: UnitRow): string[] => {
      const parent = row.parent_id === null ? undefined : byId.get(row.parent_id);
      return [...(parent ? pathOf(parent) : []), row.id];
    };
    for (const row of rows) {
      expect(row.ancestor_ids).toEqual(pathOf(row));
      expect(row.level).toBe(row.ancestor_ids.length - 1);
    }
    return rows;
  }

  it('lists the tree, parents before children', async () => {
    await addUnit(home.unitId);
    const { body } = await api.call('GET', '/units', { as: await home.session('auditor') });
    expect(body.items.map((unit: { level: number }) => unit.level)).toEqual([0, 1, 2]);
    expect(body.items[0]).toMatchObject({ id: home.rootUnitId, parentId: null, name: 'Rådhus', version: 1 });
  });

  it('moves a unit with everything below it', async () => {
    const a = await addUnit(home.unitId, 'A');
    const b = await addUnit(a.id, 'B');
    await addUnit(b.id, 'C');
    const reply = await move(a, home.rootUnitId);
    expect([reply.status, reply.body.level, reply.body.version]).toEqual([200, 1, 2]);
    await expectSoundTree();
  });

  it('refuses a circle, a second top, and a top that is moved', async () => {
    const a = await addUnit(home.unitId, 'A');
    const b = await addUnit(a.id, 'B');
    expect((await move(a, b.id)).body.errors[0]).toMatchObject({ pointer: '/parentId', code: 'circle' });
    expect((await move(a, a.id)).body.errors[0].code).toBe('circle');
    expect((await move(a, null)).body.errors[0].code).toBe('second_root');
    const second = await api.call('POST', '/units', { as: admin, body: { parentId: null, code: 'X', name: 'X' } });
    expect(second.body.errors[0].code).toBe('second_root');
    expect((await move({ id: home.rootUnitId, version: 1 }, b.id)).body.errors[0].code).toBe('circle');
    await expectSoundTree();
  });

  it('keeps every path true whatever is moved where, also at the same time', async () => {
    const units = [home.unitId];
    for (let index = 0; index < 6; index++) units.push((await addUnit(units[index % 3] ?? home.unitId)).id);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(units.length - 1), fc.nat(units.length - 1)), { minLength: 1, maxLength: 4 }),
        async (moves) => {
          const { rows } = await api.owner.query('select id, version from unit where organisation_id = $1', [
            home.organisationId,
          ]);
          const versions = new Map(rows.map((row) => [row.id as string, row.version as number]));
          await Promise.all(
            moves.map(([from, to]) => {
              const id = units[from] ?? '';
              return move({ id, version: versions.get(id) ?? 0 }, units[to] ?? '');
            }),
          );
          expect(await expectSoundTree()).toHaveLength(units.length + 1);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('lets an administrator of one unit work there and below, not elsewhere', async () => {
    const other = await addUnit(home.rootUnitId, 'Anden');
    await api.owner.query('update access_grant set unit_id = $1 where account_id = $2', [
      home.unitId,
      home.accountIds.administrator,
    ]);
    const inside = await addUnit(home.unitId, 'Inde');
    const outside = await api.call('POST', '/units', { as: admin, body: { parentId: other.id, code: 'Y', name: 'Y' } });
    expect(outside.status).toBe(403);
    expect((await move(inside, other.id)).status).toBe(403);
    expect((await api.call('PATCH', `/units/${other.id}`, { as: admin, version: 1, body: { name: 'Z' } })).status).toBe(
      403,
    );
  });

  it('adds, changes and finds people; who leaves cannot sign in any more', async () => {
    const office = await home.session('portfolio_office');
    const body = { name: 'Åse Østergaard', email: 'aase@example.test', unitId: home.unitId, managerLevel: 'head' };
    const made = await api.call('POST', '/people', { as: office, body });
    expect(made.body).toMatchObject({ ...body, title: null, active: true, version: 1 });
    const found = await api.call('GET', `/people?q=øster&filter[unitId]=${home.rootUnitId}`, { as: office });
    expect(found.body.items.map((person: { id: string }) => person.id)).toEqual([made.body.id]);
    expect(found.body.total).toBe(1);
    const leader = await home.session('leader');
    const gone = await api.call('PATCH', `/people/${home.personIds.leader}`, {
      as: office,
      version: 1,
      body: { active: false },
    });
    expect([gone.status, gone.body.active]).toEqual([200, false]);
    expect((await api.call('GET', '/session', { as: leader })).status).toBe(401);
    const { rows } = await api.owner.query(
      `select changes from audit_event where organisation_id = $1 and object_kind = 'person' and object_id = $2`,
      [home.organisationId, made.body.id],
    );
    expect(JSON.stringify(rows)).not.toMatch(/Åse|aase/);
  });

  it('walks over people page by page in Danish order', async () => {
    const names: string[] = [];
    let cursor = '';
    do {
      const { body } = await api.call('GET', `/people?limit=2${cursor}`, { as: admin });
      names.push(...body.items.map((person: { name: string }) => person.name));
      cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : '';
    } while (cursor);
    expect(names).toHaveLength(6);
    expect(names).toEqual([...names].sort(new Intl.Collator('da').compare));
    const forged = await api.call('GET', '/people?cursor=abc', { as: admin });
    expect([forged.status, forged.body.errors[0].pointer]).toEqual([400, '/query/cursor']);
  });

  it('assigns roles that no object keeps itself, and ends them', async () => {
    const office = await home.session('portfolio_office');
    const body = {
      personId: home.personIds.finance,
      objectKind: 'unit',
      objectId: home.unitId,
      role: 'finance_controller',
    };
    const made = await api.call('POST', '/role-assignments', { as: office, body });
    expect(made.body).toMatchObject({ ...body, personName: 'Person finance', validTo: null, version: 1 });
    const { body: units } = await api.call('GET', '/units', { as: office });
    const unit = units.items.find(({ id }: { id: string }) => id === home.unitId);
    expect(made.body.objectTitle).toBe(unit.name);
    const ended = await api.call('PATCH', `/role-assignments/${made.body.id}`, {
      as: office,
      version: 1,
      body: { validTo: made.body.validFrom },
    });
    expect(ended.body.validTo).toBe(made.body.validFrom);
    const reversed = await api.call('PATCH', `/role-assignments/${made.body.id}`, {
      as: office,
      version: 2,
      body: { validTo: '2001-01-01' },
    });
    expect(reversed.body.errors[0].pointer).toBe('/validTo');
    const kept = await api.call('POST', '/role-assignments', {
      as: office,
      body: { ...body, objectKind: 'initiative', role: 'project_owner' },
    });
    expect(kept.body.errors[0].code).toBe('set_on_object');
    const unknown = await api.call('POST', '/role-assignments', {
      as: office,
      body: { ...body, objectId: home.personIds.leader },
    });
    expect(unknown.body.errors[0].pointer).toBe('/objectId');
    const list = await api.call(
      'GET',
      `/role-assignments?filter[objectId]=${home.unitId}&filter[validTo][is]=present`,
      { as: office },
    );
    expect(list.body.items).toHaveLength(1);
  });
});
