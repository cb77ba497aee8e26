// `npm test`: everything, with real PostgreSQL, Redis and Chromium. What the machine lacks and cannot get is skipped and
// named; in CI a skip is a failure. The last line is `N passed, N failed`.
// usage: node tools/test.mjs [--only checks|unit|integration|e2e|faults[,…]]
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfNeeded } from './build.mjs';
import { freePort, startEmbeddedPostgres } from './embedded-postgres.mjs';
import { findChromium, startOldPostgres, startRedis } from './find-services.mjs';
import { installIfNeeded } from './install.mjs';
import { workspaceEnvironment, workspaceNode, workspaceRoot } from './workspace-node.mjs';

const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1].split(',') : null;
const wants = (suite) => only === null || only.includes(suite);
const inCi = process.env.CI === 'true';
const scratch = mkdtempSync(join(tmpdir(), 'hoest-test-'));
const results = [];
const cleanUp = [];

function record(name, passed, failed, { skipped = [], output = '', seconds = 0 } = {}) {
  results.push({ name, passed, failed, skipped, seconds });
  const words = [
    `${passed} passed`,
    failed > 0 && `${failed} FAILED`,
    skipped.length > 0 && `${skipped.length} skipped`,
  ]
    .filter(Boolean)
    .join(', ');
  console.log(`${failed > 0 ? '✗' : '✓'} ${name}: ${words} (${seconds.toFixed(1)} s)`);
  if (failed > 0 && output) console.log(output.slice(-20_000));
}

function run(args, { environment = {}, command = workspaceNode() } = {}) {
  return new Promise((resolve) => {
    const started = process.hrtime.bigint();
    const chunks = [];
    const child = spawn(command, args, {
      cwd: workspaceRoot,
      env: workspaceEnvironment(environment),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => chunks.push(chunk));
    child.once('close', (code) =>
      resolve({
        code: code ?? 1,
        output: Buffer.concat(chunks).toString(),
        seconds: Number(process.hrtime.bigint() - started) / 1e9,
      }),
    );
  });
}

/** A check that passes or fails as a whole. */
async function check(name, args) {
  console.log(`  ${name} …`);
  const { code, output, seconds } = await run(args);
  record(name, code === 0 ? 1 : 0, code === 0 ? 0 : 1, { output, seconds });
}

async function jest(name, suite, environment = {}, extra = []) {
  console.log(`  ${name} …`);
  const report = join(scratch, `${name.replaceAll(/\W+/g, '-')}.json`);
  const { code, output, seconds } = await run(['tools/jest.mjs', suite, '--json', `--outputFile=${report}`, ...extra], {
    environment,
  });
  if (!existsSync(report)) return record(name, 0, 1, { output, seconds });
  const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites, numRuntimeErrorTestSuites } =
    JSON.parse(readFileSync(report, 'utf8'));
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  record(name, numPassedTests, failed > 0 ? failed : code === 0 ? 0 : Math.max(1, numFailedTestSuites), {
    output,
    seconds,
    skipped: numPendingTests > 0 ? [`${numPendingTests} test(s) of ${name} say why in their titles`] : [],
  });
}

function skip(name, reason) {
  record(name, 0, inCi ? 1 : 0, { skipped: [reason], output: reason });
}

async function checks() {
  await check('lock file complete', ['tools/complete-lock.mjs', '--check']);
  await check('format', [
    'node_modules/prettier/bin/prettier.cjs',
    '--check',
    '--log-level',
    'warn',
    '--cache',
    '--cache-location',
    '.cache/prettier',
    '.',
  ]);
  await check('lint', ['tools/lint.mjs']);
  await check('import rules', ['tools/check-import-rules.mjs']);
  await check('types', ['tools/check-types.mjs']);
  await check('docker-compose.yml', ['node_modules/dclint/bin/dclint.cjs', 'docker-compose.yml']);
}

/** Databases and queue that integration and fault tests share; each test file makes databases of its own inside. */
async function services() {
  const newest = await startEmbeddedPostgres({
    folder: join(scratch, 'postgres'),
    settings: { max_connections: '300' },
  });
  cleanUp.push(newest.stop);
  const old = await startOldPostgres(join(scratch, 'postgres-old'));
  if (old.stop) cleanUp.push(old.stop);
  else skip('PostgreSQL 15', old.missing);
  const redis = await startRedis();
  if (redis.stop) cleanUp.push(redis.stop);
  else skip('Redis', redis.missing);
  return {
    HOEST_TEST_POSTGRES_URL: newest.url('postgres'),
    ...(old.url && { HOEST_TEST_OLD_POSTGRES_URL: old.url('postgres') }),
    ...(redis.url ? { HOEST_TEST_REDIS_URL: redis.url } : { HOEST_TEST_NO_REDIS: redis.missing }),
  };
}

/** Starts the product as a newcomer would and drives it in Chromium. */
async function browserJourneys() {
  const chromium = findChromium();
  if (!chromium.path) return skip('browser journeys', chromium.missing);
  console.log('  browser journeys …');
  const port = await freePort();
  const product = spawn(process.execPath, ['tools/start.mjs'], {
    cwd: workspaceRoot,
    env: { ...process.env, PORT: String(port), HOEST_STATE_FOLDER: join(scratch, 'product') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const address = await new Promise((resolve) => {
    const listen = (chunk) => {
      output += chunk;
      const ready = /Høst is ready at (\S+)/.exec(output);
      if (ready) resolve(ready[1]);
    };
    product.stdout.on('data', listen);
    product.stderr.on('data', listen);
    product.once('exit', () => resolve(null));
  });
  const stop = () =>
    new Promise((resolve) =>
      product.exitCode !== null ? resolve() : (product.once('exit', resolve), product.kill('SIGTERM')),
    );
  cleanUp.push(stop);
  if (!address) return record('browser journeys', 0, 1, { output: `The product did not start:\n${output}` });
  const report = join(scratch, 'journeys.json');
  const { output: words, seconds } = await run(
    ['node_modules/@playwright/test/cli.js', 'test', '-c', 'test/e2e/playwright.config.mts', '--reporter=json,line'],
    {
      environment: { BASE_URL: address, CHROMIUM_PATH: chromium.path, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    },
  );
  await stop();
  if (!existsSync(report)) return record('browser journeys', 0, 1, { output: words, seconds });
  const { stats } = JSON.parse(readFileSync(report, 'utf8'));
  const skipped = [
    stats.skipped > 0 && `${stats.skipped} journey(s) say why in their titles`,
    stats.flaky > 0 && `${stats.flaky} journey(s) passed at their second try only`,
  ].filter(Boolean);
  record('browser journeys', stats.expected + stats.flaky, stats.unexpected, { output: words, seconds, skipped });
}

async function main() {
  installIfNeeded();
  mkdirSync(join(workspaceRoot, '.cache'), { recursive: true });
  if (wants('checks')) await checks();
  if (wants('unit')) {
    await jest('unit tests', 'unit');
    await jest('client tests', 'web');
  }
  if (wants('integration') || wants('faults') || wants('e2e')) {
    try {
      await buildIfNeeded();
      record('build', 1, 0);
      await check('docs/openapi.json says what the contract says', ['dist/commands/openapi.js', '--check']);
    } catch (error) {
      record('build', 0, 1, { output: error.message });
    }
  }
  if (wants('integration') || wants('faults')) {
    const environment = await services();
    if (wants('integration')) await jest('integration tests', 'integration', environment);
    if (wants('faults')) await jest('fault tests', 'faults', environment, ['--runInBand']);
  }
  if (wants('e2e')) await browserJourneys();
}

let crashed = null;
try {
  await main();
} catch (error) {
  crashed = error;
  record('the test run itself', 0, 1, { output: error.stack });
}
for (const stop of cleanUp.reverse()) await stop();
rmSync(scratch, { recursive: true, force: true });
writeFileSync(join(workspaceRoot, '.cache', 'test-results.json'), JSON.stringify(results, null, 2));

const sum = (key) => results.reduce((total, result) => total + result[key], 0);
const skipped = results.flatMap((result) => result.skipped);
console.log('\nSummary');
for (const { name, passed, failed, seconds } of results)
  console.log(
    `  ${name.padEnd(24)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${seconds.toFixed(1).padStart(7)} s`,
  );
for (const reason of skipped) console.log(`  skipped: ${reason}`);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(sum('failed') > 0 || crashed ? 1 : 0);
