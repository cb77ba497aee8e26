// Where the workspace's own Node is, and the environment its programs run in.
// Plain JavaScript without dependencies: these scripts are reached by the system's Node 20.
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the checkout; every tool works from here, wherever it was called from. */
export const workspaceRoot = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Path of the Node that programs run on: the one in node_modules (pinned by the lock file), or the system's where
 * npm has no binary for the platform (macOS) and the system's is new enough.
 * @throws when neither is there, with what to do about it.
 */
export function workspaceNode() {
  const suffix = process.platform === 'win32' ? 'node.exe' : 'node';
  const own = join(workspaceRoot, 'node_modules', '.bin', suffix);
  if (existsSync(own)) return own;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 24 || (major === 24 && minor >= 15)) return process.execPath;
  throw new Error(
    `Høst needs Node 24.15 or newer and found ${process.versions.node}. Run "npm ci" (it brings Node on Linux and Windows), or install Node 24.`,
  );
}

/** The caller's environment with the workspace's programs first in PATH and the build tools kept quiet. */
export function workspaceEnvironment(extra = {}) {
  return {
    ...process.env,
    PATH: [join(workspaceRoot, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
    NX_TUI: 'false',
    NX_DAEMON: 'false',
    NG_CLI_ANALYTICS: 'false',
    ...extra,
  };
}
