import {
  createDataSource,
  ENTITIES,
  migrate,
  MIGRATIONS,
  SCOPES_TO_BUMP,
  TABLES_NO_INDICATOR_READS,
  unsafeToServe,
} from '@hoest/persistence';
import { createTestDatabase } from '@hoest/testing';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';

const servers = [
  ['newest', process.env['HOEST_TEST_POSTGRES_URL'] ?? 'postgres://root@127.0.0.1:5432/postgres'],
  ['oldest supported', process.env['HOEST_TEST_OLD_POSTGRES_URL']],
] as const;

describe.each(servers.filter(([, url]) => url !== undefined))('the schema on the %s PostgreSQL', (_name, serverUrl) => {
  const name = `hoest_schema_${randomBytes(4).toString('hex')}`;
  let server: InstanceType<typeof pg.Client>;
  let ownerUrl: string;
  let owner: DataSource;

  beforeAll(async () => {
    server = new pg.Client({ connectionString: serverUrl });
    await server.connect();
    await server.query(`create database ${name} template template0`);
    const url = new URL(serverUrl!);
    url.pathname = `/${name}`;
    ownerUrl = url.toString();
    await migrate({ ownerUrl, appPassword: null });
    owner = createDataSource({
      url: ownerUrl,
      poolSize: 2,
      statementTimeoutMs: 60_000,
      applicationName: 'schema-test',
    });
    await owner.initialize();
  });

  afterAll(async () => {
    await owner.destroy();
    await server.query(`drop database if exists ${name} with (force)`);
    await server.end();
  });

  it('runs each migration once', async () => {
    expect(await migrate({ ownerUrl, appPassword: null })).toEqual([]);
    const ran = await owner.query<{ count: string }[]>('select count(*) from schema_migration');
    expect(Number(ran[0]!.count)).toBe(MIGRATIONS.length);
  });

  it('has exactly the columns that the entities name, with their types and nullability', async () => {
    const stored = await owner.query<{ table: string; column: string; type: string; nullable: boolean }[]>(`
      select c.relname as "table", a.attname as "column", format_type(a.atttypid, null) as type, not a.attnotnull as nullable
      from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relkind in ('r','p') and c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped and c.relname <> 'schema_migration'`);
    const inDatabase = stored.map((row) => `${row.table}.${row.column} ${row.type}${row.nullable ? ' null' : ''}`);
    const inEntities = owner.entityMetadatas.flatMap((entity) =>
      entity.columns.map((column) => {
        const type = owner.driver.normalizeType(column) + (column.isArray ? '[]' : '');
        return `${entity.tableName}.${column.databaseName} ${type}${column.isNullable ? ' null' : ''}`;
      }),
    );
    expect(inEntities.sort()).toEqual(inDatabase.sort());
  });

  it('puts the organisation first in every key and foreign key, and forces row-level security', async () => {
    const keys = await owner.query<{ table: string; name: string; kind: string; first: string; columns: number }[]>(`
      select c.relname as "table", k.conname as name, k.contype as kind, a.attname as first, cardinality(k.conkey) as columns
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
      where c.relnamespace = 'public'::regnamespace and k.contype in ('p','f') and c.relname <> 'schema_migration'`);
    expect(keys.filter((key) => key.first !== 'organisation_id')).toEqual([]);
    const bare = await owner.query<{ table: string }[]>(`
      select c.relname as "table" from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'schema_migration'
        and not (c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy p where p.polrelid = c.oid and p.polcmd = '*'))`);
    expect(bare).toEqual([]);
  });

  it('has no function that runs with other rights and an open search path', async () => {
    const open = await owner.query<{ name: string }[]>(`
      select proname as name from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
        and not exists (select from unnest(coalesce(proconfig, '{}')) s where s like 'search_path=%')`);
    expect(open).toEqual([]);
  });

  it('knows of every table whether it touches a maturity scope', async () => {
    const known = [...Object.keys(SCOPES_TO_BUMP), ...TABLES_NO_INDICATOR_READS].sort();
    expect(known).toEqual(owner.entityMetadatas.map((entity) => entity.tableName).sort());
    expect(ENTITIES).toHaveLength(new Set(ENTITIES).size);
  });

  it('can be taken down to nothing and built up again', async () => {
    for (let left = MIGRATIONS.length; left > 0; left--) await owner.undoLastMigration({ transaction: 'each' });
    const tables = await owner.query<{ count: string }[]>(
      `select count(*) from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'schema_migration'`,
    );
    expect(Number(tables[0]!.count)).toBe(0);
    await migrate({ ownerUrl, appPassword: null });
  });
});

describe('the boot check', () => {
  it('accepts the application role on a migrated database and refuses the owner', async () => {
    const database = await createTestDatabase();
    const connect = async (url: string) => {
      const source = createDataSource({
        url,
        poolSize: 1,
        statementTimeoutMs: 5000,
        applicationName: 'boot-check-test',
      });
      await source.initialize();
      const faults = await unsafeToServe(source);
      await source.destroy();
      return faults;
    };
    expect(await connect(database.appUrl)).toEqual([]);
    expect((await connect(database.ownerUrl)).length).toBeGreaterThan(0);
    await database.drop();
  });
});
