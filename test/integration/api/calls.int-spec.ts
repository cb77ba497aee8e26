import { ApiUnderTest, type CallOptions, type SignedIn, type TestOrganisation } from './api-under-test';

describe('calls', () => {
  let api: ApiUnderTest;
  let home: TestOrganisation;
  let admin: SignedIn;
  let token: SignedIn;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    home = await api.organisation();
    admin = await home.session('administrator');
    token = await home.token('administrator');
  });
  afterAll(() => api.stop());

  let count = 0;
  const newUnit = (name = 'Ny enhed') => ({ parentId: home.rootUnitId, code: `T${++count}`, name });
  const unitCount = async () => Number((await api.owner.query('select count(*) from unit')).rows[0].count);

  describe('problems', () => {
    it('lists all faults at once, with pointers, in both languages', async () => {
      const send = (language: string) =>
        api.call('POST', '/units?nonsense=1', {
          as: admin,
          headers: { 'accept-language': language },
          body: { code: '', name: 'x', parentId: 'no', level: 3 },
        });
      const da = await send('da-DK,da;q=0.9');
      expect(da.status).toBe(400);
      expect(da.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      expect(da.headers['content-language']).toBe('da');
      expect(da.body).toMatchObject({
        type: '/problems/invalid',
        code: 'invalid',
        instance: '/api/v1/units',
        title: 'Noget i kaldet er ikke gyldigt',
      });
      expect(da.body.errors.map((fault: { pointer: string }) => fault.pointer).sort()).toEqual([
        '/code',
        '/level',
        '/parentId',
        '/query/nonsense',
      ]);
      const en = await send('en');
      expect(en.body.title).toBe('Something in the request is not valid');
      for (const index of [0, 1, 2, 3]) expect(en.body.errors[index].detail).not.toBe(da.body.errors[index].detail);
    });

    it.each([
      ['broken JSON', '{"code": ', 400, 'malformed'],
      ['a repeated key', '{"code":"A","code":"B"}', 400, 'malformed'],
      ['a repeated key, escaped', '{"code":"A","\\u0063ode":"B"}', 400, 'malformed'],
      ['__proto__', '{"__proto__":{"admin":true}}', 400, 'malformed'],
      ['NUL in a text', '{"code":"A\\u0000"}', 400, 'malformed'],
      ['a body that is too large', `{"code":"${'x'.repeat(1_100_000)}"}`, 413, 'too_large'],
    ])('refuses %s', async (_, body, status, code) => {
      const reply = await api.call('POST', '/units', { as: admin, body });
      expect([reply.status, reply.body.code]).toEqual([status, code]);
    });

    it('refuses other media, repeated query names, unknown addresses and methods', async () => {
      const text = await api.call('POST', '/units', {
        as: admin,
        body: 'code=1',
        headers: { 'content-type': 'text/plain' },
      });
      expect([text.status, text.body.code]).toEqual([415, 'unsupported_media']);
      const repeated = await api.call('GET', '/people?limit=1&limit=2', { as: admin });
      expect([repeated.status, repeated.body.errors[0].pointer]).toEqual([400, '/query/limit']);
      const unknown = await api.call('GET', '/no-such-thing', { as: admin });
      expect([unknown.status, unknown.body.code]).toEqual([404, 'not_found']);
      const method = await api.call('PUT', '/units', { as: admin, body: {} });
      expect([method.status, method.headers['allow']]).toEqual([405, 'GET, POST']);
    });

    it('answers a request id that makes sense, and replaces one that does not', async () => {
      const given = await api.call('GET', '/session', { headers: { 'x-request-id': 'trace-12345678' } });
      expect(given.headers['x-request-id']).toBe('trace-12345678');
      expect(given.body.requestId).toBe('trace-12345678');
      const hostile = await api.call('GET', '/session', { headers: { 'x-request-id': 'a"b<c> \t'.repeat(9) } });
      expect(hostile.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    });

    it('says 503 with Retry-After when a row is locked too long, and nothing of the database', async () => {
      const unit = (await api.call('POST', '/units', { as: admin, body: newUnit() })).body;
      await api.owner.query('begin');
      await api.owner.query('select 1 from unit where id = $1 for update', [unit.id]);
      const reply = await api.call('PATCH', `/units/${unit.id}`, { as: admin, version: 1, body: { name: 'Anders' } });
      await api.owner.query('rollback');
      expect([reply.status, reply.body.code, reply.headers['retry-after']]).toEqual([503, 'busy', '2']);
      expect(reply.text).not.toMatch(/lock|sql|unit_/i);
    });

    it('names the field whose reference does not exist, and the value that is taken', async () => {
      const person = { name: 'Ny', unitId: '0198c1f2-7a54-7c3e-9a51-5c2b8f5d9e10' };
      const reference = await api.call('POST', '/people', { as: admin, body: person });
      expect([reference.status, reference.body.errors[0].pointer]).toEqual([422, '/unitId']);
      const taken = await api.call('POST', '/units', { as: admin, body: { ...newUnit(), code: '11' } });
      expect([taken.status, taken.body.code]).toEqual([409, 'duplicate']);
    });
  });

  describe('cross-site requests', () => {
    it('changes nothing without the CSRF header, or for another site', async () => {
      const before = await unitCount();
      const without = { headers: { cookie: admin.headers['cookie'] ?? '' } };
      const attempts: CallOptions[] = [
        { as: without },
        { as: { headers: { ...admin.headers, 'x-xsrf-token': 'x'.repeat(43) } } },
        { as: admin, headers: { 'sec-fetch-site': 'cross-site' } },
        { as: admin, headers: { 'sec-fetch-site': 'same-site' } },
        { as: admin, headers: { origin: 'null' } },
      ];
      for (const options of attempts) {
        const reply = await api.call('POST', '/units', { ...options, body: newUnit() });
        expect([reply.status, reply.body.code]).toEqual([403, 'csrf']);
      }
      expect(await unitCount()).toBe(before);
    });
  });

  describe('access tokens', () => {
    it('are shown once, work as Bearer and as Basic password, and stop when revoked', async () => {
      const expiresOn = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
      const body = { name: 'Excel', scopes: ['read'], expiresOn };
      const made = await api.call('POST', '/access-tokens', { as: admin, body });
      expect(made.status).toBe(201);
      expect(made.body.token).toMatch(/^hoest_[\w-]{43}$/);
      expect(made.headers['cache-control']).toBe('no-store');
      const { rows } = await api.owner.query('select response::text from idempotency_key');
      expect(JSON.stringify(rows)).not.toContain(made.body.token);
      const bearer = { headers: { authorization: `Bearer ${made.body.token}` } };
      const basic = {
        headers: { authorization: `Basic ${Buffer.from(`anybody:${made.body.token}`).toString('base64')}` },
      };
      for (const as of [bearer, basic]) expect((await api.call('GET', '/units', { as })).status).toBe(200);
      expect((await api.call('POST', '/units', { as: bearer, body: newUnit() })).status).toBe(403);
      expect((await api.call('GET', '/access-tokens', { as: bearer })).status).toBe(403);
      const list = (await api.call('GET', '/access-tokens', { as: admin })).body.items;
      expect(list.map((item: { name: string }) => item.name)).toContain('Excel');
      expect(JSON.stringify(list)).not.toContain('token');
      expect((await api.call('DELETE', `/access-tokens/${made.body.id}`, { as: admin })).status).toBe(204);
      expect((await api.call('GET', '/units', { as: bearer })).status).toBe(401);
      expect((await api.call('DELETE', `/access-tokens/${made.body.id}`, { as: admin })).status).toBe(404);
    });

    it('cannot make tokens, and must end within a year', async () => {
      const body = { name: 'x', scopes: ['admin'], expiresOn: '2099-01-01' };
      expect((await api.call('POST', '/access-tokens', { as: token, body })).status).toBe(403);
      expect((await api.call('POST', '/access-tokens', { as: admin, body })).body.errors[0].pointer).toBe('/expiresOn');
    });

    it('need no CSRF header and no Idempotency-Key', async () => {
      expect((await api.call('POST', '/units', { as: token, key: null, body: newUnit() })).status).toBe(201);
    });
  });

  describe('versions', () => {
    it('wants If-Match, refuses a stale one with the row and the fields that changed', async () => {
      const made = await api.call('POST', '/units', { as: admin, body: newUnit() });
      expect(made.headers['etag']).toBe('"1"');
      const path = `/units/${made.body.id}`;
      const missing = await api.call('PATCH', path, { as: admin, body: { name: 'A' } });
      expect([missing.status, missing.body.code]).toEqual([428, 'version_required']);
      const changed = await api.call('PATCH', path, { as: admin, version: 1, body: { name: 'A' } });
      expect([changed.status, changed.headers['etag'], changed.body.name]).toEqual([200, '"2"', 'A']);
      await api.call('PATCH', path, { as: admin, version: 2, body: { inScope: false } });
      const stale = await api.call('PATCH', path, { as: admin, version: 1, body: { code: 'Z9' } });
      expect(stale.status).toBe(412);
      expect(stale.body).toMatchObject({
        code: 'stale',
        current: { id: made.body.id, name: 'A', version: 3 },
        changedFields: ['inScope', 'name'],
      });
      expect(JSON.stringify(stale.body)).not.toMatch(/organisationId|ancestorIds/);
    });

    it('lets exactly one of two writers with the same version win', async () => {
      const { id } = (await api.call('POST', '/units', { as: admin, body: newUnit() })).body;
      const write = (name: string) => api.call('PATCH', `/units/${id}`, { as: admin, version: 1, body: { name } });
      const statuses = (await Promise.all([write('A'), write('B'), write('C')])).map(({ status }) => status).sort();
      expect(statuses).toEqual([200, 412, 412]);
    });
  });

  describe('Idempotency-Key', () => {
    it('is required from browsers', async () => {
      const reply = await api.call('POST', '/units', { as: admin, key: null, body: newUnit() });
      expect([reply.status, reply.body.code]).toEqual([428, 'key_required']);
    });

    it('gives the same call the same answer and does nothing twice', async () => {
      const body = newUnit();
      const first = await api.call('POST', '/units', { as: admin, key: 'key-00000001', body });
      const again = await api.call('POST', '/units', { as: admin, key: 'key-00000001', body });
      expect([first.status, again.status]).toEqual([201, 201]);
      expect(again.body).toEqual(first.body);
      expect([again.headers['etag'], again.headers['idempotency-replayed']]).toEqual(['"1"', 'true']);
      const other = await api.call('POST', '/units', { as: admin, key: 'key-00000001', body: newUnit() });
      expect([other.status, other.body.code]).toEqual([422, 'key_reused']);
    });

    it('belongs to the account', async () => {
      const second = await api.organisation('Naboby');
      const neighbour = await second.session('administrator');
      const reply = await api.call('POST', '/units', {
        as: neighbour,
        key: 'key-00000001',
        body: { ...newUnit(), parentId: second.rootUnitId },
      });
      expect([reply.status, reply.headers['idempotency-replayed']]).toEqual([201, undefined]);
    });

    it('does a thing once for many calls at the same time', async () => {
      const body = newUnit();
      const before = await unitCount();
      const replies = await Promise.all(
        Array.from({ length: 6 }, () => api.call('POST', '/units', { as: admin, key: 'key-00000002', body })),
      );
      expect(replies.every(({ status, body: said }) => status === 201 || said.code === 'in_progress')).toBe(true);
      expect(await unitCount()).toBe(before + 1);
    });

    it('is not used up by a call that was refused', async () => {
      const refused = await api.call('POST', '/units', {
        as: admin,
        key: 'key-00000003',
        body: { ...newUnit(), code: '11' },
      });
      expect(refused.status).toBe(409);
      const { rowCount } = await api.owner.query(`select 1 from idempotency_key where key = 'key-00000003'`);
      expect(rowCount).toBe(0);
    });
  });

  describe('answers', () => {
    it('carry the security headers and are not kept by anybody', async () => {
      const { headers } = await api.call('GET', '/session', { as: admin });
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(headers['strict-transport-security']).toBeUndefined();
      const policy = String(headers['content-security-policy']);
      expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]{24}'/);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      expect(policy).not.toBe(
        String((await api.call('GET', '/session', { as: admin })).headers['content-security-policy']),
      );
    });

    it('never show what the contract does not list', async () => {
      const { text } = await api.call('GET', '/people', { as: admin });
      expect(text).not.toMatch(/organisationId|pseudonym|sort_|externalId/);
    });

    it('are compressed when they are long', async () => {
      const reply = await api.call('GET', '/openapi.json', { as: admin, headers: { 'accept-encoding': 'gzip' } });
      expect(reply.headers['content-encoding']).toBe('gzip');
    });
  });

  it('refuses to write in a reading call, by the database itself', async () => {
    const { Database, systemCaller } = await import('@hoest/persistence');
    const database = api.app.get(Database);
    const write = database.transaction(systemCaller(home.organisationId, 'test'), { readOnly: true }, (tx) =>
      tx.query(`update unit set name = 'x' where organisation_id = $1`, [home.organisationId]),
    );
    await expect(write).rejects.toMatchObject({ driverError: { code: '25006' } });
  });
});
