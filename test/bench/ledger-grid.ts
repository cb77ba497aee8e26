// Longest task of the browser's main thread while somebody scrolls through and types into the ledger's months: a generated
// organisation of 2,000 benefits with 60 months of money each, in the real product.
// usage: node tools/bench.mjs --ledger [--rounds N]
import { mkdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { DEMO_PASSWORD } from '@hoest/organisation';
import { ledgerActions, openLedger } from './ledger-actions';
import { startLedgerHouse } from './ledger-house';
import { type ActionCost, costsOf, LIMIT_MS } from './main-thread';
import { median } from './measure';

const SIZE = { initiatives: 250, benefitsEach: 8, months: 60 };

const { values } = parseArgs({
  options: { ledger: { type: 'boolean' }, rounds: { type: 'string', default: '5' } },
});
const rounds = Number(values.rounds);
process.env['HOEST_TEST_POSTGRES_URL'] =
  process.env['HOEST_BENCH_POSTGRES_URL'] ?? process.env['HOEST_TEST_POSTGRES_URL'];
const house = await startLedgerHouse(SIZE);
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
});

/** One walk through the ledger in a window of its own; what the round before it left behind does not count. */
async function walk(round: number): Promise<ActionCost[]> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'da-DK' });
  const signedIn = await page.request.post(`${house.base}/api/v1/session`, {
    data: { email: house.email, password: DEMO_PASSWORD },
    headers: { origin: house.base },
  });
  if (!signedIn.ok()) throw new Error(`sign-in: ${signedIn.status()} ${await signedIn.text()}`);
  const shown = await openLedger(page, house.base, SIZE.months);
  await page.waitForTimeout(3_000);
  const costs = await costsOf(browser, page, await ledgerActions(page));
  await page.close();
  console.log(`round ${round}: ${shown}, ${SIZE.months} months, load ${loadavg()[0]?.toFixed(1)}`);
  return costs;
}

const walks: ActionCost[][] = [];
try {
  for (let round = 1; round <= rounds; round += 1) walks.push(await walk(round));
} finally {
  await browser.close();
  await house.close();
}

const rows = (walks[0] ?? []).map(({ action }, index) => {
  const all = walks.map((costs) => costs[index] as ActionCost);
  const worst = Math.max(...all.map(({ longestMs }) => longestMs));
  return {
    action,
    'longest task, ms': Math.round(median(all.map(({ longestMs }) => longestMs))),
    'worst round, ms': Math.round(worst),
    'CPU of it, ms': Math.round(median(all.map(({ cpuMs }) => cpuMs))),
    [`over ${LIMIT_MS} ms`]: median(all.map(({ overLimit }) => overLimit)),
  };
});
console.table(rows);
const longest = Math.max(...rows.map((row) => row['longest task, ms']));
console.log(`longest task, median of ${rounds} rounds: ${longest} ms (limit ${LIMIT_MS} ms)`);
mkdirSync('.cache', { recursive: true });
writeFileSync('.cache/ledger-grid.json', JSON.stringify({ longest, rows, walks }, null, 2));
process.exit(longest > LIMIT_MS ? 1 : 0);
