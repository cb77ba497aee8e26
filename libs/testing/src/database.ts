import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrateQueue } from '@hoest/jobs';
import { migrate } from '@hoest/persistence';
import pg, { type ClientBase } from 'pg';

/** A migrated, empty database of a test's own. */
export interface TestDatabase {
  /** As the owner of the schema: what a test may look at beyond the application's rights. */
  ownerUrl: string;
  /** As the application's role, under row-level security. */
  appUrl: string;
  /** Removes the database, cutting whatever still holds it. */
  drop(): Promise<void>;
}

const APP_ROLE = 'hoest_app';
/** Any number; whoever makes a test database holds it, because roles belong to the whole server. */
const MAKING = 7_004_113;
const LEFT_OVER_AFTER_MS = 2 * 3600 * 1000;

/** Server for tests; a superuser's connection. */
export function testPostgresUrl(): string {
  return process.env['HOEST_TEST_POSTGRES_URL'] ?? 'postgres://root@127.0.0.1:5432/postgres';
}

/**
 * Copies a template that has been migrated once for the present state of the migrations: about a tenth of a second
 * instead of several seconds for each suite.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = testPostgresUrl();
  const name = `hoest_test_${Date.now()}_${randomBytes(4).toString('hex')}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MAKING]);
    const template = await migratedTemplate(client, server);
    await client.query(`create database ${name} template ${template}`);
    await client.query(`alter database ${name} set synchronous_commit = off`);
  } finally {
    await client.end();
  }
  return {
    ownerUrl: withDatabase(server, name),
    appUrl: asApp(withDatabase(server, name)),
    drop: async () => {
      const cleaner = new pg.Client({ connectionString: server });
      await cleaner.connect();
      try {
        await cleaner.query(`drop database if exists ${name} with (force)`);
      } finally {
        await cleaner.end();
      }
    },
  };
}

async function migratedTemplate(client: ClientBase, server: string): Promise<string> {
  const name = `hoest_template_${SCHEMA}`;
  const found = await client.query('select 1 from pg_database where datname = $1', [name]);
  if (found.rowCount) return name;
  await dropLeftOvers(client);
  const making = `${name}_making`;
  await client.query(`drop database if exists ${making} with (force)`);
  await client.query(`create database ${making} template template0`);
  const url = withDatabase(server, making);
  await migrate({ ownerUrl: url, appPassword: new URL(server).password || null });
  await migrateQueue(url, APP_ROLE);
  await client.query(`alter database ${making} rename to ${name}`);
  return name;
}

/** Everything a migration is made from; a changed file means a new template. */
function schemaFingerprint(): string {
  // Every suite runs from the workspace's folder; the module's own folder has no name in both module systems.
  const root = process.cwd();
  const hash = createHash('sha256').update(readFileSync(join(root, 'node_modules', 'bullmq', 'package.json')));
  for (const lib of ['persistence', 'jobs']) {
    const source = join(root, 'libs', lib, 'src');
    for (const file of (readdirSync(source, { recursive: true }) as string[]).sort()) {
      if (file.endsWith('.ts') && !file.endsWith('.spec.ts'))
        hash.update(file).update(readFileSync(join(source, file)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

/** Taken when the code is loaded, not when the template is made: a file edited meanwhile must not lend its name to what it does not hold. */
const SCHEMA = schemaFingerprint();

/** Templates of former migrations, and databases of runs that were killed. */
async function dropLeftOvers(client: ClientBase): Promise<void> {
  const found = await client.query<{ datname: string }>(
    `select datname from pg_database where datname like 'hoest\\_template\\_%' or datname like 'hoest\\_test\\_%'`,
  );
  for (const { datname } of found.rows) {
    const made = /^hoest_test_(\d+)_/.exec(datname)?.[1];
    if (made && Number(made) > Date.now() - LEFT_OVER_AFTER_MS) continue;
    await client.query(`drop database if exists ${client.escapeIdentifier(datname)} with (force)`);
  }
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.toString();
}

function asApp(url: string): string {
  const changed = new URL(url);
  changed.username = APP_ROLE;
  return changed.toString();
}
