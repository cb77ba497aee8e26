// Finds or brings what the tests need from the machine: Redis, Chromium, an older PostgreSQL. Each answer is the thing, or
// the reason why it is not there.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, startEmbeddedPostgres } from './embedded-postgres.mjs';

const onPath = (name) => {
  const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
  return found.status === 0 ? found.stdout.trim() : null;
};

let aptUpdated = false;

/** Installs a Debian package where that is possible. @returns null when done, else why not. */
function aptInstall(name) {
  if (process.getuid?.() !== 0) return `${name} is not installed, and installing it takes root`;
  if (!onPath('apt-get')) return `${name} is not installed, and there is no apt-get to install it with`;
  const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  if (!aptUpdated) spawnSync('apt-get', ['update'], quiet);
  aptUpdated = true;
  console.log(`Installing ${name} …`);
  const run = spawnSync('apt-get', ['install', '-y', '--no-install-recommends', name], quiet);
  return run.status === 0 ? null : `${name} is not installed, and apt-get could not bring it`;
}

const answers = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => (socket.end(), resolve(true)));
    socket.once('error', () => resolve(false));
  });

/** A Redis of our own on a free port: tests that empty it must not touch anybody else's. @returns {Promise<{url?: string, stop?: () => void, missing?: string}>} */
export async function startRedis() {
  if (process.env.HOEST_TEST_REDIS_URL) return { url: process.env.HOEST_TEST_REDIS_URL, stop: () => undefined };
  if (!onPath('redis-server')) {
    const missing = aptInstall('redis-server');
    if (missing) return { missing };
  }
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'hoest-redis-'));
  const server = spawn(
    onPath('redis-server'),
    [
      '--port',
      String(port),
      '--bind',
      '127.0.0.1',
      '--dir',
      folder,
      '--save',
      '',
      '--appendonly',
      'yes',
      '--maxmemory-policy',
      'noeviction',
    ],
    { stdio: 'ignore' },
  );
  for (let attempt = 0; attempt < 100; attempt++) {
    if (await answers(port)) return { url: `redis://127.0.0.1:${port}`, stop: () => server.kill('SIGKILL') };
    await sleep(50);
  }
  return { missing: 'redis-server does not start' };
}

/** Path of a Chromium. @returns {{path?: string, missing?: string}} */
export function findChromium() {
  const candidates = () =>
    process.env.CHROMIUM_PATH ?? onPath('chromium') ?? onPath('chromium-browser') ?? onPath('google-chrome');
  const found = candidates();
  if (found) return { path: found };
  const missing = aptInstall('chromium');
  return missing ? { missing } : { path: candidates() };
}

/** The oldest PostgreSQL we support, from the machine's own binaries. @returns {Promise<{url?: (database: string) => string, stop?: () => Promise<void>, missing?: string}>} */
export async function startOldPostgres(folder) {
  const find = () => {
    const base = '/usr/lib/postgresql';
    const version = existsSync(base) ? readdirSync(base).find((name) => ['15', '16', '17'].includes(name)) : undefined;
    return version ? join(base, version, 'bin') : null;
  };
  let binaries = find();
  if (!binaries) {
    const missing = aptInstall('postgresql');
    if (missing) return { missing };
    binaries = find();
    if (!binaries) return { missing: 'this Debian has no PostgreSQL 15, 16 or 17' };
  }
  return startEmbeddedPostgres({ folder, binaries });
}
