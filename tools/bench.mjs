// Measures against the limits of docs/benchmarks.md: brings its own PostgreSQL, loads a generated portfolio, runs every
// benchmark beside its yardstick in the same run, and writes the ratios to .cache/benchmarks.json.
// usage: node tools/bench.mjs [--initiatives N] [--rounds N]
//        node tools/bench.mjs --ledger [--rounds N]   (the grid in a browser: longest task while scrolling and typing)
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfNeeded } from './build.mjs';
import { startEmbeddedPostgres } from './embedded-postgres.mjs';
import { workspaceEnvironment, workspaceNode, workspaceRoot } from './workspace-node.mjs';

const ledger = process.argv.includes('--ledger');
await buildIfNeeded({ only: ['api', 'worker', 'commands', ...(ledger ? ['web'] : [])] });
const built = spawnSync(workspaceNode(), ['tools/build-server.mjs', 'bench'], { cwd: workspaceRoot, stdio: 'inherit' });
if (built.status !== 0) process.exit(1);
const scratch = mkdtempSync(join(tmpdir(), 'hoest-bench-'));
const server = await startEmbeddedPostgres({ folder: join(scratch, 'postgres') });
const run = spawn(
  workspaceNode(),
  [
    '--enable-source-maps',
    join(workspaceRoot, 'dist', 'bench', ledger ? 'ledger-grid.js' : 'main.js'),
    ...process.argv.slice(2),
  ],
  {
    cwd: workspaceRoot,
    env: workspaceEnvironment({ HOEST_BENCH_POSTGRES_URL: server.url('postgres') }),
    stdio: 'inherit',
  },
);
run.once('close', async (code) => {
  await server.stop();
  rmSync(scratch, { recursive: true, force: true });
  process.exit(code ?? 1);
});
