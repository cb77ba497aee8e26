// Runs Jest on the workspace's own Node with the flag that lets it load Nest's ES modules.
// usage: node tools/jest.mjs <unit|web|integration|faults> [jest arguments]
import { spawnSync } from 'node:child_process';
import { workspaceNode, workspaceRoot, workspaceEnvironment } from './workspace-node.mjs';

const [suite = 'unit', ...rest] = process.argv.slice(2);
const CONFIGS = { unit: 'jest.config.mjs', web: 'apps/web/jest.config.mjs' };
const config = CONFIGS[suite] ?? `test/${suite}/jest.config.mjs`;
const run = spawnSync(
  workspaceNode(),
  [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
    '-c',
    config,
    '--passWithNoTests',
    ...rest,
  ],
  { cwd: workspaceRoot, stdio: 'inherit', env: workspaceEnvironment() },
);
process.exit(run.status ?? 1);
