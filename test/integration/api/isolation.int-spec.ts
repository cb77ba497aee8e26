import pg from 'pg';
import { ApiUnderTest, type TestOrganisation } from './api-under-test';
import { fillEveryTable, tenantTables } from './fill-every-table';

/** Tables whose rows live only inside the transaction that writes them. Their policy is checked when the api starts. */
const EMPTY_BETWEEN_TRANSACTIONS = ['maturity_touched'];

/** Row-level security by SQL, through the very role that api and worker use. */
describe('isolation of organisations', () => {
  let api: ApiUnderTest;
  let home: TestOrganisation;
  let neighbours: TestOrganisation;
  let app: InstanceType<typeof pg.Client>;
  let tables: string[];

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    home = await api.organisation();
    neighbours = await api.organisation('Naboby');
    await fillEveryTable(api.owner, home.organisationId);
    await fillEveryTable(api.owner, neighbours.organisationId);
    tables = (await tenantTables(api.owner)).filter((table) => !EMPTY_BETWEEN_TRANSACTIONS.includes(table));
    app = new pg.Client({ connectionString: api.urls.appUrl });
    await app.connect();
  });
  afterAll(async () => {
    await app.end();
    await api.stop();
  });

  /** Runs as the application's role inside an organisation; nothing stays. */
  async function inside<T>(organisationId: number | null, work: () => Promise<T>): Promise<T> {
    await app.query('begin');
    try {
      if (organisationId !== null)
        await app.query(`select set_config('app.organisation_id', $1, true)`, [String(organisationId)]);
      return await work();
    } finally {
      await app.query('rollback');
    }
  }
  /** Rows a statement touches; none where the role may not even try. */
  async function touchedRows(sql: string, organisationId: number): Promise<number | null> {
    await app.query('savepoint attempt');
    try {
      return (await app.query(sql, [organisationId])).rowCount;
    } catch (error) {
      if ((error as { code?: string }).code !== '42501') throw error;
      await app.query('rollback to savepoint attempt');
      return 0;
    }
  }
  const countOf = async (table: string, condition = 'true') =>
    Number((await app.query(`select count(*) from ${table} where ${condition}`)).rows[0].count);

  it('has something to hide: every table holds rows of both organisations', async () => {
    expect(tables.length).toBeGreaterThan(40);
    for (const table of tables) {
      for (const { organisationId } of [home, neighbours]) {
        const { rows } = await api.owner.query(`select count(*) from ${table} where organisation_id = $1`, [
          organisationId,
        ]);
        expect([table, Number(rows[0].count) > 0]).toEqual([table, true]);
      }
    }
  });

  it('shows the rows of the organisation that is set, and none of another', async () => {
    for (const table of tables) {
      const [own, foreign] = await inside(home.organisationId, async () => [
        await countOf(table, `organisation_id = ${home.organisationId}`),
        await countOf(table, `organisation_id <> ${home.organisationId}`),
      ]);
      expect([table, own > 0, foreign]).toEqual([table, true, 0]);
    }
  });

  it('shows nothing at all while no organisation is set, also after a transaction that had one', async () => {
    for (const table of tables) {
      expect([table, await inside(null, () => countOf(table))]).toEqual([table, 0]);
      await inside(home.organisationId, () => countOf(table));
      expect([table, await inside(null, () => countOf(table))]).toEqual([table, 0]);
    }
  });

  it('changes and deletes nothing of another organisation', async () => {
    for (const table of tables) {
      const { rows } = await api.owner.query(
        `select column_name as name from information_schema.columns where table_schema = 'public' and table_name = $1
           and column_name <> 'organisation_id' and is_identity = 'NO' and is_generated = 'NEVER' limit 1`,
        [table],
      );
      const { name } = rows[0] as { name: string };
      const touched = await inside(home.organisationId, async () => [
        await touchedRows(
          `update ${table} set ${name} = ${name} where organisation_id = $1`,
          neighbours.organisationId,
        ),
        await touchedRows(`delete from ${table} where organisation_id = $1`, neighbours.organisationId),
      ]);
      expect([table, ...touched]).toEqual([table, 0, 0]);
    }
  });

  it('adds nothing to another organisation', async () => {
    for (const table of tables) {
      const { rows } = await api.owner.query(
        `select to_jsonb(t) as row from ${table} t where organisation_id = $1 limit 1`,
        [neighbours.organisationId],
      );
      const added = inside(home.organisationId, () =>
        app.query(
          `insert into ${table} overriding system value select r.* from jsonb_populate_record(null::${table}, $1::jsonb) r`,
          [JSON.stringify(rows[0].row)],
        ),
      );
      await expect(added.catch((error: { code: string }) => ({ table, code: error.code }))).resolves.toEqual({
        table,
        code: '42501',
      });
    }
  });

  it('accepts no parent of another organisation', async () => {
    const insert = inside(home.organisationId, () =>
      app.query(`insert into person (organisation_id, unit_id, name, valid_from) values ($1, $2, 'x', '2026-01-01')`, [
        home.organisationId,
        neighbours.unitId,
      ]),
    );
    await expect(insert).rejects.toMatchObject({ code: '23503' });
  });
});
