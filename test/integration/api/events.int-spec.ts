import { ApiUnderTest, type SignedIn, type TestOrganisation } from './api-under-test';

/** Reads a stream of server-sent events until a text has come, or the stream ends. */
class EventReader {
  text = '';
  ended = false;

  private constructor(
    readonly response: Response,
    readonly close: () => void,
  ) {}

  static async open(url: string, as: SignedIn, headers: Record<string, string> = {}): Promise<EventReader> {
    const abort = new AbortController();
    const response = await fetch(url, { headers: { ...as.headers, ...headers }, signal: abort.signal });
    const reader = new EventReader(response, () => abort.abort());
    void reader.read();
    return reader;
  }

  private async read(): Promise<void> {
    try {
      for await (const chunk of this.response.body ?? []) this.text += Buffer.from(chunk as Uint8Array).toString();
    } catch (error) {
      if ((error as Error).name !== 'AbortError') this.text += `\n[broken: ${(error as Error).message}]`;
    }
    this.ended = true;
  }

  async until(condition: () => boolean): Promise<void> {
    while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe('stream of changes', () => {
  let api: ApiUnderTest;
  let home: TestOrganisation;
  let admin: SignedIn;
  let url: string;
  const readers: EventReader[] = [];

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    home = await api.organisation();
    admin = await home.session('administrator');
    await api.app.listen(0, '127.0.0.1');
    url = `${await api.app.getUrl()}/api/v1/events`;
  });
  afterEach(() => {
    for (const reader of readers.splice(0)) reader.close();
  });
  afterAll(() => api.stop());

  async function listen(as: SignedIn, query = '', headers: Record<string, string> = {}): Promise<EventReader> {
    const reader = await EventReader.open(`${url}${query}`, as, headers);
    readers.push(reader);
    if (reader.response.ok) await reader.until(() => reader.text.includes('retry:'));
    return reader;
  }
  const addUnit = (as: SignedIn, organisation: TestOrganisation, code: string) =>
    api.call('POST', '/units', { as, body: { parentId: organisation.rootUnitId, code, name: code } });

  it('tells a tab what changed after the commit, with the headers proxies need', async () => {
    const tab = await listen(admin);
    expect(tab.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(tab.response.headers.get('x-accel-buffering')).toBe('no');
    expect(tab.response.headers.get('cache-control')).toBe('no-store');
    expect(tab.response.headers.get('content-encoding')).toBeNull();
    const made = await addUnit(admin, home, 'E1');
    await tab.until(() => tab.text.includes(made.body.id));
    expect(tab.text).toMatch(
      new RegExp(`id: [0-9a-f]{8}-\\d+\nevent: change\ndata: \\{"topic":"organisation","id":"${made.body.id}"\\}\n\n`),
    );
    expect(tab.text).not.toContain('resync');
  });

  it('tells nobody of what was refused, other organisations, or other topics', async () => {
    const neighbours = await api.organisation('Naboby');
    const [own, other, jobs] = [
      await listen(admin),
      await listen(await neighbours.session('administrator')),
      await listen(admin, '?topics=job,import'),
    ];
    await addUnit(admin, home, '11');
    const made = await addUnit(admin, home, 'E2');
    await own.until(() => own.text.includes(made.body.id));
    const theirs = await addUnit(await neighbours.token('administrator'), neighbours, 'N1');
    await other.until(() => other.text.includes(theirs.body.id));
    expect(own.text.match(/event: change/g)).toHaveLength(1);
    expect(other.text.match(/event: change/g)).toHaveLength(1);
    expect(other.text).not.toContain(made.body.id);
    expect(jobs.text).not.toContain('event: change');
  });

  it('tells a tab that comes back to read everything anew', async () => {
    const tab = await listen(admin, '', { 'last-event-id': 'before-7' });
    await tab.until(() => tab.text.includes('event: resync'));
  });

  it('comes back by itself when the database cut the connection, and says that something may be missing', async () => {
    const tab = await listen(admin);
    await api.owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'hoest-api-changes' and datname = current_database()`,
    );
    await tab.until(() => tab.text.includes('event: resync'));
    const made = await addUnit(admin, home, 'E3');
    await tab.until(() => tab.text.includes(made.body.id));
  });

  it('is for people who are signed in, and refuses topics it does not know', async () => {
    expect((await listen({ headers: {} })).response.status).toBe(401);
    expect((await listen(admin, '?topics=everything')).response.status).toBe(400);
  });

  it('lets one account open only so many', async () => {
    const leader = await home.session('leader');
    for (let index = 0; index < 20; index++) await listen(leader);
    expect((await listen(leader)).response.status).toBe(429);
    expect((await listen(admin)).response.status).toBe(200);
  });

  it('ends when the api stops', async () => {
    const second = await ApiUnderTest.start();
    const there = await second.organisation();
    await second.app.listen(0, '127.0.0.1');
    const tab = await EventReader.open(`${await second.app.getUrl()}/api/v1/events`, await there.session('leader'));
    await tab.until(() => tab.text.includes('retry:'));
    await second.stop();
    await tab.until(() => tab.ended);
    expect(tab.text).not.toContain('broken');
  });
});
