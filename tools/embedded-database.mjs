// The database of `npm start` and of the commands when no other is named: embedded PostgreSQL in .hoest, which git ignores.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbeddedPostgres } from './embedded-postgres.mjs';
import { workspaceRoot } from './workspace-node.mjs';

/** Data, passwords and logs of this checkout; HOEST_STATE_FOLDER moves them, as the browser tests do. */
export const stateFolder = process.env.HOEST_STATE_FOLDER ?? join(workspaceRoot, '.hoest');
const DATABASE = 'hoest';

/** Password of the application's role, made once. */
function appPassword() {
  const file = join(stateFolder, 'app-password');
  if (!existsSync(file)) {
    mkdirSync(stateFolder, { recursive: true });
    writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8').trim();
}

/**
 * Starts the database (or takes over a running one) and makes sure that it exists.
 * @returns {Promise<{environment: Record<string, string>, tookOver: boolean, stop: () => Promise<void>}>}
 *   `environment` = what programs need to connect.
 */
export async function embeddedDatabase() {
  const server = await startEmbeddedPostgres({ folder: join(stateFolder, 'postgres') });
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: server.url('postgres') });
  await client.connect();
  const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
  if (found.rowCount === 0) await client.query(`create database ${DATABASE}`);
  await client.end();
  const password = appPassword();
  return {
    environment: {
      DATABASE_OWNER_URL: server.url(DATABASE),
      DATABASE_APP_PASSWORD: password,
      DATABASE_URL: `postgres://hoest_app:${password}@127.0.0.1:${server.port}/${DATABASE}`,
    },
    tookOver: server.tookOver,
    stop: server.stop,
  };
}
