// The product on this machine: embedded PostgreSQL, schema, demo data, worker and api.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { supervise } from './supervise.mjs';
import { workspaceEnvironment, workspaceNode, workspaceRoot } from './workspace-node.mjs';

const DEFAULT_PORT = 4300;

function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** The wanted port, or the next free one. @throws when PORT is no port. */
export async function choosePort(wantedText = process.env.PORT) {
  const wanted = Number(wantedText ?? DEFAULT_PORT);
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65_535) {
    throw new Error(`PORT is "${wantedText}"; give a whole number between 1 and 65535.`);
  }
  for (let port = wanted; port < wanted + 100 && port <= 65_535; port++) if (await isFree(port)) return port;
  throw new Error(`No free port between ${wanted} and ${wanted + 99}.`);
}

/** Runs a bundled command to its end. @throws with its output when it fails. */
function runCommand(name, environment, onStart) {
  return new Promise((resolve, reject) => {
    const child = spawn(
      workspaceNode(),
      ['--enable-source-maps', join(workspaceRoot, 'dist', 'commands', `${name}.js`)],
      { cwd: workspaceRoot, env: workspaceEnvironment(environment), stdio: ['ignore', 'inherit', 'pipe'] },
    );
    onStart(child);
    const errors = [];
    child.stderr.on('data', (chunk) => errors.push(chunk));
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${name} failed:\n${Buffer.concat(errors)}`)),
    );
  });
}

/** Asks the api until it says that database and worker are there. */
async function waitUntilReady(address, ended) {
  for (let attempt = 0; attempt < 600 && !ended(); attempt++) {
    try {
      const answer = await fetch(`${address}/api/v1/health/ready`);
      // A worker that is late does not keep people out: after ten seconds "degraded" is good enough.
      if (answer.ok && ((await answer.json()).status === 'ready' || attempt > 100)) return;
    } catch {
      // Not listening yet.
    }
    await sleep(100);
  }
  if (!ended()) throw new Error('Høst did not become ready within a minute; see the logs in .hoest/log.');
}

/**
 * Starts everything in order.
 * @param {{stateFolder: string, onGivingUp: () => void, onAddress?: (address: string) => void}} options
 * @returns {{ready: Promise<string>, stop: () => Promise<void>, restart: (name: 'api' | 'worker') => void}}
 *   `ready` = the address; `stop` ends what has been started so far, last first.
 */
export function startProduct({ stateFolder, onGivingUp, onAddress = () => undefined }) {
  const stops = [];
  const programs = {};
  let ended = false;

  async function start() {
    process.stdout.write('Starting PostgreSQL … ');
    const { embeddedDatabase } = await import('./embedded-database.mjs');
    const database = await embeddedDatabase();
    stops.push(database.stop);
    console.log(database.tookOver ? 'it ran already' : 'done');
    const kill = (child) => stops.push(async () => void child.kill('SIGTERM'));
    for (const command of ['migrate', 'demo']) if (!ended) await runCommand(command, database.environment, kill);
    const port = await choosePort();
    const address = `http://localhost:${port}`;
    onAddress(address);
    const environment = {
      ...database.environment,
      NODE_ENV: 'local',
      HOST: process.env.HOST ?? '127.0.0.1',
      PORT: String(port),
      PUBLIC_URL: address,
      WEB_FOLDER: join(workspaceRoot, 'dist', 'apps', 'web', 'browser'),
      LOG_LEVEL: process.env.LOG_LEVEL ?? 'info',
    };
    for (const name of ['worker', 'api']) {
      if (ended) break;
      programs[name] = supervise({ name, environment, logFolder: join(stateFolder, 'log'), onGivingUp });
      stops.push(programs[name].stop);
    }
    await waitUntilReady(`http://127.0.0.1:${port}`, () => ended);
    return address;
  }

  return {
    ready: start(),
    restart: (name) => programs[name]?.restart(),
    async stop() {
      ended = true;
      for (const stop of stops.reverse()) await stop();
    },
  };
}
