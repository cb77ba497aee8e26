// Runs a command of tools/commands against a database.
// usage: node tools/run.mjs <command> [arguments]
// Uses DATABASE_URL and DATABASE_OWNER_URL when they are set; otherwise the embedded database of `npm start`, started for
// the command if it does not run.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfNeeded } from './build.mjs';
import { embeddedDatabase } from './embedded-database.mjs';
import { workspaceEnvironment, workspaceNode, workspaceRoot } from './workspace-node.mjs';

const [command, ...rest] = process.argv.slice(2);
await buildIfNeeded();
const file = join(workspaceRoot, 'dist', 'commands', `${command}.js`);
if (!command || !existsSync(file)) {
  console.error(`There is no command "${command ?? ''}"; see tools/commands.`);
  process.exit(1);
}
const embedded = process.env.DATABASE_URL ? null : await embeddedDatabase();
const child = spawn(workspaceNode(), ['--enable-source-maps', file, ...rest], {
  cwd: workspaceRoot,
  env: workspaceEnvironment(embedded?.environment ?? {}),
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.once('close', async (code) => {
  if (embedded && !embedded.tookOver) await embedded.stop();
  process.exit(code ?? 1);
});
