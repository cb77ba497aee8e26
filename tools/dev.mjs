// `npm run dev`: the product as `npm start` runs it, api and worker built and restarted on change, and the client served
// with live reload on a port of its own, its calls passed on to the api.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { buildIfNeeded } from './build.mjs';
import { stateFolder } from './embedded-database.mjs';
import { freePort } from './embedded-postgres.mjs';
import { startProduct } from './product.mjs';
import { workspaceEnvironment, workspaceNode, workspaceRoot } from './workspace-node.mjs';

await buildIfNeeded();
const product = startProduct({ stateFolder, onGivingUp: () => void end(1) });
const address = await product.ready;
const port = await freePort();
const client = spawn(workspaceNode(), ['node_modules/nx/dist/bin/nx.js', 'serve', 'web', '--port', String(port)], {
  cwd: workspaceRoot,
  env: workspaceEnvironment({ API_URL: address }),
  stdio: 'inherit',
});
console.log(`Client with live reload: http://localhost:${port}; api: ${address}`);

let waiting = null;
async function rebuild() {
  waiting = null;
  try {
    for (const name of await buildIfNeeded({ only: ['api', 'worker'] })) product.restart(name);
  } catch (error) {
    console.error(error.message);
  }
}
for (const folder of ['apps/api', 'apps/worker', 'libs']) {
  watch(join(workspaceRoot, folder), { recursive: true }, () => {
    clearTimeout(waiting);
    waiting = setTimeout(rebuild, 200);
  });
}

async function end(code) {
  client.kill('SIGTERM');
  await product.stop();
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void end(0));
