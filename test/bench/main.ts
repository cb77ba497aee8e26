import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createLogger, readConfiguration } from '@hoest/platform';
import { createDataSource, Database, recalculateScope, systemCaller } from '@hoest/persistence';
import { createTestDatabase } from '@hoest/testing';
import { calendarDateIn } from '@hoest/quantities';
import pg from 'pg';
import { createApp } from '../../apps/api/src/create-app';
import { apiDataSource } from '../../apps/api/src/http/ground.module';
import { loadDemo } from '../../tools/demo/demo-run';
import { type Measured, sideBySide } from './measure';
import { recordStatements, replay } from './recorded-statements';

const option = (name: string, fallback: number) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
};
const ROUNDS = option('rounds', 5);
const INITIATIVES = option('initiatives', 500);

process.env['HOEST_TEST_POSTGRES_URL'] =
  process.env['HOEST_BENCH_POSTGRES_URL'] ?? process.env['HOEST_TEST_POSTGRES_URL'];
const database = await createTestDatabase();
const day = { seed: 'bench', referenceDate: calendarDateIn(new Date(), 'Europe/Copenhagen') };
console.log('Loading a generated organisation …');
await loadDemo(
  database,
  {
    ...day,
    kind: 'random',
    organisations: 1,
    initiatives: INITIATIVES,
    benefits: 8,
    months: 36,
    withoutMaturity: true,
  },
  console.log,
);

const owner = new pg.Client({ connectionString: database.ownerUrl });
await owner.connect();
const { rows: largest } = await owner.query<{ organisation_id: number; initiatives: number }>(
  `select organisation_id, count(*)::int as initiatives from initiative group by 1 order by 2 desc limit 1`,
);
const organisationId = largest[0]!.organisation_id;
await owner.query('analyze');

const configuration = readConfiguration({
  NODE_ENV: 'test',
  DATABASE_URL: database.appUrl,
  LOG_LEVEL: 'silent',
  REQUESTS_PER_MINUTE: '0',
});
const dataSource = apiDataSource(configuration);
await dataSource.initialize();
const app = await createApp(configuration, createLogger('bench', 'silent'), dataSource);
await app.listen(0, '127.0.0.1');
const base = `${await app.getUrl()}/api/v1`;

// Somebody of the large organisation with every right, signed in by an access token.
const { rows: people } = await owner.query(`select id from person where organisation_id = $1 and active limit 1`, [
  organisationId,
]);
const personId = people[0].id as string;
await owner.query(
  `insert into account (organisation_id, person_id, email) values ($1, $2, $3) on conflict do nothing`,
  [organisationId, personId, `bench-${randomUUID()}@example.test`],
);
const { rows: accounts } = await owner.query(`select id from account where organisation_id = $1 and person_id = $2`, [
  organisationId,
  personId,
]);
await owner.query(
  `insert into access_grant (organisation_id, account_id, access_role) values ($1, $2, 'administrator') on conflict do nothing`,
  [organisationId, accounts[0].id],
);
const { createHash } = await import('node:crypto');
const token = `bench-${randomUUID()}`;
await owner.query(
  `insert into access_token (organisation_id, account_id, name, token_hash, scopes, expires_on) values ($1, $2, 'bench', $3, '{admin}', current_date + 1)`,
  [organisationId, accounts[0].id, createHash('sha256').update(token).digest()],
);
const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${base}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const json = (await answer.json()) as {
    id: string;
    version: number;
    items: { id: string; version: number }[];
    nextCursor: string | null;
  };
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(json)}`);
  return json;
};

const bare = new pg.Client({ connectionString: database.appUrl });
await bare.connect();
await bare.query(`select set_config('app.organisation_id', $1, false)`, [String(organisationId)]);

const results: Measured[] = [];
const note = (measured: Measured) => {
  results.push(measured);
  const verdict = measured.limit === null ? '' : measured.ratio <= measured.limit ? 'within' : 'ABOVE';
  console.log(
    `${measured.id.padEnd(4)} ${measured.what}: ${measured.oursMs.toFixed(2)} ms against ${measured.yardstickMs.toFixed(2)} ms = ${measured.ratio.toFixed(2)}x ${verdict} ${measured.limit ?? ''}`,
  );
};

{
  const path = `/initiatives?limit=50&sort=-cost&filter[phase]=executing,realising`;
  const first = await call('GET', path);
  const next = first.nextCursor ? `${path}&cursor=${encodeURIComponent(first.nextCursor)}` : path;
  const statements = await recordStatements(
    () => call('GET', next),
    (text) => !/find_access_token|access_grant|last_used/.test(text),
  );
  note(
    await sideBySide(
      { id: 'B1', what: `portfolio list, 50 of ${INITIATIVES}, filter + sort + keyset, p50`, limit: 3 },
      ROUNDS,
      100,
      () => call('GET', next),
      replay(bare, statements),
    ),
  );
}
{
  const { items } = await call('GET', '/initiatives?limit=1');
  const id = items[0]!.id;
  const path = '/benefits?limit=1&filter[initiativeId]=' + id;
  const benefits = await call('GET', path);
  if (benefits.items[0]) {
    const series = `/benefits/${benefits.items[0].id}/series`;
    const statements = await recordStatements(
      () => call('GET', series),
      (text) => !/find_access_token|access_grant|last_used/.test(text),
    );
    note(
      await sideBySide(
        { id: 'B3', what: 'benefit time series, p50', limit: 3.5 },
        ROUNDS,
        100,
        () => call('GET', series),
        replay(bare, statements),
      ),
    );
  }
  let { version } = await call('GET', `/initiatives/${id}`);
  const write = async (index: number) => {
    ({ version } = await call(
      'PATCH',
      `/initiatives/${id}`,
      { expectedGain: `Gevinst ${index} ${randomUUID()}` },
      { 'if-match': `"${version}"` },
    ));
  };
  const update = async (index: number) => {
    await bare.query('begin');
    await bare.query({
      name: 'bare-update',
      text: `update initiative set expected_gain = $3 where organisation_id = $1 and id = $2`,
      values: [organisationId, id, `bar ${index}`],
    });
    await bare.query('commit');
  };
  note(
    await sideBySide(
      {
        id: 'B14',
        what: 'write with version, audit, wish and outbox over HTTP, p50',
        limit: 2.5,
        note: 'the yardstick is the bare UPDATE with its triggers',
      },
      ROUNDS,
      60,
      write,
      update,
    ),
  );
}
{
  const source = createDataSource({
    url: database.appUrl,
    poolSize: 2,
    statementTimeoutMs: 60_000,
    applicationName: 'bench',
  });
  await source.initialize();
  const db = new Database(source);
  const { rows: scopes } = await owner.query(
    `select id from initiative where organisation_id = $1 order by id limit 200`,
    [organisationId],
  );
  const caller = systemCaller(organisationId, 'bench');
  const scopeOf = (index: number) => ({
    organisationId,
    scopeKind: 'initiative',
    scopeId: scopes[index % scopes.length].id as string,
  });
  const touch = (index: number) =>
    db.transaction(caller, {}, (tx) =>
      tx.query(`update maturity_wanted set v = v + 1 where organisation_id = $1 and scope_id = $2`, [
        organisationId,
        scopeOf(index).scopeId,
      ]),
    );
  for (let index = 0; index < scopes.length; index += 1) await recalculateScope(db, scopeOf(index) as never, 'bench');
  const statement = async (index: number) => {
    await touch(index);
    await db.transaction(caller, {}, (tx) =>
      tx.query(`select recalculate_scope($1, 'initiative', $2, (now() at time zone 'Europe/Copenhagen')::date)`, [
        organisationId,
        scopeOf(index).scopeId,
      ]),
    );
  };
  const ours = async (index: number) => {
    await touch(index);
    await recalculateScope(db, scopeOf(index) as never, 'bench');
  };
  note(
    await sideBySide(
      {
        id: 'B6',
        what: 'recalculation of one scope by the worker’s function, p50',
        limit: 6,
        note: 'without queue and relay',
      },
      ROUNDS,
      60,
      ours,
      statement,
    ),
  );
  await source.destroy();
}

mkdirSync('.cache', { recursive: true });
writeFileSync('.cache/benchmarks.json', JSON.stringify({ initiatives: INITIATIVES, rounds: ROUNDS, results }, null, 2));
await bare.end();
await app.close();
await owner.end();
await database.drop();
process.exit(results.some(({ limit, ratio }) => limit !== null && ratio > limit) ? 1 : 0);
