import { ApiUnderTest, PASSWORD, type SignedIn, type TestOrganisation } from './api-under-test';

describe('access administration', () => {
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

  const change = (accountId: string, version: number, body: object, as = admin) =>
    api.call('PATCH', `/accounts/${accountId}`, { as, version, body });

  it('gives a person a sign-in with roles, and the roles count', async () => {
    const person = await api.call('POST', '/people', { as: admin, body: { name: 'Ny Kollega', unitId: home.unitId } });
    const body = {
      personId: person.body.id,
      email: `Ny.Kollega.${home.organisationId}@Example.test`,
      password: PASSWORD,
      grants: [
        { role: 'leader', unitId: home.unitId },
        { role: 'leader', unitId: home.unitId },
      ],
    };
    const made = await api.call('POST', '/accounts', { as: admin, body });
    expect(made.body).toMatchObject({
      personName: 'Ny Kollega',
      email: body.email.toLowerCase(),
      grants: [{ role: 'leader', unitId: home.unitId }],
      hasPassword: true,
      lastSeenAt: null,
      version: 1,
    });
    expect(JSON.stringify(made.body)).not.toContain('argon2');
    const signedIn = await api.call('POST', '/session', { body: { email: body.email, password: PASSWORD }, key: null });
    expect(signedIn.body.roles).toEqual([{ role: 'leader', unitId: home.unitId }]);
    const again = await api.call('POST', '/accounts', { as: admin, body });
    expect([again.status, again.body.code]).toEqual([409, 'duplicate']);
  });

  it('ends the open sessions when roles or password change, and not for a language', async () => {
    const id = home.accountIds.project_manager;
    const first = await home.session('project_manager');
    await change(id, 1, { locale: 'en' });
    expect((await api.call('GET', '/session', { as: first })).status).toBe(200);
    await change(id, 2, { grants: [{ role: 'auditor', unitId: null }] });
    expect((await api.call('GET', '/session', { as: first })).status).toBe(401);
    const second = await home.session('project_manager');
    expect((await change(id, 3, { password: 'weak' })).body.errors[0].pointer).toBe('/password');
    await change(id, 3, { password: 'another good sentence' });
    expect((await api.call('GET', '/session', { as: second })).status).toBe(401);
  });

  it('always keeps an administrator of the whole organisation', async () => {
    const own = home.accountIds.administrator;
    for (const body of [
      { active: false },
      { grants: [] },
      { grants: [{ role: 'administrator', unitId: home.unitId }] },
    ]) {
      const reply = await change(own, 1, body);
      expect([reply.status, reply.body.code]).toEqual([422, 'rule_refused']);
    }
    await change(home.accountIds.leader, 1, { grants: [{ role: 'administrator', unitId: null }] });
    const other = await home.session('leader');
    const replies = await Promise.all([
      change(own, 1, { grants: [] }, other),
      change(home.accountIds.leader, 2, { grants: [] }, admin),
    ]);
    // The one who comes later is refused by the rule, or is already signed out by the change of the other.
    const [taken, refused] = replies.map(({ status }) => status).sort();
    expect([taken, [401, 422].includes(refused ?? 0)]).toEqual([200, true]);
    const left = await api.owner.query(
      `select 1 from access_grant where organisation_id = $1 and access_role = 'administrator' and unit_id is null`,
      [home.organisationId],
    );
    expect(left.rowCount).toBe(1);
  });

  it('lets an administrator of a unit hand out nothing beyond it', async () => {
    await change(home.accountIds.leader, 1, { grants: [{ role: 'administrator', unitId: home.unitId }] });
    const limited = await home.session('leader');
    const finance = home.accountIds.finance;
    expect((await change(finance, 1, { grants: [{ role: 'finance', unitId: null }] }, limited)).status).toBe(403);
    // What the account has now reaches further than the administrator does, so it may not be taken away either.
    expect((await change(finance, 1, { grants: [{ role: 'finance', unitId: home.unitId }] }, limited)).status).toBe(
      403,
    );
    await change(finance, 1, { grants: [] });
    const given = await change(finance, 2, { grants: [{ role: 'finance', unitId: home.unitId }] }, limited);
    expect(given.body.grants).toEqual([{ role: 'finance', unitId: home.unitId }]);
  });

  it('tells in the trail what changed, without addresses and passwords', async () => {
    const id = home.accountIds.finance;
    await change(id, 1, { email: 'secret.address@example.test', password: 'another good sentence', locale: 'en' });
    const trail = await api.call('GET', `/audit-events?filter[objectId]=${id}`, { as: admin });
    expect(trail.body.items[0]).toMatchObject({
      actorName: 'Person administrator',
      actorKind: 'person',
      action: 'changed',
      objectKind: 'account',
      objectTitle: 'Person finance',
      changes: {
        locale: { from: 'da', to: 'en' },
        email: { from: null, to: null },
        password: { from: null, to: null },
      },
    });
    expect(trail.text).not.toMatch(/secret|sentence/);
  });

  it('shows the trail newest first, page by page, and by day', async () => {
    for (let version = 1; version <= 3; version++)
      await change(home.accountIds.finance, version, { locale: version % 2 ? 'en' : 'da' });
    const first = await api.call('GET', '/audit-events?limit=2', { as: admin });
    const second = await api.call('GET', `/audit-events?limit=2&cursor=${first.body.nextCursor}`, { as: admin });
    const numbers = [...first.body.items, ...second.body.items].map((event: { sequence: string }) =>
      Number(event.sequence),
    );
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(
      (await api.call('GET', '/audit-events?filter[occurredOn][lte]=2020-01-01', { as: admin })).body.items,
    ).toEqual([]);
    expect((await api.call('GET', '/audit-events', { as: await home.session('project_manager') })).status).toBe(403);
  });

  it('gives 404 for the history of what is not there', async () => {
    const reply = await api.call('GET', `/history/initiative/${home.unitId}`, { as: admin });
    expect(reply.status).toBe(404);
  });

  it('shows a job, and lets only its owner or the office cancel it', async () => {
    const { rows } = await api.owner.query(
      `insert into job (organisation_id, kind, state, done, total, created_by, request_id) values ($1, 'import', 'running', 1, 4, $2, 'r') returning id`,
      [home.organisationId, home.personIds.finance],
    );
    const path = `/jobs/${rows[0].id}`;
    expect((await api.call('GET', path, { as: await home.session('auditor') })).body).toMatchObject({
      state: 'running',
      progress: 0.25,
    });
    expect((await api.call('DELETE', path, { as: await home.session('leader') })).status).toBe(403);
    const cancelled = await api.call('DELETE', path, { as: await home.session('finance') });
    expect([cancelled.status, cancelled.body.cancelRequested, cancelled.body.state]).toEqual([202, true, 'running']);
    expect((await api.call('DELETE', path, { as: await home.session('portfolio_office') })).status).toBe(202);
  });
});
