import { readFileSync, writeFileSync } from 'node:fs';
import { openApiDocument } from '@hoest/platform';

/**
 * Writes the contract to `docs/openapi.json`. With `--check` it changes nothing and fails when the committed document is
 * not what the contract says now.
 */
const FILE = 'docs/openapi.json';
const text = `${JSON.stringify(openApiDocument(), null, 2)}\n`;
if (!process.argv.includes('--check')) {
  writeFileSync(FILE, text);
  console.log(`Wrote ${FILE}.`);
} else if (readFileSync(FILE, 'utf8') !== text) {
  console.error(`${FILE} is not what the contract says; run: npm run openapi`);
  process.exit(1);
}
