// Longest task of the browser's main thread while somebody scrolls through and types into the ledger's months: a generated
// organisation of 2,000 benefits with 60 months of money each, in the real product. usage: node tools/bench.mjs --ledger
import { mkdirSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { DEMO_PASSWORD } from '@hoest/organisation';
import { createLogger, readConfiguration } from '@hoest/platform';
import { createTestDatabase } from '@hoest/testing';
import { calendarDateIn } from '@hoest/quantities';
import pg from 'pg';
import { createApp } from '../../apps/api/src/create-app';
import { apiDataSource } from '../../apps/api/src/http/ground.module';
import { loadDemo } from '../../tools/demo/demo-run';

const [INITIATIVES, BENEFITS, MONTHS] = [250, 8, 60];
const LIMIT_MS = 50;
const ROWS = '.ag-row:not(.group)';

interface Task {
  ms: number;
  during: string;
}

process.env['HOEST_TEST_POSTGRES_URL'] =
  process.env['HOEST_BENCH_POSTGRES_URL'] ?? process.env['HOEST_TEST_POSTGRES_URL'];
const today = calendarDateIn(new Date(), 'Europe/Copenhagen');
const database = await createTestDatabase();
await loadDemo(
  database,
  {
    seed: 'ledger',
    referenceDate: today,
    kind: 'random',
    organisations: 1,
    initiatives: INITIATIVES,
    benefits: BENEFITS,
    months: MONTHS,
    withoutMaturity: true,
  },
  console.log,
);

const owner = new pg.Client({ connectionString: database.ownerUrl });
await owner.connect();
const { rows: found } = await owner.query<{ id: number; email: string }>(
  `select g.organisation_id as id, a.email from access_grant g join account a on a.organisation_id = g.organisation_id and a.id = g.account_id
   join (select organisation_id from benefit group by 1 order by count(*) desc limit 1) largest on largest.organisation_id = g.organisation_id
   order by (g.access_role = 'finance') desc, (g.access_role = 'administrator') desc limit 1`,
);
const house = found[0];
if (!house) throw new Error('the generated organisation has no sign-in');
// Every benefit promises and gives something in every month: the ledger at its largest.
await owner.query(
  `update benefit set state = 'in_realisation', currency = 'DKK', monetised = true where organisation_id = $1`,
  [house.id],
);
await owner.query(`delete from benefit_month where organisation_id = $1`, [house.id]);
await owner.query(
  `insert into benefit_month (organisation_id, benefit_id, month, initiative_id, planned_minor, realised_minor, status)
   select b.organisation_id, b.id, m::date, b.initiative_id, 1000000 + (hashtext(b.id::text || m::text) & 4194303), hashtext(m::text || b.id::text) & 4194303,
     case when m > $2::date then 'not_due' else 'measured' end
   from benefit b cross join generate_series(date_trunc('year', $2::date), date_trunc('year', $2::date) + make_interval(months => $3 - 1), interval '1 month') m
   where b.organisation_id = $1`,
  [house.id, today, MONTHS],
);
await owner.query('analyze');

const configuration = readConfiguration({
  NODE_ENV: 'local',
  DATABASE_URL: database.appUrl,
  LOG_LEVEL: 'silent',
  REQUESTS_PER_MINUTE: '0',
  WEB_FOLDER: 'dist/apps/web/browser',
});
const dataSource = apiDataSource(configuration);
await dataSource.initialize();
const app = await createApp(configuration, createLogger('bench', 'silent'), dataSource);
await app.listen(0, '127.0.0.1');
const base = (await app.getUrl()).replace('127.0.0.1', 'localhost');

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
});
const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'da-DK' });
const signedIn = await page.request.post(`${base}/api/v1/session`, {
  data: { email: house.email, password: DEMO_PASSWORD },
  headers: { origin: base },
});
if (!signedIn.ok()) throw new Error(`sign-in: ${signedIn.status()} ${await signedIn.text()}`);

// Texts instead of functions: what runs in the page is not checked with the server's types.
const watch = `[window.tasks, window.during] = [[], ''];
  new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => window.tasks.push({ ms: duration, during: window.during })))
    .observe({ type: 'longtask' });`;
const during = (what: string) => page.evaluate(`window.during = ${JSON.stringify(what)}`);

await page.goto(`${base}/finance?classes=all`);
await page.getByRole('button', { name: /^(Måneder|Months)$/ }).click();
await page.getByLabel(/Antal måneder|Number of months/).selectOption(String(MONTHS));
await page.getByLabel(/Beløb, der vises|Amount shown/).selectOption('budgeted');
const grid = page.locator('app-ledger-grid');
await grid.locator(`${ROWS} .ag-cell.num`).first().waitFor();
const shown = await page
  .locator('app-ledger-grid .ag-row.total, app-ledger-grid .ag-floating-bottom')
  .first()
  .innerText();
await page.waitForTimeout(3_000);
await page.evaluate(watch);

const box = await grid.locator('.ledger').boundingBox();
if (!box) throw new Error('the ledger is not on the page');
await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
await during('wheel down');
for (let turn = 0; turn < 60; turn += 1) {
  await page.mouse.wheel(0, 360);
  await page.waitForTimeout(25);
}
await during('wheel across');
for (let turn = 0; turn < 40; turn += 1) {
  await page.mouse.wheel(turn < 20 ? 420 : -420, 0);
  await page.waitForTimeout(25);
}
await during('typing');
await grid.locator(`${ROWS} .ag-cell.num:not(.word)`).nth(30).click();
for (let edit = 0; edit < 20; edit += 1) {
  await page.keyboard.type('1250,5');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(40);
}
await during('arrows');
for (let press = 0; press < 60; press += 1) {
  await page.keyboard.press(press % 3 === 0 ? 'ArrowRight' : 'ArrowDown');
  await page.waitForTimeout(20);
}
await during('page down');
for (let press = 0; press < 15; press += 1) {
  await page.keyboard.press('PageDown');
  await page.waitForTimeout(120);
}
await during('block of 400 amounts');
const block = Array.from({ length: 40 }, () =>
  Array.from({ length: 10 }, (_, column) => `1.${250 + column},50`).join('\t'),
).join('\n');
await page.evaluate(`{
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', ${JSON.stringify(block)});
  document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}`);
await page.waitForTimeout(300);
await page.keyboard.press('Enter');
await page.waitForTimeout(300);
await during('undo and redo');
for (let press = 0; press < 16; press += 1) {
  await page.keyboard.press(press < 8 ? 'Control+z' : 'Control+y');
  await page.waitForTimeout(40);
}
await page.waitForTimeout(500);

const tasks = await page.evaluate<Task[]>('window.tasks');
const longest = tasks.reduce((most, { ms }) => Math.max(most, ms), 0);
console.log(shown.replace(/\s+/g, ' ').slice(0, 60), '·', MONTHS, 'months');
for (const { ms, during: what } of tasks) console.log(`  ${ms.toFixed(0)} ms while: ${what}`);
console.log(
  `longest task: ${tasks.length === 0 ? `under ${LIMIT_MS}` : longest.toFixed(0)} ms, ${tasks.length} over ${LIMIT_MS} ms`,
);
mkdirSync('.cache', { recursive: true });
writeFileSync('.cache/ledger-grid.json', JSON.stringify({ longest, tasks }, null, 2));
await browser.close();
await app.close();
await owner.end();
await database.drop();
process.exit(tasks.length === 0 ? 0 : 1);
