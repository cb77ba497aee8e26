import { DEMO_PASSWORD } from '@hoest/organisation';
import { createDataSource, Database, recalculateUnmet } from '@hoest/persistence';
import { hashPassword } from '@hoest/platform';
import pg, { type ClientBase } from 'pg';
import { type DemoOrganisation, demoOrganisations } from './database/demo-organisations';
import { loadOrganisation, loadOrganisationInBulk, mayLoadInBulk } from './database/load-organisation';
import { writeMaturityHistory } from './database/maturity-history';
import { removeDemoOrganisations } from './database/remove-demo';
import { generatePortfolio, type PortfolioOptions } from './generate-portfolio';
import type { OrganisationRows } from './rows/tables';

/** Any number: the same for every demo command, so that two that run at once take turns. */
const DEMO_LOCK = 7_004_114;

export interface DemoConnections {
  ownerUrl: string;
  appUrl: string;
}

export type Tell = (line: string) => void;

export interface LoadOptions extends PortfolioOptions {
  /** Whether maturity is left to the worker (or to a benchmark); false when left out. */
  withoutMaturity?: boolean;
}

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Loads what is not there yet. @returns names of the organisations that were loaded */
export async function loadDemo(connections: DemoConnections, options: LoadOptions, tell: Tell): Promise<string[]> {
  return withOwner(connections.ownerUrl, async (owner) => {
    const present = new Map((await demoOrganisations(owner)).map((one) => [one.name, one]));
    const app = new pg.Client({ connectionString: connections.appUrl, application_name: 'hoest-demo' });
    await app.connect();
    const dataSource = createDataSource({
      url: connections.appUrl,
      poolSize: 2,
      statementTimeoutMs: 600_000,
      applicationName: 'hoest-demo',
    });
    await dataSource.initialize();
    try {
      return await loadMissing({ owner, app, database: new Database(dataSource) }, options, present, tell);
    } finally {
      await dataSource.destroy();
      await app.end();
    }
  });
}

interface OpenConnections {
  owner: ClientBase;
  app: ClientBase;
  database: Database;
}

async function loadMissing(
  { owner, app, database }: OpenConnections,
  options: LoadOptions,
  present: ReadonlyMap<string, DemoOrganisation>,
  tell: Tell,
): Promise<string[]> {
  const inBulk = options.kind === 'random' && (await mayLoadInBulk(owner));
  let passwordHash: string | null = null;
  const loaded: string[] = [];
  for (const rows of generatePortfolio(options)) {
    const { name } = rows.organisation;
    const former = present.get(name);
    if (former && isWhole(former, options)) {
      tell(`${name} is there already.`);
      continue;
    }
    if (former) {
      tell(`${name} was left unfinished by an interrupted run and is told again.`);
      await removeDemoOrganisations(owner, [former.id]);
    }
    const start = performance.now();
    passwordHash ??= await hashPassword(DEMO_PASSWORD);
    const id = inBulk
      ? await loadOrganisationInBulk(owner, rows, passwordHash)
      : await loadOrganisation({ owner, app }, rows, passwordHash);
    const count = Object.values(rows.tables).reduce((sum, table) => sum + table.length, 0);
    tell(
      `${name}: ${rows.tables.initiative.length} initiatives, ${rows.tables.benefit.length} benefits, ${count} rows in ${seconds(start)}`,
    );
    loaded.push(name);
    if (!options.withoutMaturity) await settleMaturity({ owner, app, database }, options, id, rows, tell);
  }
  // Without figures about the new rows the first screens would be planned as if the tables were empty.
  if (loaded.length > 0) await owner.query('analyze');
  return loaded;
}

async function settleMaturity(
  connections: OpenConnections,
  options: LoadOptions,
  organisationId: number,
  { closedMonths }: OrganisationRows,
  tell: Tell,
): Promise<void> {
  const start = performance.now();
  if (options.kind === 'aastrup') {
    await writeMaturityHistory(connections, organisationId, options.referenceDate, closedMonths);
    tell(`  maturity of the last twelve months in ${seconds(start)}`);
    return;
  }
  const { done, failed } = await recalculateUnmet(connections.database, organisationId, {
    requestId: 'demo',
    concurrency: 2,
    onFailure: (scope, error) => tell(`  ${scope.scopeKind} ${scope.scopeId} could not be computed: ${String(error)}`),
  });
  tell(`  maturity of ${done} scopes in ${seconds(start)}${failed > 0 ? `, ${failed} failed` : ''}`);
}

/** Removes all demo data. @returns names of the organisations that were removed */
export async function removeDemo(ownerUrl: string, tell: Tell): Promise<string[]> {
  return withOwner(ownerUrl, async (owner) => {
    const present = await demoOrganisations(owner);
    if (present.length === 0) return [];
    const start = performance.now();
    const rows = await removeDemoOrganisations(
      owner,
      present.map(({ id }) => id),
    );
    tell(`Removed ${present.map(({ name }) => name).join(', ')}: ${rows} rows in ${seconds(start)}`);
    return present.map(({ name }) => name);
  });
}

/** Whether a run before this one got to its end. */
function isWhole(former: DemoOrganisation, options: LoadOptions): boolean {
  return former.isFilled && (former.isTold || options.withoutMaturity === true || options.kind === 'random');
}

async function withOwner<T>(ownerUrl: string, work: (owner: ClientBase) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'hoest-demo' });
  await owner.connect();
  try {
    await owner.query('select pg_advisory_lock($1)', [DEMO_LOCK]);
    return await work(owner);
  } finally {
    await owner.end();
  }
}
