import { migrateQueue } from '@hoest/jobs';
import { APP_ROLE, migrate } from '@hoest/persistence';

/**
 * Creates roles and runs the migrations that have not run.
 * Environment: DATABASE_OWNER_URL (owner of the schema), DATABASE_APP_PASSWORD (password the application's role gets; left as it is when unset).
 */
const ownerUrl = process.env['DATABASE_OWNER_URL'];
if (!ownerUrl) {
  console.error('DATABASE_OWNER_URL is not set: the address of the database, as the owner of its schema.');
  process.exit(1);
}
const ran = await migrate({ ownerUrl, appPassword: process.env['DATABASE_APP_PASSWORD'] ?? null });
await migrateQueue(ownerUrl, APP_ROLE);
console.log(ran.length === 0 ? 'The schema is up to date.' : `Migrated: ${ran.join(', ')}`);
