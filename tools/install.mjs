// Installs what package-lock.json names, when it is not installed yet. Plain JavaScript for the system's Node 20.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceRoot } from './workspace-node.mjs';

const stamp = join(workspaceRoot, 'node_modules', '.hoest-lock');
const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(join(workspaceRoot, 'package-lock.json')))
    .digest('hex');

/** Runs `npm ci` unless the installed packages are those of the lock file. Exits with npm's answer when it fails. */
export function installIfNeeded() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash()) return;
  console.log('Installing packages (about a minute and a half the first time) …');
  const started = process.hrtime.bigint();
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const run = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: workspaceRoot,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (run.status !== 0) {
    console.error('npm ci failed; see the lines above. Høst needs the npm registry at the first start only.');
    process.exit(run.status ?? 1);
  }
  writeFileSync(stamp, lockHash());
  console.log(`Packages installed in ${Number((process.hrtime.bigint() - started) / 1_000_000_000n)} s.`);
}
