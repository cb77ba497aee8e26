import { setTimeout as sleep } from 'node:timers/promises';
import { createDataSource, Database, verifyAuditChain, verifyMaturity } from '@hoest/persistence';
import { WorkerProcess } from '@hoest/testing';
import { ApiUnderTest, type TestOrganisation } from '../integration/api/api-under-test';
import { Importing } from '../integration/exchange/importing';

const ROWS = 300;
const portfolio = [
  'Kode;Titel;Enhed;Udgift (t.kr.);Gevinst (t.kr. pr. år);Idriftsættelse',
  ...Array.from(
    { length: ROWS },
    (_, row) => `N-${row};Indsats ${row};Enhed ${row % 7};${row},5;${row * 2};31.12.2027`,
  ),
].join('\n');

describe('an import whose worker is killed', () => {
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
    importing = await Importing.start(api, home);
  });
  afterEach(async () => {
    await worker?.stop();
    worker = undefined;
    await importing.stop();
  });

  async function count(): Promise<number> {
    const { rows } = await api.owner.query(`select count(*)::int as count from initiative where organisation_id = $1`, [
      home.organisationId,
    ]);
    return rows[0].count;
  }

  async function completed(jobId: string): Promise<void> {
    for (let waited = 0; waited < 60_000; waited += 200) {
      const { body } = await api.call('GET', `/jobs/${jobId}`, { as: importing.office });
      if (body.state === 'completed') return;
      if (body.state === 'failed' || body.state === 'cancelled') throw new Error(JSON.stringify(body));
      await sleep(200);
    }
    throw new Error('The job did not end within a minute');
  }

  /** Starts a worker that kills itself at the point, and waits until it is gone. */
  async function killedAt(point: string): Promise<void> {
    await new WorkerProcess({ databaseUrl: api.urls.appUrl, failPoints: `${point}=kill` }).ended;
  }

  async function started(): Promise<void> {
    worker = await WorkerProcess.working({ databaseUrl: api.urls.appUrl });
  }

  async function accept(id: string, what: 'commit' | 'undo'): Promise<string> {
    const reply = await api.call('POST', `/imports/${id}/${what}`, { as: importing.office });
    expect(reply.status).toBe(202);
    return reply.body.jobId;
  }

  /** Every indicator equals the full recomputation, and the audit chain holds. */
  async function expectTrue(): Promise<void> {
    const source = createDataSource({
      url: api.urls.appUrl,
      poolSize: 2,
      statementTimeoutMs: 60_000,
      applicationName: 'import-fault',
    });
    await source.initialize();
    try {
      const database = new Database(source);
      for (let waited = 0; waited < 60_000; waited += 500) {
        const { rows } = await api.owner.query(
          `select count(*)::int as count from maturity_wanted w left join maturity_done d using (organisation_id, scope_kind, scope_id)
            where w.organisation_id = $1 and w.v > coalesce(d.v, 0)`,
          [home.organisationId],
        );
        if (rows[0].count === 0) break;
        await sleep(500);
      }
      const verification = await verifyMaturity(database, home.organisationId);
      expect(verification.differences).toEqual([]);
      expect(await verifyAuditChain(database, home.organisationId)).toMatchObject({ kind: 'intact' });
    } finally {
      await source.destroy();
    }
  }

  it.each(['import.planned', 'import.step-35', 'import.step-80', 'import.before-commit'])(
    'is absent after a kill at %s, and whole after the next start',
    async (point) => {
      const { id } = await importing.preview('stor.csv', portfolio);
      const jobId = await accept(id, 'commit');
      await killedAt(point);
      expect(await count()).toBe(0);
      await started();
      await completed(jobId);
      expect(await count()).toBe(ROWS);
      await expectTrue();
    },
    180_000,
  );

  it('is whole, and written once, when the worker dies after its commit', async () => {
    const { id } = await importing.preview('stor.csv', portfolio);
    const jobId = await accept(id, 'commit');
    await killedAt('job.before-end');
    expect(await count()).toBe(ROWS);
    await started();
    await completed(jobId);
    expect(await count()).toBe(ROWS);
    await expectTrue();
  }, 180_000);

  it('is undone whole when the undo is killed before its commit', async () => {
    const before = await importing.checksums();
    const { id } = await importing.preview('stor.csv', portfolio);
    await importing.commit(id);
    const jobId = await accept(id, 'undo');
    await killedAt('import.before-undo-commit');
    expect(await count()).toBe(ROWS);
    await started();
    await completed(jobId);
    expect(await importing.checksums()).toEqual(before);
    await expectTrue();
  }, 180_000);
});
