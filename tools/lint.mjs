// Lints everything. The import rules read the workspace's project graph from its cache and are skipped in silence where
// there is none, as on a fresh clone: so the graph is made first.
// usage: node tools/lint.mjs [eslint arguments]
import { spawnSync } from 'node:child_process';
import { workspaceEnvironment, workspaceNode, workspaceRoot } from './workspace-node.mjs';

/** Writes the project graph that the import rules read. @throws when the workspace cannot be read */
export function makeProjectGraph() {
  const made = spawnSync(workspaceNode(), ['node_modules/nx/dist/bin/nx.js', 'graph', '--file=.cache/graph.json'], {
    cwd: workspaceRoot,
    env: workspaceEnvironment(),
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(`The project graph could not be made:\n${made.stdout}${made.stderr}`);
}

if (process.argv[1]?.endsWith('lint.mjs')) {
  makeProjectGraph();
  const run = spawnSync(
    workspaceNode(),
    [
      'node_modules/eslint/bin/eslint.js',
      '.',
      '--max-warnings',
      '0',
      '--cache',
      '--cache-location',
      '.cache/eslint',
      ...process.argv.slice(2),
    ],
    { cwd: workspaceRoot, env: workspaceEnvironment(), stdio: 'inherit' },
  );
  process.exit(run.status ?? 1);
}
