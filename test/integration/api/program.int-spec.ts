import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiProcess } from '@hoest/testing';
import { ApiUnderTest, PASSWORD, type SignedIn, type TestOrganisation } from './api-under-test';

/** The bundled program, as it runs in production. */
describe('the api as a program', () => {
  /** Makes the database and the organisation; the program under test is another process on the same database. */
  let ground: ApiUnderTest;
  let home: TestOrganisation;
  let admin: SignedIn;
  const running: ApiProcess[] = [];

  beforeAll(async () => {
    ground = await ApiUnderTest.start();
    home = await ground.organisation();
    admin = await home.session('administrator');
  });
  afterEach(async () => {
    for (const api of running.splice(0)) await api.kill();
  });
  afterAll(() => ground.stop());

  async function start(environment: Record<string, string> = {}): Promise<ApiProcess> {
    const api = await ApiProcess.listening({ databaseUrl: ground.urls.appUrl, environment });
    running.push(api);
    return api;
  }
  const rename = (api: ApiProcess, version: number, name: string) =>
    fetch(`${api.url}/api/v1/units/${home.unitId}`, {
      method: 'PATCH',
      headers: { ...admin.headers, 'content-type': 'application/json', 'if-match': `"${version}"` },
      body: JSON.stringify({ name }),
    });

  it('does not start with wrong settings, and names all of them', async () => {
    const api = new ApiProcess({ databaseUrl: 'mysql://x', environment: { PORT: 'many', LOG_LEVEL: 'loud' } });
    expect((await api.ended).code).toBe(1);
    for (const name of ['DATABASE_URL', 'PORT', 'LOG_LEVEL']) expect(api.errors).toContain(name);
    expect(api.errors).not.toContain('    at ');
  });

  it('does not start as a role that could see every organisation', async () => {
    const api = new ApiProcess({ databaseUrl: ground.urls.ownerUrl });
    expect((await api.ended).code).toBe(1);
    expect(JSON.stringify(api.lines)).toContain('superuser');
  });

  it('finishes what runs when it is asked to stop, takes nothing new, and ends with 0', async () => {
    const api = await start();
    await ground.owner.query('begin');
    await ground.owner.query('select 1 from unit where id = $1 for update', [home.unitId]);
    const held = rename(api, 1, 'Færdig');
    await waitingForLock(ground);
    api.signal('SIGTERM');
    await api.says('stopping');
    await ground.owner.query('commit');
    const reply = await held;
    expect([reply.status, ((await reply.json()) as { name: string }).name]).toEqual([200, 'Færdig']);
    expect((await api.ended).code).toBe(0);
    expect(api.lines.map((line) => line.msg)).toContain('stopped');
    await expect(fetch(`${api.url}/api/v1/health/live`)).rejects.toThrow();
  });

  it('ends at once when it is asked twice', async () => {
    const api = await start();
    await ground.owner.query('begin');
    await ground.owner.query('select 1 from unit where id = $1 for update', [home.unitId]);
    const held = rename(api, 2, 'Afbrudt').catch(() => 'cut');
    await waitingForLock(ground);
    api.signal('SIGTERM');
    await api.says('stopping');
    api.signal('SIGTERM');
    expect((await api.ended).code).toBe(1);
    await ground.owner.query('commit');
    expect(await held).toBe('cut');
    const { rows } = await ground.owner.query('select name from unit where id = $1', [home.unitId]);
    expect(rows[0].name).toBe('Færdig');
  });

  it('goes on after the database cut every connection', async () => {
    const api = await start();
    const live = () => fetch(`${api.url}/api/v1/units`, { headers: admin.headers });
    expect((await live()).status).toBe(200);
    await ground.owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'hoest_app'`,
    );
    // A connection the pool has not found broken yet may fail once, as "try again".
    const statuses: number[] = [];
    for (let tries = 0; tries < 20 && statuses.at(-1) !== 200; tries++) {
      statuses.push((await live()).status);
      await sleep(50);
    }
    expect(statuses.at(-1)).toBe(200);
    expect(statuses.every((status) => status === 200 || status === 503)).toBe(true);
    expect(api.running).toBe(true);
  });

  it('writes no secrets and no names into its log', async () => {
    const api = await start({ METRICS_TOKEN: randomBytes(12).toString('hex') });
    const headers = { 'content-type': 'application/json', origin: api.url };
    const signIn = (password: string) =>
      fetch(`${api.url}/api/v1/session`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ email: home.emails.leader, password }),
      });
    const cookie = (await signIn(PASSWORD)).headers.getSetCookie()[0]?.split(';')[0] ?? '';
    await signIn('quite another sentence');
    await fetch(`${api.url}/api/v1/session`, { headers: { cookie, 'x-request-id': 'line-one\\nline-two' } });
    await fetch(`${api.url}/api/v1/people?q=Hemmelig`, { headers: { cookie } });
    await api.stop();
    const log = JSON.stringify(api.lines);
    for (const secret of [
      PASSWORD,
      'quite another',
      cookie.split('=')[1] ?? '?',
      home.emails.leader,
      'Person leader',
      'Hemmelig',
    ]) {
      expect(log).not.toContain(secret);
    }
    expect(api.lines.map((line) => line.msg)).toEqual(
      expect.arrayContaining(['signed in', 'sign-in failed', 'request']),
    );
    expect(
      api.lines.filter((line) => line.msg === 'request').every((line) => typeof line['requestId'] === 'string'),
    ).toBe(true);
  });
});

/** Waits until a statement of the program waits for the lock that the test holds. */
async function waitingForLock(ground: ApiUnderTest): Promise<void> {
  for (;;) {
    const { rows } = await ground.owner.query(
      `select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (rows[0].waiting > 0) return;
    await sleep(10);
  }
}
