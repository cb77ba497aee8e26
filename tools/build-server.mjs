// Bundles a server program: esbuild for speed, SWC for decorator metadata (TypeORM and Nest need it, esbuild leaves it out).
// usage: node tools/build-server.mjs <api|worker|commands|bench>
// Writes dist/apps/<api|worker>/*.js or dist/commands/*.js, ES modules with source maps; packages stay outside the bundle.
import { readdirSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { workspaceRoot } from './workspace-node.mjs';

const program = process.argv[2];
const { build } = await import('esbuild');
const { transform } = await import('@swc/core');

/** Entry points: the program itself, and every file that is started as a child process (`*.child.ts`). */
function entryPoints() {
  if (program === 'commands') {
    const folder = join(workspaceRoot, 'tools', 'commands');
    return Object.fromEntries(
      readdirSync(folder)
        .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
        .map((file) => [file.slice(0, -3), join(folder, file)]),
    );
  }
  if (program === 'bench') {
    const folder = join(workspaceRoot, 'test', 'bench');
    return { main: join(folder, 'main.ts'), 'ledger-grid': join(folder, 'ledger-grid.ts') };
  }
  const source = join(workspaceRoot, 'apps', program, 'src');
  const children = readdirSync(source, { recursive: true }).filter((file) => file.endsWith('.child.ts'));
  return Object.fromEntries([
    ['main', join(source, 'main.ts')],
    ...children.map((file) => [basename(file, '.ts'), join(source, file)]),
  ]);
}

const decoratorMetadata = {
  name: 'decorator-metadata',
  setup(setup) {
    setup.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), {
        filename: path,
        sourceMaps: 'inline',
        jsc: {
          target: 'es2023',
          keepClassNames: true,
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
        module: { type: 'es6' },
      });
      return { contents: code, loader: 'js' };
    });
  },
};

const outdir = join(workspaceRoot, 'dist', ['commands', 'bench'].includes(program) ? program : join('apps', program));
rmSync(outdir, { recursive: true, force: true });
await build({
  entryPoints: entryPoints(),
  outdir,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  packages: 'external',
  alias: aliases(),
  sourcemap: true,
  keepNames: true,
  logLevel: 'warning',
  plugins: [decoratorMetadata],
});
console.log(`Built ${outdir.slice(workspaceRoot.length + 1)}.`);

/** `@hoest/<lib>` → its public file; otherwise esbuild would take it for a package and leave it outside. */
function aliases() {
  return Object.fromEntries(
    readdirSync(join(workspaceRoot, 'libs')).map((lib) => [
      `@hoest/${lib}`,
      join(workspaceRoot, 'libs', lib, 'src', 'index.ts'),
    ]),
  );
}
