import pg from 'pg';
import type { ApiUnderTest } from '../api/api-under-test';

/** The role the programs connect as, inside one organisation: what it cannot do, no route and no job can. */
export class ApplicationRole {
  private constructor(private readonly client: InstanceType<typeof pg.Client>) {}

  static async connect(api: ApiUnderTest): Promise<ApplicationRole> {
    const client = new pg.Client({ connectionString: api.urls.appUrl });
    await client.connect();
    return new ApplicationRole(client);
  }

  async close(): Promise<void> {
    await this.client.end();
  }

  /** Runs the statements one after the other in a transaction that is rolled back; code of the first that is refused, else null. */
  async attempt(
    organisationId: number,
    ...statements: [sql: string, parameters?: unknown[]][]
  ): Promise<string | null> {
    await this.client.query('begin');
    try {
      await this.client.query(`select set_config('app.organisation_id', $1, true)`, [String(organisationId)]);
      for (const [sql, parameters] of statements) await this.client.query(sql, parameters);
      await this.client.query('set constraints all immediate');
      return null;
    } catch (error) {
      return (error as { code: string }).code;
    } finally {
      await this.client.query('rollback');
    }
  }
}
