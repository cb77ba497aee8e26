import { ApiUnderTest, PASSWORD, type TestOrganisation } from './api-under-test';

describe('session', () => {
  let api: ApiUnderTest;
  let home: TestOrganisation;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    home = await api.organisation();
  });
  afterAll(() => api.stop());

  const signIn = (email: string, password = PASSWORD, headers: Record<string, string> = {}) =>
    api.call('POST', '/session', { body: { email, password }, headers, key: null });
  const cookiesOf = (setCookie: unknown) =>
    Object.fromEntries(
      (setCookie as string[]).map((cookie) => {
        const [pair = ''] = cookie.split(';');
        const equals = pair.indexOf('=');
        return [pair.slice(0, equals), pair.slice(equals + 1)];
      }),
    ) as Record<string, string>;

  it('signs in, says who is there, and signs out at once', async () => {
    const reply = await signIn(home.emails.leader.toUpperCase());
    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({
      organisation: { name: 'Prøveby', rootUnitId: home.rootUnitId },
      person: { id: home.personIds.leader },
      roles: [{ role: 'leader', unitId: null }],
    });
    expect(reply.body.permissions).toContain('decision.record');
    expect(reply.body.permissions).not.toContain('access.manage');
    const [sid = '', xsrf = ''] = reply.headers['set-cookie'] as string[];
    expect(sid).toMatch(/^sid=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(xsrf).toMatch(/^XSRF-TOKEN=[\w-]{43}; Path=\/; SameSite=Lax$/);
    const cookies = cookiesOf(reply.headers['set-cookie']);
    const headers = { cookie: `sid=${cookies['sid']}`, 'x-xsrf-token': cookies['XSRF-TOKEN'] ?? '' };
    expect((await api.call('GET', '/session', { headers })).body.csrfToken).toBe(cookies['XSRF-TOKEN']);
    expect((await api.call('DELETE', '/session', { headers })).status).toBe(204);
    expect((await api.call('GET', '/session', { headers })).status).toBe(401);
  });

  it('ends the session the browser had when somebody signs in again', async () => {
    const first = cookiesOf((await signIn(home.emails.finance)).headers['set-cookie']);
    const second = cookiesOf(
      (await signIn(home.emails.finance, PASSWORD, { cookie: `sid=${first['sid']}` })).headers['set-cookie'],
    );
    expect(second['sid']).not.toBe(first['sid']);
    expect((await api.call('GET', '/session', { headers: { cookie: `sid=${first['sid']}` } })).status).toBe(401);
    expect((await api.call('GET', '/session', { headers: { cookie: `sid=${second['sid']}` } })).status).toBe(200);
  });

  it('answers an unknown address and a wrong password alike, in the language asked for', async () => {
    const wrong = await signIn(home.emails.auditor, 'not the right sentence', { 'accept-language': 'da' });
    const unknown = await signIn('nobody@example.test', 'not the right sentence', { 'accept-language': 'da' });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect({ ...wrong.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
    expect(wrong.body.title).toBe('E-mail og adgangskode passer ikke sammen');
  });

  it('slows down guessing on an account without locking out others', async () => {
    const guess = () => signIn(home.emails.auditor, 'guess guess guess guess');
    const statuses: number[] = [];
    for (let index = 0; index < 12; index++) statuses.push((await guess()).status);
    expect(statuses.slice(-1)).toEqual([429]);
    expect((await signIn(home.emails.auditor)).status).toBe(429);
    expect((await signIn(home.emails.leader)).status).toBe(201);
  });

  it('refuses a sign-in that another site made the browser send', async () => {
    expect((await signIn(home.emails.leader, PASSWORD, { 'sec-fetch-site': 'cross-site' })).body.code).toBe('csrf');
    expect((await signIn(home.emails.leader, PASSWORD, { origin: 'https://evil.example' })).body.code).toBe('csrf');
    expect(
      (await signIn(home.emails.leader, PASSWORD, { origin: 'http://localhost:4300', host: 'localhost:4300' })).status,
    ).toBe(201);
  });

  it('lets a session idle out and end after ten hours, by the clock of the database', async () => {
    const idle = await home.session('leader');
    await api.owner.query(`update session set last_seen_at = now() - interval '31 minutes'`);
    expect((await api.call('GET', '/session', { as: idle })).status).toBe(401);
    const old = await home.session('leader');
    await api.owner.query(`update session set expires_at = now() - interval '1 second'`);
    expect((await api.call('GET', '/session', { as: old })).status).toBe(401);
  });

  it('notes at most once a minute that a session was used', async () => {
    await api.owner.query('delete from session');
    const signedIn = await home.session('leader');
    const seen = async () => (await api.owner.query('select last_seen_at from session')).rows[0].last_seen_at as Date;
    const first = await seen();
    await api.call('GET', '/session', { as: signedIn });
    expect(await seen()).toEqual(first);
    await api.owner.query(`update session set last_seen_at = now() - interval '2 minutes'`);
    await api.call('GET', '/session', { as: signedIn });
    expect((await seen()).getTime()).toBeGreaterThanOrEqual(first.getTime());
  });

  it('stops a session with the next request when the account is closed or the person leaves', async () => {
    const signedIn = await home.session('portfolio_office');
    await api.owner.query('update account set active = false where id = $1', [home.accountIds.portfolio_office]);
    expect((await api.call('GET', '/session', { as: signedIn })).status).toBe(401);
    await api.owner.query('update account set active = true where id = $1', [home.accountIds.portfolio_office]);
    expect((await api.call('GET', '/session', { as: signedIn })).status).toBe(200);
  });

  it('changes the language and the own password', async () => {
    const other = await home.session('project_manager');
    const here = await home.session('project_manager');
    expect((await api.call('PUT', '/session/locale', { as: here, body: { locale: 'en' } })).body.locale).toBe('en');
    expect((await api.call('GET', '/units?nonsense=1', { as: here })).body.title).toBe(
      'Something in the request is not valid',
    );
    const change = (current: string, next: string) =>
      api.call('PUT', '/session/password', { as: here, body: { current, next } });
    expect((await change('wrong', 'a wholly new sentence')).body.errors[0].pointer).toBe('/current');
    expect((await change(PASSWORD, 'short')).body.errors[0].code).toBe('password_too_short');
    expect((await change(PASSWORD, 'a wholly new sentence')).status).toBe(204);
    expect((await api.call('GET', '/session', { as: other })).status).toBe(401);
    expect((await api.call('GET', '/session', { as: here })).status).toBe(200);
    expect((await signIn(home.emails.project_manager, 'a wholly new sentence')).status).toBe(201);
  });

  it('shows demo accounts only where there are any', async () => {
    expect((await api.call('GET', '/session/demo-accounts')).body).toEqual({ items: [] });
    await api.owner.query('update account set is_demo = true where id = $1', [home.accountIds.finance]);
    expect((await api.call('GET', '/session/demo-accounts')).body.items).toEqual([
      { email: home.emails.finance, name: 'Person finance', title: null, role: 'finance' },
    ]);
  });
});
