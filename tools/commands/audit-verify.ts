import { createDataSource, Database, verifyAuditChain } from '@hoest/persistence';

/** Walks the audit chain of every organisation and names the first entry that does not fit. Environment: DATABASE_URL. */
const url = process.env['DATABASE_URL'];
if (!url) {
  console.error('DATABASE_URL is not set.');
  process.exit(1);
}
const dataSource = createDataSource({
  url,
  poolSize: 2,
  statementTimeoutMs: 60_000,
  applicationName: 'hoest-audit-verify',
});
await dataSource.initialize();
const database = new Database(dataSource);
let broken = 0;
for (const { organisation_id: organisationId } of await database.lookUp<{ organisation_id: number }>(
  'select organisation_id from every_organisation()',
)) {
  const result = await verifyAuditChain(database, organisationId);
  if (result.kind === 'intact') console.log(`Organisation ${organisationId}: ${result.entries} entries, chain intact.`);
  else {
    broken += 1;
    console.error(`Organisation ${organisationId}: entry ${result.sequence} does not fit: ${result.reason}`);
  }
}
await dataSource.destroy();
process.exit(broken > 0 ? 1 : 0);
