import { Database, systemCaller } from '@hoest/persistence';
import * as fc from 'fast-check';
import { ApiUnderTest, type Reply, type SignedIn, type TestOrganisation } from './api-under-test';

/** Many organisations share few connections; whatever goes wrong in one request, the next one must not see its rows. */
describe('shared connections', () => {
  const CONNECTIONS = 4;
  let api: ApiUnderTest;
  const tenants: { organisation: TestOrganisation; as: SignedIn }[] = [];

  beforeAll(async () => {
    api = await ApiUnderTest.start({ DATABASE_POOL_SIZE: String(CONNECTIONS) });
    for (let index = 0; index < 20; index++) {
      const organisation = await api.organisation(`Kommune ${index}`);
      tenants.push({ organisation, as: await organisation.token('administrator') });
    }
  });
  afterAll(() => api.stop());

  /** Calls that read, write, and fail at every stage: before, inside and at the end of the transaction. */
  const kinds = ['read', 'write', 'duplicate', 'broken reference', 'stale', 'invalid'] as const;
  let count = 0;
  async function run(tenant: number, kind: (typeof kinds)[number]): Promise<Reply> {
    const { organisation, as } = tenants[tenant] as (typeof tenants)[number];
    const unit = { parentId: organisation.rootUnitId, code: `P${++count}`, name: 'x' };
    switch (kind) {
      case 'read':
        return api.call('GET', '/people', { as });
      case 'write':
        return api.call('POST', '/units', { as, body: unit });
      case 'duplicate':
        return api.call('POST', '/units', { as, body: { ...unit, code: '11' } });
      case 'broken reference':
        return api.call('POST', '/people', {
          as,
          body: { name: 'x', unitId: tenants[(tenant + 1) % 20]?.organisation.unitId },
        });
      case 'stale':
        return api.call('PATCH', `/units/${organisation.unitId}`, { as, version: 999, body: { name: 'x' } });
      case 'invalid':
        return api.call('GET', '/people?limit=0', { as });
    }
  }

  it('never shows a row of another organisation, in any order of calls and failures', async () => {
    const expected = { read: 200, write: 201, duplicate: 409, 'broken reference': 422, stale: 412, invalid: 400 };
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(19), fc.constantFrom(...kinds)), { minLength: 20, maxLength: 40 }),
        async (calls) => {
          const replies = await Promise.all(calls.map(([tenant, kind]) => run(tenant, kind)));
          for (const [index, [tenant, kind]] of calls.entries()) {
            const reply = replies[index];
            expect([kind, reply?.status]).toEqual([kind, expected[kind]]);
            if (kind !== 'read') continue;
            const own = new Set(Object.values(tenants[tenant]?.organisation.personIds ?? {}));
            expect(reply?.body.items).toHaveLength(own.size);
            expect(reply?.body.items.every((person: { id: string }) => own.has(person.id))).toBe(true);
          }
        },
      ),
      { numRuns: 8 },
    );
    const { rows } = await api.owner.query(
      `select count(*)::int as strays from person p join unit u on u.id = p.unit_id where u.organisation_id <> p.organisation_id`,
    );
    expect(rows[0].strays).toBe(0);
  });

  it('leaves no organisation set on a connection it gives back', async () => {
    const database = api.app.get(Database);
    const settings = await Promise.all(
      Array.from({ length: CONNECTIONS }, () =>
        database.lookUp<{ organisation: string | null }>(
          `select current_setting('app.organisation_id', true) as organisation, pg_sleep(0.05)`,
        ),
      ),
    );
    expect(settings.flat().every(({ organisation }) => !organisation)).toBe(true);
  });

  it('says "try again" instead of waiting for ever when all connections are taken', async () => {
    const database = api.app.get(Database);
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    const holders = Array.from({ length: CONNECTIONS }, () =>
      database.transaction(systemCaller(1, 'test'), {}, () => released),
    );
    const reply = await api.call('GET', '/units', { as: tenants[0]?.as });
    release();
    await Promise.all(holders);
    expect([reply.status, reply.body.code, reply.headers['retry-after']]).toEqual([503, 'busy', '2']);
    expect((await api.call('GET', '/units', { as: tenants[0]?.as })).status).toBe(200);
  });
});
