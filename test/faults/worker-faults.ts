import { setTimeout as sleep } from 'node:timers/promises';
import { createDataSource, Database, verifyMaturity, workerPresence, type WorkerPresence } from '@hoest/persistence';
import {
  createTestDatabase,
  OwnRedis,
  plantOrganisation,
  WorkerProcess,
  type PlantedOrganisation,
  type TestDatabase,
  type WorkerProcessOptions,
} from '@hoest/testing';
import pg, { type QueryResult } from 'pg';

/** Database, queue and workers of one fault test; `close` leaves no process and no database behind. */
export class FaultGround {
  private readonly workers: WorkerProcess[] = [];
  private readonly pool: InstanceType<typeof pg.Pool>;

  private constructor(
    readonly database: TestDatabase,
    readonly redis: OwnRedis | null,
    readonly organisation: PlantedOrganisation,
    /** The database as the api has it. */
    readonly api: Database,
  ) {
    this.pool = new pg.Pool({ connectionString: database.appUrl, max: 8 });
    this.pool.on('error', () => undefined);
  }

  static async open(backend: 'PostgreSQL' | 'Redis', initiatives: number): Promise<FaultGround> {
    const database = await createTestDatabase();
    const redis = backend === 'Redis' ? await OwnRedis.start() : null;
    const organisation = await plantOrganisation(database.ownerUrl, initiatives);
    const api = createDataSource({
      url: database.appUrl,
      poolSize: 4,
      statementTimeoutMs: 5000,
      applicationName: 'hoest-api',
    });
    await api.initialize();
    return new FaultGround(database, redis, organisation, new Database(api));
  }

  /** A worker on this ground; `started` does not wait until it works. */
  started(options: Omit<WorkerProcessOptions, 'databaseUrl' | 'redisUrl'> = {}): WorkerProcess {
    const worker = new WorkerProcess({ databaseUrl: this.database.appUrl, redisUrl: this.redis?.url, ...options });
    this.workers.push(worker);
    return worker;
  }

  async working(options: Omit<WorkerProcessOptions, 'databaseUrl' | 'redisUrl'> = {}): Promise<WorkerProcess> {
    const worker = this.started(options);
    await worker.says('working');
    return worker;
  }

  /** One change of one initiative, committed, as the application would; its member rows differ afterwards. */
  async change(n: number): Promise<void> {
    const { organisationId, initiativeIds } = this.organisation;
    await this.asApp((query) =>
      query(
        `update initiative set affected_staff = case when affected_staff is null then 12 end, version = version + 1
          where organisation_id = $1 and id = $2`,
        [organisationId, initiativeIds[n % initiativeIds.length]],
      ),
    );
  }

  /** Work in one transaction of the application's role inside the organisation. */
  async asApp<T>(
    work: (query: (sql: string, parameters?: unknown[]) => Promise<QueryResult>) => Promise<T>,
  ): Promise<T> {
    const client = await this.pool.connect();
    client.on('error', () => undefined);
    try {
      await client.query('begin');
      await client.query(
        `select set_config('app.organisation_id', $1, true), set_config('app.request_id', 'fault-test', true)`,
        [String(this.organisation.organisationId)],
      );
      const result = await work((sql, parameters) => client.query(sql, parameters));
      await client.query('commit');
      return result;
    } finally {
      client.removeAllListeners('error');
      client.release(true);
    }
  }

  /** Rows of a query by the schema's owner, who sees everything. */
  async look<Row extends object>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.database.ownerUrl });
    await client.connect();
    try {
      return (await client.query<Row>(sql, parameters)).rows;
    } finally {
      await client.end();
    }
  }

  async unmet(): Promise<number> {
    const [row] = await this.look<{ count: number }>(
      `select count(*)::int as count from maturity_wanted w left join maturity_done d using (organisation_id, scope_kind, scope_id)
        where w.v > coalesce(d.v, 0)`,
    );
    return row!.count;
  }

  /** What the api would say about the workers. */
  async workersShown(): Promise<WorkerPresence> {
    return workerPresence(this.api);
  }

  /** Waits until every wish is met. @throws when it takes longer than the fault may cost. */
  async freshWithin(seconds: number): Promise<void> {
    for (let waited = 0; (await this.unmet()) > 0; waited += 100) {
      if (waited > seconds * 1000) throw new Error(`${await this.unmet()} scopes are not fresh after ${seconds} s`);
      await sleep(100);
    }
  }

  /** Compares what is stored with a computation that shares no code with it: nothing lost, nothing twice, no ghost (R12). */
  async expectNothingLost(): Promise<void> {
    const { members, differences, stale } = await verifyMaturity(this.api, this.organisation.organisationId);
    expect({ differences, stale }).toEqual({ differences: [], stale: [] });
    expect(members).toBeGreaterThan(0);
  }

  async close(): Promise<void> {
    for (const worker of this.workers) await worker.kill();
    await this.api.dataSource.destroy();
    await this.pool.end();
    await this.redis?.remove();
    await this.database.drop();
  }
}
