// `npm start`: installs and builds what is missing, starts the embedded PostgreSQL and the product with demo data, prints
// its address, and ends everything on Ctrl-C. Runs on the system's Node 20; the programs run on the workspace's own.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfNeeded } from './build.mjs';
import { stateFolder } from './embedded-database.mjs';
import { installIfNeeded } from './install.mjs';
import { startProduct } from './product.mjs';

const runningFile = join(stateFolder, 'running.json');

/** Address of a Høst that another `npm start` of this folder runs, or null. */
function alreadyRunning() {
  if (!existsSync(runningFile)) return null;
  try {
    const { pid, address } = JSON.parse(readFileSync(runningFile, 'utf8'));
    process.kill(pid, 0);
    const commandLine = `/proc/${pid}/cmdline`;
    return !existsSync(commandLine) || readFileSync(commandLine, 'utf8').includes('start.mjs') ? address : null;
  } catch {
    // The process is gone: the file is left over from a crash.
    return null;
  }
}

let product = null;
let ending = false;

async function end(code) {
  if (ending) return;
  ending = true;
  if (code === 0) console.log('\nStopping Høst …');
  await product?.stop();
  rmSync(runningFile, { force: true });
  process.exit(code);
}

async function main() {
  const other = alreadyRunning();
  if (other) {
    console.log('This folder runs Høst already.');
    console.log(`Høst is ready at ${other}`);
    return;
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(0));
  installIfNeeded();
  await buildIfNeeded();
  mkdirSync(stateFolder, { recursive: true });
  product = startProduct({
    stateFolder,
    onGivingUp: () => void end(1),
    onAddress: (address) => writeFileSync(runningFile, JSON.stringify({ pid: process.pid, address })),
  });
  const address = await product.ready;
  if (ending) return;
  console.log(`Høst is ready at ${address}`);
  console.log('Sign in with one click. Ctrl-C stops everything; the data stays.');
}

try {
  await main();
} catch (error) {
  console.error(error.message);
  await end(1);
}
