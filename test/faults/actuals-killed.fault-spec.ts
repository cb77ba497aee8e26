import { setTimeout as sleep } from 'node:timers/promises';
import { WorkerProcess } from '@hoest/testing';
import { ApiUnderTest, type TestOrganisation } from '../integration/api/api-under-test';
import { Importing } from '../integration/exchange/importing';

const LINES = 400;
const file = (amount: number) =>
  [
    'Konto;Omk.sted;Periode;Beløb;Bilag',
    ...Array.from(
      { length: LINES },
      (_, line) => `43${line % 40};2100;2026-0${1 + (line % 9)};${amount + line},5;B-${line}`,
    ),
  ].join('\n');

describe('an import of actuals whose worker is killed', () => {
  let api: ApiUnderTest;
  let home: TestOrganisation;
  let importing: Importing;
  let worker: WorkerProcess | undefined;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
  });
  afterAll(() => api.stop());
  beforeEach(async () => {
    home = await api.organisation();
    importing = await Importing.start(api, home, 'actuals');
  });
  afterEach(async () => {
    await worker?.stop();
    worker = undefined;
    await importing.stop();
  });

  /** Commits in this process; the job is ended by hand, so that the workers of the test take up none but their own. */
  async function committed(fileName: string, amount: number): Promise<string> {
    const { id } = await importing.preview(fileName, file(amount));
    await importing.commit(id);
    await api.owner.query(`update job set state = 'completed' where organisation_id = $1`, [home.organisationId]);
    return id;
  }

  async function accept(id: string, what: 'commit' | 'undo'): Promise<string> {
    const reply = await api.call('POST', `/imports/${id}/${what}`, { as: importing.office });
    expect(reply.status).toBe(202);
    return reply.body.jobId;
  }

  /** A worker kills itself at the point; the next one carries the job to its end. */
  async function killedAndResumed(point: string, jobId: string, between: () => Promise<void>): Promise<void> {
    await new WorkerProcess({ databaseUrl: api.urls.appUrl, failPoints: `${point}=kill` }).ended;
    await between();
    worker = await WorkerProcess.working({ databaseUrl: api.urls.appUrl });
    for (let waited = 0; waited < 60_000; waited += 200) {
      const { body } = await api.call('GET', `/jobs/${jobId}`, { as: importing.office });
      if (body.state === 'completed') return;
      if (body.state === 'failed' || body.state === 'cancelled') throw new Error(JSON.stringify(body));
      await sleep(200);
    }
    throw new Error('The job did not end within a minute');
  }

  async function sums(): Promise<{ lines: number; minor: string | null }> {
    const { rows } = await api.owner.query(
      `select count(*)::int as lines, sum(amount_minor)::text as minor from finance_actual where organisation_id = $1`,
      [home.organisationId],
    );
    return rows[0];
  }
  const expected = (amount: number) => {
    const kroner = LINES * amount + (LINES * (LINES - 1)) / 2 + LINES / 2;
    return { lines: LINES, minor: String(kroner * 100) };
  };

  it.each(['import.planned', 'import.step-50', 'import.before-commit'])(
    'is absent after a kill at %s, and whole after the next start',
    async (point) => {
      const { id } = await importing.preview('stor.csv', file(100));
      await killedAndResumed(point, await accept(id, 'commit'), async () =>
        expect(await sums()).toEqual({ lines: 0, minor: null }),
      );
      expect(await sums()).toEqual(expected(100));
    },
    180_000,
  );

  it('counts nothing twice when the worker dies after the commit of a corrected file', async () => {
    await committed('stor.csv', 100);
    const { id } = await importing.preview('rettet.csv', file(200));
    await killedAndResumed('job.before-end', await accept(id, 'commit'), async () =>
      expect(await sums()).toEqual(expected(200)),
    );
    expect(await sums()).toEqual(expected(200));
  }, 180_000);

  it('is undone whole when the undo is killed before its commit', async () => {
    await committed('stor.csv', 100);
    const before = await importing.checksums();
    const id = await committed('rettet.csv', 200);
    await killedAndResumed('import.before-undo-commit', await accept(id, 'undo'), async () =>
      expect(await sums()).toEqual(expected(200)),
    );
    expect(await importing.checksums()).toEqual(before);
  }, 180_000);
});
