// `npm start`: installs and builds what is missing, starts the embedded PostgreSQL and the product with demo data, prints
// its address, and ends everything on Ctrl-C. Runs on the system's Node 20; the programs run on the workspace's own.
import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildIfNeeded } from './build.mjs';
import { installIfNeeded } from './install.mjs';
import { workspaceEnvironment, workspaceNode, workspaceRoot } from './workspace-node.mjs';

const state = process.env.HOEST_STATE_FOLDER ?? join(workspaceRoot, '.hoest');
const pidFile = join(state, 'start.json');
const DEFAULT_PORT = 4300;

/** Address of a Høst that another `npm start` of this folder runs, or null. */
function alreadyRunning() {
  if (!existsSync(pidFile)) return null;
  try {
    const { pid, address } = JSON.parse(readFileSync(pidFile, 'utf8'));
    process.kill(pid, 0);
    const command = existsSync(`/proc/${pid}/cmdline`) ? readFileSync(`/proc/${pid}/cmdline`, 'utf8') : 'start.mjs';
    return command.includes('start.mjs') ? address : null;
  } catch {
    // The process is gone: the file is left over from a crash.
    return null;
  }
}

function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

async function choosePort() {
  const wanted = Number(process.env.PORT ?? DEFAULT_PORT);
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65_535)
    throw new Error(`PORT is "${process.env.PORT}"; give a whole number between 1 and 65535.`);
  for (let port = wanted; port < wanted + 100 && port <= 65_535; port++) if (await isFree(port)) return port;
  throw new Error(`No free port between ${wanted} and ${wanted + 99}.`);
}

/** Runs a bundled command to its end. @throws with its output when it fails. */
function runCommand(name, environment, args = []) {
  return new Promise((resolve, reject) => {
    const child = spawn(
      workspaceNode(),
      ['--enable-source-maps', join(workspaceRoot, 'dist', 'commands', `${name}.js`), ...args],
      {
        cwd: workspaceRoot,
        env: workspaceEnvironment(environment),
        stdio: ['ignore', 'inherit', 'pipe'],
      },
    );
    const output = [];
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${name} failed:\n${Buffer.concat(output)}`)),
    );
    stopping.push(() => child.kill('SIGTERM'));
  });
}

const stopping = [];
let ending = false;

/** A program of the product; started again when it ends by itself. Its log goes to .hoest/log. */
function supervise(name, environment) {
  const log = createWriteStream(join(state, 'log', `${name}.log`), { flags: 'a' });
  let child;
  let failures = 0;
  const start = () => {
    // The extra channel tells the program when we die: then it ends itself instead of staying behind.
    child = spawn(workspaceNode(), ['--enable-source-maps', join(workspaceRoot, 'dist', 'apps', name, 'main.js')], {
      cwd: workspaceRoot,
      env: workspaceEnvironment({ ...environment, NODE_COMPILE_CACHE: join(workspaceRoot, '.cache', 'compile') }),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: process.platform !== 'win32',
    });
    let tail = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.pipe(log, { end: false });
      stream.on('data', (chunk) => (tail = (tail + chunk).slice(-2000)));
    }
    child.once('exit', (code, signal) => {
      if (ending) return;
      failures += 1;
      console.error(
        `The ${name} ended (${signal ?? code}) and is started again; see ${join(state, 'log', `${name}.log`)}.${failures > 2 ? `\n${tail}` : ''}`,
      );
      if (failures > 5) return void end(1);
      setTimeout(start, 500 * failures);
    });
  };
  start();
  return () =>
    new Promise((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve();
      child.once('exit', resolve);
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), 30_000).unref();
    });
}

/** Asks the api until it says that database and worker are there. */
async function waitUntilReady(address) {
  for (let attempt = 0; attempt < 600 && !ending; attempt++) {
    try {
      const answer = await fetch(`${address}/api/v1/health/ready`);
      if (answer.ok && ((await answer.json()).status === 'ready' || attempt > 100)) return;
    } catch {
      // Not listening yet.
    }
    await sleep(100);
  }
  if (!ending) throw new Error('Høst did not become ready within a minute; see .hoest/log.');
}

async function end(code) {
  if (ending) return;
  ending = true;
  if (code === 0) console.log('\nStopping Høst …');
  for (const stop of stopping.reverse()) await stop();
  rmSync(pidFile, { force: true });
  process.exit(code);
}

async function main() {
  const other = alreadyRunning();
  if (other) {
    console.log('This folder runs Høst already.');
    console.log(`Høst is ready at ${other}`);
    return;
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(0));
  installIfNeeded();
  await buildIfNeeded();
  mkdirSync(join(state, 'log'), { recursive: true });
  process.stdout.write('Starting PostgreSQL … ');
  const { embeddedDatabase } = await import('./embedded-database.mjs');
  const database = await embeddedDatabase();
  stopping.push(database.stop);
  console.log(database.tookOver ? 'it ran already' : 'done');
  await runCommand('migrate', database.environment);
  await runCommand('demo', database.environment);
  const port = await choosePort();
  const address = `http://localhost:${port}`;
  writeFileSync(pidFile, JSON.stringify({ pid: process.pid, address }));
  const environment = {
    ...database.environment,
    NODE_ENV: 'local',
    HOST: process.env.HOST ?? '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: address,
    WEB_FOLDER: join(workspaceRoot, 'dist', 'apps', 'web', 'browser'),
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'info',
  };
  stopping.push(supervise('worker', environment));
  stopping.push(supervise('api', environment));
  await waitUntilReady(`http://127.0.0.1:${port}`);
  if (ending) return;
  console.log(`Høst is ready at ${address}`);
  console.log(
    'Sign in with one click as manager, leader, finance, office, admin or auditor. Ctrl-C stops everything; the data stays.',
  );
}

try {
  await main();
} catch (error) {
  console.error(error.message);
  await end(1);
}
