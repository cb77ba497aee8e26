import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folder of the published portfolios; they are read from there and never copied in. */
const folder = process.env['HOEST_SHARED_DATA'] ?? join(process.cwd(), '..', 'shared', 'data');

/** `describe` where the published portfolios are there, else skipped with the reason in its title. */
export function describeWithData(title: string, tests: () => void): void {
  if (existsSync(folder)) describe(title, tests);
  else
    describe.skip(
      `${title} (skipped: no published portfolios in ${folder}; HOEST_SHARED_DATA names their folder)`,
      tests,
    );
}

/** A file of a published portfolio. */
export function sharedFile(...path: string[]): Buffer {
  return readFileSync(join(folder, ...path));
}
