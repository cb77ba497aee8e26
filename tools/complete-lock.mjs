// Completes package-lock.json with the optional binaries of other platforms that the registry in use does not serve.
// npm drops them from the lock it writes and `npm ci` then refuses that lock ("Missing … from lock file").
// usage: node tools/complete-lock.mjs [--check]   (--check changes nothing and fails when an entry is missing)
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceRoot } from './workspace-node.mjs';

const OPERATING_SYSTEMS = [
  'darwin',
  'win32',
  'linux',
  'android',
  'freebsd',
  'openharmony',
  'sunos',
  'aix',
  'netbsd',
  'openbsd',
];
const PROCESSORS = ['x64', 'arm64', 'arm', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64', 'mips64el', 'wasm32'];

/** What a package's name says about where it runs: `@swc/core-linux-arm-gnueabihf` → linux, arm. */
function platformOf(name) {
  const words = name.toLowerCase().split(/[-_/.]/);
  const os = words.find((word) => OPERATING_SYSTEMS.includes(word));
  const cpu = words.find((word) => PROCESSORS.includes(word)) ?? (words.includes('ppc64le') ? 'ppc64' : undefined);
  return { ...(os && { os: [os] }), ...(cpu && { cpu: [cpu] }) };
}

const file = join(workspaceRoot, 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
const missing = new Map();
// A pass can bring entries with dependencies of their own only in theory: platform binaries have none.
for (const [place, entry] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (lock.packages[`${place}/node_modules/${name}`]?.version || lock.packages[`node_modules/${name}`]?.version)
      continue;
    missing.set(name, {
      version: range.replace(/^[\^~]/, ''),
      optional: true,
      ...(entry.dev && { dev: true }),
      ...platformOf(name),
    });
  }
}
if (missing.size === 0) {
  console.log('package-lock.json is complete.');
} else if (process.argv.includes('--check')) {
  console.error(
    `package-lock.json lacks ${missing.size} optional package(s): ${[...missing.keys()].join(', ')}\nRun: npm run lock:complete`,
  );
  process.exit(1);
} else {
  for (const [name, entry] of missing) lock.packages[`node_modules/${name}`] = entry;
  const [root, ...rest] = Object.entries(lock.packages);
  rest.sort(([a], [b]) => (a < b ? -1 : 1));
  lock.packages = Object.fromEntries([root, ...rest]);
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`Added ${missing.size} optional package(s) to package-lock.json.`);
}
