// Keeps the programs of the product running: starts them, starts them again when they end by themselves, stops them in order.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceEnvironment, workspaceNode, workspaceRoot } from './workspace-node.mjs';

const MAX_FAILURES = 5;

/**
 * Starts a built program; its log goes to `<logFolder>/<name>.log`.
 * @returns {{restart: () => void, stop: () => Promise<void>}}
 */
export function supervise({ name, environment, logFolder, onGivingUp }) {
  mkdirSync(logFolder, { recursive: true });
  const logFile = join(logFolder, `${name}.log`);
  const log = createWriteStream(logFile, { flags: 'a' });
  let child;
  let failures = 0;
  let stopping = false;
  let restarting = false;

  function start() {
    child = spawn(workspaceNode(), ['--enable-source-maps', join(workspaceRoot, 'dist', 'apps', name, 'main.js')], {
      cwd: workspaceRoot,
      env: workspaceEnvironment({ ...environment, NODE_COMPILE_CACHE: join(workspaceRoot, '.cache', 'compile') }),
      // The channel tells the program when we die: then it ends itself instead of staying behind.
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // A process group of its own: Ctrl-C in the terminal reaches us alone, and we stop them in order.
      detached: process.platform !== 'win32',
    });
    let tail = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.pipe(log, { end: false });
      stream.on('data', (chunk) => (tail = (tail + chunk).slice(-3000)));
    }
    child.once('exit', (code, signal) => {
      if (stopping) return;
      if (restarting) {
        restarting = false;
        return start();
      }
      failures += 1;
      console.error(`The ${name} ended (${signal ?? code}); see ${logFile}.`);
      if (failures > MAX_FAILURES) {
        console.error(tail);
        return void onGivingUp();
      }
      setTimeout(start, 500 * failures);
    });
  }

  start();
  return {
    restart() {
      restarting = true;
      child.kill('SIGTERM');
    },
    stop() {
      stopping = true;
      return new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve();
        child.once('exit', resolve);
        child.kill('SIGTERM');
        setTimeout(() => child.kill('SIGKILL'), 30_000).unref();
      });
    },
  };
}
