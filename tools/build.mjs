// Builds api, worker, commands and client, each only when its sources changed since its last build.
// usage: node tools/build.mjs [--force]
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installIfNeeded } from './install.mjs';
import { workspaceEnvironment, workspaceNode, workspaceRoot } from './workspace-node.mjs';

const server = ['libs', 'tools/build-server.mjs', 'package-lock.json'];
const PROGRAMS = [
  {
    name: 'api',
    sources: ['apps/api', ...server],
    command: ['tools/build-server.mjs', 'api'],
    result: 'dist/apps/api/main.js',
  },
  {
    name: 'worker',
    sources: ['apps/worker', ...server],
    command: ['tools/build-server.mjs', 'worker'],
    result: 'dist/apps/worker/main.js',
  },
  {
    name: 'commands',
    sources: ['tools/commands', 'tools/demo', ...server],
    command: ['tools/build-server.mjs', 'commands'],
    result: 'dist/commands/migrate.js',
  },
  {
    name: 'web',
    sources: ['apps/web', 'libs', 'package-lock.json'],
    command: ['node_modules/nx/dist/bin/nx.js', 'build', 'web'],
    result: 'dist/apps/web/browser/index.html',
  },
];

/** Changes whenever a source file is added, removed or written. */
function fingerprint(sources) {
  const hash = createHash('sha256');
  const walk = (path) => {
    const stat = statSync(path);
    if (stat.isDirectory()) {
      for (const name of readdirSync(path).sort()) if (name !== 'node_modules') walk(join(path, name));
    } else if (!path.endsWith('.spec.ts')) hash.update(`${path}:${stat.size}:${stat.mtimeMs}\n`);
  };
  for (const source of sources) if (existsSync(join(workspaceRoot, source))) walk(join(workspaceRoot, source));
  return hash.digest('hex');
}

function run(command) {
  return new Promise((resolve) => {
    const output = [];
    const child = spawn(workspaceNode(), command, {
      cwd: workspaceRoot,
      env: workspaceEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(chunk));
    child.once('close', (code) => resolve({ code, output: Buffer.concat(output).toString() }));
  });
}

/** @returns names of the programs that were built. @throws when one does not build, with the compiler's words. */
export async function buildIfNeeded({ force = false, only = null } = {}) {
  installIfNeeded();
  const built = [];
  for (const program of PROGRAMS.filter(({ name }) => only === null || only.includes(name))) {
    const stamp = join(workspaceRoot, 'dist', '.stamps', program.name);
    const wanted = fingerprint(program.sources);
    const fresh =
      existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && existsSync(join(workspaceRoot, program.result));
    if (fresh && !force) continue;
    process.stdout.write(`Building ${program.name} … `);
    const started = process.hrtime.bigint();
    const { code, output } = await run(program.command);
    if (code !== 0) {
      console.log('failed');
      throw new Error(`${program.name} does not build:\n${output}`);
    }
    console.log(`${(Number(process.hrtime.bigint() - started) / 1e9).toFixed(1)} s`);
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, wanted);
    built.push(program.name);
  }
  return built;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const built = await buildIfNeeded({ force: process.argv.includes('--force') });
    if (built.length === 0) console.log('Everything is built already.');
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
