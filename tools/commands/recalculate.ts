import { parseArgs } from 'node:util';
import {
  createDataSource,
  Database,
  dueScopes,
  recalculateScope,
  recalculateUnmet,
  systemCaller,
  verifyMaturity,
  wantEverything,
} from '@hoest/persistence';

/**
 * Recomputes maturity, or checks it against a computation that shares no code with it.
 *
 *   npm run recalculate                 recomputes everything from the source rows
 *   npm run recalculate -- --verify     meets only what is still wished, then compares every stored row; ends with 1 when any differs
 *   --organisation <number>             only this organisation
 *
 * Environment: DATABASE_URL (the application's role).
 */
const { values } = parseArgs({
  options: { verify: { type: 'boolean', default: false }, organisation: { type: 'string' } },
});

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

const url = process.env['DATABASE_URL'] ?? fail('DATABASE_URL is not set: the database, as the application’s role.');
const only = values.organisation === undefined ? null : Number(values.organisation);
if (only !== null && !Number.isInteger(only)) fail(`--organisation is "${values.organisation}"; give its number.`);

const CONCURRENCY = 4;
/** Differences shown per organisation; the first ones say what is wrong. */
const SHOWN = 50;
const requestId = 'recalculate';

const dataSource = createDataSource({
  url,
  poolSize: CONCURRENCY + 1,
  statementTimeoutMs: 600_000,
  applicationName: 'hoest-recalculate',
});
await dataSource.initialize();
const database = new Database(dataSource);

async function organisations(): Promise<number[]> {
  const found = await database.lookUp<{ id: number }>('select organisation_id as id from every_organisation()');
  return found.map(({ id }) => id).filter((id) => only === null || id === only);
}

/** @returns how many scopes could not be computed. */
async function recompute(organisationId: number): Promise<number> {
  const { done, failed } = await recalculateUnmet(database, organisationId, {
    requestId,
    concurrency: CONCURRENCY,
    onFailure: (scope, error) => console.error(`  ${scope.scopeKind} ${scope.scopeId} failed: ${String(error)}`),
  });
  console.log(`Organisation ${organisationId}: ${done} scopes recomputed${failed > 0 ? `, ${failed} failed` : ''}.`);
  return failed;
}

/** @returns how many rows differ. */
async function verify(organisationId: number): Promise<number> {
  const { asOf, members, months, differences, stale } = await verifyMaturity(database, organisationId);
  for (const { table, key, stored, oracle } of differences.slice(0, SHOWN))
    console.error(`  ${table} ${key}\n    stored   ${JSON.stringify(stored)}\n    expected ${JSON.stringify(oracle)}`);
  if (differences.length > SHOWN) console.error(`  … and ${differences.length - SHOWN} more`);
  if (stale.length > 0) console.log(`  ${stale.length} scopes were changed meanwhile and are not recomputed yet.`);
  console.log(
    `Organisation ${organisationId}: ${members} member rows and ${months} months of money as of ${asOf}, ${differences.length} differ.`,
  );
  return differences.length;
}

let wrong = 0;
try {
  const chosen = await organisations();
  if (only !== null && chosen.length === 0) fail(`There is no organisation ${only}.`);
  if (values.verify) {
    for (const scope of await dueScopes(database)) await recalculateScope(database, scope, requestId);
  } else {
    const [row] = await database.lookUp<{ now: Date }>('select clock_timestamp() as now');
    const now = row?.now ?? fail('The database does not say what time it is.');
    for (const id of chosen)
      await database.transaction(systemCaller(id, requestId), {}, (tx) => wantEverything(tx, now));
  }
  for (const id of chosen) wrong += await recompute(id);
  if (values.verify) for (const id of chosen) wrong += await verify(id);
} finally {
  await dataSource.destroy();
}
process.exit(wrong > 0 ? 1 : 0);
