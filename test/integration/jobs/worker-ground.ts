import { createDataSource, Database, type Caller } from '@hoest/persistence';
import { createLogger } from '@hoest/platform';
import { createTestDatabase, plantOrganisation, type PlantedOrganisation, type TestDatabase } from '@hoest/testing';
import pg from 'pg';

/** What the parts of the worker stand on, without its process. */
export interface WorkerGround {
  database: Database;
  organisation: PlantedOrganisation;
  /** The person of the organisation, as the api would know them. */
  caller: Caller;
  /** Rows of a query by the schema's owner, who sees everything. */
  look<Row extends object>(sql: string, parameters?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

export const quiet = createLogger('test', 'silent');

export async function layGround(initiatives: number): Promise<WorkerGround> {
  const test: TestDatabase = await createTestDatabase();
  const organisation = await plantOrganisation(test.ownerUrl, initiatives);
  const dataSource = createDataSource({
    url: test.appUrl,
    poolSize: 12,
    statementTimeoutMs: 10_000,
    applicationName: 'hoest-test',
  });
  await dataSource.initialize();
  const owner = new pg.Pool({ connectionString: test.ownerUrl, max: 2 });
  // Dropping the database may overtake the goodbye of a connection.
  owner.on('error', () => undefined);
  return {
    database: new Database(dataSource),
    organisation,
    caller: {
      organisationId: organisation.organisationId,
      kind: 'person',
      accountId: organisation.accountId,
      personId: organisation.personId,
      pseudonymId: null,
      grants: [{ role: 'portfolio_office', unitId: null }],
      tokenScopes: null,
      requestId: 'test-request',
    },
    look: async <Row extends object>(sql: string, parameters: unknown[] = []) =>
      (await owner.query<Row>(sql, parameters)).rows,
    close: async () => {
      await dataSource.destroy();
      await owner.end();
      await test.drop();
    },
  };
}
