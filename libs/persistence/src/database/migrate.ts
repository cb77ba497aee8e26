import { setTimeout as sleep } from 'node:timers/promises';
import pg, { type ClientBase } from 'pg';
import { APP_ROLE, DEFINER_ROLE, READER_ROLE } from '../migrations/tenant-table';
import { installMaturityFunctions } from '../maturity/install-functions';
import { createDataSource } from './data-source';
import { databaseErrorCode } from './database-error';

/** Any number: the same for every Høst, so that two that migrate at once take turns. */
const MIGRATION_LOCK = 7_004_112;

export interface MigrateOptions {
  /** Connection of the owner of the schema; may create roles. */
  ownerUrl: string;
  /** Password the application's role gets; null leaves the role's password as it is. */
  appPassword: string | null;
}

/**
 * Creates the roles that are missing and runs every migration that has not run. Safe to call at each start and from
 * several processes at once.
 * @returns names of the migrations that ran, oldest first.
 */
export async function migrate(options: MigrateOptions): Promise<string[]> {
  const client = new pg.Client({ connectionString: options.ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await createRolesInTurn(client, options.appPassword);
    const dataSource = createDataSource({
      url: options.ownerUrl,
      poolSize: 2,
      statementTimeoutMs: 600_000,
      applicationName: 'hoest-migrate',
    });
    await dataSource.initialize();
    try {
      const ran = await dataSource.runMigrations({ transaction: 'each' });
      await installMaturityFunctions(dataSource);
      await dataSource.query(`grant select on schema_migration to ${APP_ROLE}, ${READER_ROLE}`);
      return ran.map((migration) => migration.name);
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await client.end();
  }
}

/** What PostgreSQL says when another database of the same server is given the same roles at the same moment. */
const ROLE_RACE = new Set(['23505', '42710', 'XX000']);
const MAX_TRIES = 10;

/** Roles belong to the server, and the lock above only to the database: of two that meet, one begins again. */
async function createRolesInTurn(client: ClientBase, appPassword: string | null): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await createRoles(client, appPassword);
    } catch (error) {
      if (attempt === MAX_TRIES || !ROLE_RACE.has(databaseErrorCode(error) ?? '')) throw error;
      await sleep(10 * attempt);
    }
  }
}

async function createRoles(client: ClientBase, appPassword: string | null): Promise<void> {
  for (const [role, options] of [
    [APP_ROLE, 'login'],
    [DEFINER_ROLE, 'nologin'],
    [READER_ROLE, 'nologin'],
  ] as const) {
    const found = await client.query('select 1 from pg_roles where rolname = $1', [role]);
    if (found.rowCount === 0)
      await client.query(`create role ${role} ${options} nosuperuser nobypassrls nocreatedb nocreaterole`);
  }
  if (appPassword !== null) await client.query(`alter role ${APP_ROLE} password ${client.escapeLiteral(appPassword)}`);
  await client.query(`grant ${DEFINER_ROLE} to current_user`);
  await client.query(`grant usage on schema public to ${APP_ROLE}, ${DEFINER_ROLE}, ${READER_ROLE}`);
  // A function's new owner must be allowed to create in its schema (PostgreSQL 15 and later give nobody that right).
  await client.query(`grant create on schema public to ${DEFINER_ROLE}`);
}
