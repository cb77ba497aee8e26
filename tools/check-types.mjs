// Type-checks servers, libs, tools and tests, and the client, each with its own compiler settings.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceEnvironment, workspaceNode, workspaceRoot } from './workspace-node.mjs';

const PROJECTS = [
  ['typescript/bin/tsc', 'tsconfig.json'],
  ['typescript/bin/tsc', 'test/e2e/tsconfig.json'],
  ['@angular/compiler-cli/bundles/src/bin/ngc.js', 'apps/web/tsconfig.app.json'],
  // Specs of the client: their templates are checked when they run, their TypeScript here.
  ['typescript/bin/tsc', 'apps/web/tsconfig.spec.json'],
];
let failed = false;
for (const [compiler, project, ...options] of PROJECTS) {
  if (!existsSync(join(workspaceRoot, project))) continue;
  const run = spawnSync(workspaceNode(), [join('node_modules', compiler), '-p', project, '--noEmit', ...options], {
    cwd: workspaceRoot,
    stdio: 'inherit',
    env: workspaceEnvironment(),
  });
  failed ||= run.status !== 0;
}
process.exit(failed ? 1 : 0);
