import { randomBytes } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { expectNoAxeFindings, signIn } from './sign-in';
import { paste } from './spreadsheet';

/** Marks what a test makes, so that it finds its own rows among others'. */
const mark = () => `prøve ${randomBytes(4).toString('hex')}`;
const today = () => new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Copenhagen' });
/** First day of a month so many months from now. */
const month = (offset: number) => {
  const [year = 0, now = 1] = today().split('-').map(Number);
  return new Date(Date.UTC(year, now - 1 + offset, 1)).toISOString().slice(0, 10);
};
const lastDay = (offset: number) => new Date(Date.parse(month(offset + 1)) - 86_400_000).toISOString().slice(0, 10);
const danish = (date: string) => date.split('-').reverse().join('.');

/** A call of the api as the person signed in; tests make their own data with it. */
async function call<Answer>(
  page: Page,
  method: string,
  path: string,
  data?: object,
  version?: number,
): Promise<Answer> {
  const base = process.env['BASE_URL'] ?? 'http://localhost:4300';
  const token = (await page.context().cookies(base)).find(({ name }) => name === 'XSRF-TOKEN')?.value ?? '';
  const answer = await page.request.fetch(`${base}/api/v1${path}`, {
    method,
    data,
    headers: {
      origin: new URL(base).origin,
      'x-xsrf-token': token,
      ...(method === 'POST' && { 'idempotency-key': randomBytes(16).toString('hex') }),
      ...(version !== undefined && { 'if-match': `"${version}"` }),
    },
  });
  expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true);
  return (await answer.json()) as Answer;
}

interface Row {
  id: string;
  version: number;
  measures: { id: string; version: number }[];
}
interface Session {
  person: { id: string };
  organisation: { rootUnitId: string };
}

/** An initiative of the test's own, live since a month so that approving a benefit freezes its plan. */
async function ownInitiative(page: Page, name: string, live = false): Promise<string> {
  const { organisation } = await call<Session>(page, 'GET', '/session');
  const body = { title: `Elektronisk nøgleskab, ${name}`, unitId: organisation.rootUnitId };
  const made = await call<Row>(page, 'POST', '/initiatives', body);
  if (live) await call(page, 'PATCH', `/initiatives/${made.id}`, { goLiveActual: month(-1) }, made.version);
  return made.id;
}

/** A benefit with a measure in trips a week, measured at 412 and aimed at 60. */
async function ownBenefit(page: Page, initiative: string, title: string, change: object = {}): Promise<Row> {
  return call<Row>(page, 'POST', `/initiatives/${initiative}/benefits`, {
    title,
    class: 'cash_releasing',
    startsOn: month(0),
    measure: {
      name: 'Køreture til nøgler',
      unit: 'ture/uge',
      direction: 'down',
      frequency: 'year',
      baseline: { value: '412', measuredOn: month(-7), evidenceKind: 'count' },
      targetPoints: [
        { dueOn: month(-6), value: '412' },
        { dueOn: month(6), value: '60' },
      ],
    },
    ...change,
  });
}

test('the list of benefits is narrowed, sorted and searched, and the address opens the same view', async ({ page }) => {
  await signIn(page, 'leader');
  await page.goto('/benefits');
  await expect(page.getByRole('heading', { level: 1, name: 'Gevinster' })).toBeVisible();
  await expect(page.getByText(/gevinster i Åstrup Kommune\. .*målinger? er forsinket eller mangler/)).toBeVisible();
  await expectNoAxeFindings(page);

  await page.getByRole('button', { name: 'Gevinsttype' }).click();
  await page.getByRole('checkbox', { name: 'Budgeteffekt' }).check();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Helårsværdi' }).click();
  await expect(page).toHaveURL(/filter%5Bclass%5D=cash_releasing.*sort=-value/);
  await expect(page.getByRole('columnheader', { name: 'Helårsværdi' })).toHaveAttribute('aria-sort', 'descending');
  await expect(page.getByRole('row').nth(1)).toContainText('budgeteffekt');

  await page.getByRole('searchbox', { name: 'Søg i gevinster og indsatser' }).fill('køreture til nøglehåndtering');
  const found = page.getByRole('link', { name: 'Færre køreture til nøglehåndtering' });
  await expect(page.getByRole('row')).toHaveCount(2);
  await expect(found).toBeVisible();
  await page.reload();
  await expect(found).toBeVisible();
  await expect(page.getByRole('searchbox', { name: 'Søg i gevinster og indsatser' })).toHaveValue(/nøgle/);

  // Nothing found: the sentence repeats the filters and offers to drop the one that excludes most.
  await page.goto('/benefits?filter%5Bclass%5D=climate&filter%5Bstate%5D=closed&q=nøgle');
  await expect(page.getByText('Ingen gevinster fundet.')).toBeVisible();
  await expectNoAxeFindings(page);
  await page.getByRole('button', { name: 'Fjern alle filtre' }).click();
  await expect(page).toHaveURL(/\/benefits$/);
});

test('what is due is pasted from a spreadsheet, corrected cell by cell, and saved all or none', async ({ page }) => {
  const name = mark();
  await signIn(page, 'manager');
  const { person } = await call<Session>(page, 'GET', '/session');
  await signIn(page, 'office');
  const initiative = await ownInitiative(page, name);
  const measure = (frequency: string) => ({
    measurerId: person.id,
    startsOn: month(-3),
    measure: {
      name: 'Nøgler',
      unit: 'nøgler',
      direction: 'down',
      frequency,
      firstDue: lastDay(-3),
      trackUntil: lastDay(-2),
    },
  });
  await ownBenefit(page, initiative, `Færre nøgler, ${name}`, measure('month'));
  await signIn(page, 'manager');

  await page.goto('/due');
  await expect(page).toHaveURL(/\/benefits\/due$/);
  const rows = page.getByRole('row').filter({ hasText: name });
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText('mangler');
  await expectNoAxeFindings(page);

  const value = (row: number) => rows.nth(row).getByRole('textbox', { name: /^Værdi/ });
  const day = (row: number) => rows.nth(row).getByRole('textbox', { name: /^Målt den/ });
  // Two rows that belong together may have others between them; each gets its own block.
  await paste(value(0), `1.250,50\t${danish(lastDay(-3))}\tSystemudtræk\tfra arket`);
  await expect(rows.nth(0)).toContainText('= 1.250,5 nøgler');
  await paste(value(1), `0\t${danish(month(-5))}\tgæt`);
  await expect(rows.nth(1)).toContainText('»gæt« kendes ikke. Vælg fra listen.');
  await expect(rows.nth(1)).toContainText('Før perioden');
  await expect(page.getByRole('button', { name: 'Ret 2 celler først' })).toBeVisible();
  await expectNoAxeFindings(page);

  await page.getByRole('button', { name: 'Ret 2 celler først' }).click();
  await expect(day(1)).toBeFocused();
  await rows
    .nth(1)
    .getByRole('button', { name: `Brug ${danish(lastDay(-2))}` })
    .click();
  await expect(day(1)).toHaveValue(danish(lastDay(-2)));
  await rows
    .nth(1)
    .getByRole('combobox', { name: /^Dokumentation/ })
    .selectOption({ label: 'Optælling' });

  // A step is taken back, and made again; nothing is lost by looking at a benefit meanwhile.
  await page.getByRole('button', { name: 'Fortryd sidste ændring' }).click();
  await expect(page.getByRole('button', { name: 'Ret 1 celle først' })).toBeVisible();
  await rows
    .nth(1)
    .getByRole('combobox', { name: /^Dokumentation/ })
    .selectOption({ label: 'Optælling' });
  await rows.first().getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1, name: `Færre nøgler, ${name}` })).toBeVisible();
  await page.goBack();
  await expect(value(0)).toHaveValue('1.250,50');

  await page.getByRole('button', { name: 'Gem 2 målinger' }).click();
  await expect(page.getByText(/2 målinger er gemt kl\. \d\d\.\d\d/)).toBeVisible();
  await expect(rows).toHaveCount(0);
});

test('a gain is added from a template, and its value is worked out while it is typed', async ({ page }) => {
  const name = mark();
  await signIn(page, 'office');
  const initiative = await ownInitiative(page, name);
  await page.goto(`/initiatives/${initiative}/benefits/new`);
  await page.getByRole('button', { name: 'Porto' }).click();
  await expect(page.getByLabel('Titel')).toHaveValue('Færre fysiske breve');
  await page.getByLabel('Titel').fill(`Færre breve, ${name}`);
  await page.getByLabel('Nulpunkt', { exact: true }).fill('14.000');
  await page.getByLabel('Mål', { exact: true }).fill('4000');
  await page.getByLabel('Enheder pr. år efter').fill('12');
  await page.getByLabel('Sats', { exact: true }).fill('12,50');
  await expect(page.getByText('(14.000 − 4.000) breve × 12 måneder × 12,50 kr. = 1.500.000 kr./år')).toBeVisible();
  await page.getByRole('button', { name: 'Tilføj gevinsten' }).click();
  await expect(page.getByText('Skriv den dag, nulpunktet er målt.')).toBeVisible();
  await expectNoAxeFindings(page);
  await page.getByLabel('Nulpunkt målt den').fill(danish(month(-1)));
  await page.getByLabel('Dokumentation').selectOption({ label: 'Optælling' });
  await page.getByLabel('Effekten begynder').fill(danish(month(1)));
  await page.getByLabel('Målet er nået den').fill(danish(month(12)));
  await page.getByRole('button', { name: 'Tilføj gevinsten' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Færre breve, ${name}` })).toBeVisible();
  await expect(page.getByText('Beregningen er taget over som helårsværdi.')).toBeVisible();

  // While a driver cannot be read, the last good calculation stays and says so; the repair is one click.
  const rate = page.getByLabel('Sats', { exact: true });
  await rate.fill('2o,00');
  await expect(page.getByText(/Sidst gyldige beregning, \d\d\.\d\d:/)).toBeVisible();
  await page.getByRole('button', { name: 'Brug 20,00' }).click();
  await rate.press('Enter');
  await page.getByRole('button', { name: 'Brug 2.400.000 kr. som helårsværdi' }).click();
  await expect(page.getByText('Beregningen er taget over som helårsværdi.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Værdi og periode' })).toContainText('2.400.000 kr.');
});

test('the target path is moved by keyboard and typed, saves by itself, and is taken back', async ({ page }) => {
  const name = mark();
  await signIn(page, 'office');
  const benefit = await ownBenefit(page, await ownInitiative(page, name), `Færre ture, ${name}`);
  await page.goto(`/benefits/${benefit.id}`);
  await expect(page.getByRole('heading', { name: /Endnu ingen målinger; planen når 60\sture\/uge/ })).toBeVisible();
  const target = page.getByRole('slider', { name: new RegExp(danish(month(6))) });
  await target.press('ArrowUp');
  await expect(target).toHaveAttribute('aria-valuenow', '65');
  await expect(page.getByText(/Gemt \d\d\.\d\d/)).toBeVisible();
  await page.getByRole('button', { name: 'Fortryd' }).first().click();
  await expect(target).toHaveAttribute('aria-valuenow', '60');

  await page.getByRole('button', { name: 'Skriv målpunkter' }).click();
  await page.getByRole('textbox', { name: 'Planlagt værdi, punkt 2' }).fill('80');
  await page.keyboard.press('Enter');
  await expect(target).toHaveAttribute('aria-valuenow', '80');
  await expect(page.getByText(/Gemt \d\d\.\d\d/)).toBeVisible();
  await expectNoAxeFindings(page);
  await page.reload();
  await expect(page.getByRole('heading', { name: /planen når 80\sture\/uge/ })).toBeVisible();
  await page.getByRole('button', { name: 'Vis som tabel' }).first().click();
  await expect(page.getByRole('row', { name: new RegExp(danish(month(6))) })).toContainText('80');
});

test('a benefit is profiled, approved, frozen and re-baselined; every lack leads to its field', async ({ page }) => {
  const name = mark();
  await signIn(page, 'leader');
  const initiative = await ownInitiative(page, name, true);
  const benefit = await ownBenefit(page, initiative, `Færre ture, ${name}`, { fullYearValueMinor: '240000000' });
  await page.goto(`/benefits/${benefit.id}`);
  await expect(page.getByRole('heading', { name: 'Identificeret' })).toBeVisible();
  await expect(page.getByRole('button', { name: /Markér som profileret \(2 mangler\)/ })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await page.getByRole('button', { name: 'Gevinstejer', exact: true }).click();
  await expect(page.getByRole('button', { name: /^Gevinstejer/ }).last()).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'Find person' }).fill('Karen Nyg');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Kobling til et mål i strategien' }).click();
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'Find mål' }).fill('omsorg');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Markér som profileret' }).click();
  await expect(page.getByRole('heading', { name: 'Profileret' })).toBeVisible();
  await expect(page.getByText('4 ting mangler, før den kan blive godkendt:')).toBeVisible();

  for (const test of ['Beskrivelse', 'Observation', 'Tilskrivning', 'Måling'])
    await page.getByRole('radiogroup', { name: test }).getByRole('radio', { name: 'Ja' }).check();
  await page.getByRole('button', { name: 'Godkend gevinsten' }).click();
  const dialog = page.getByRole('dialog');
  await expectNoAxeFindings(page);
  await dialog.getByRole('button', { name: 'Godkend gevinsten' }).click();

  // The initiative is live: approval freezes the plan, and its fields say how they change.
  await expect(page.getByText(/Frosset ved idriftsættelsen/)).toBeVisible();
  await page.getByRole('button', { name: 'Ret: Værdi og periode' }).click();
  await expect(page.getByText(/Planen er frosset siden/).first()).toBeVisible();

  await page.getByRole('button', { name: 'Ny planversion …' }).click();
  await dialog.getByRole('button', { name: 'Gem planversionen' }).click();
  await expect(dialog.getByText('Vælg beslutningen, eller registrér den.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Registrér en ny beslutning' }).click();
  await dialog.getByLabel('Besluttet af').fill('Styregruppen');
  await dialog.getByRole('button', { name: 'Registrér beslutningen' }).click();
  await expect(dialog.getByRole('button', { name: /Beslutning .*Styregruppen/ })).toBeVisible();
  await dialog.getByLabel('Begrundelse').fill('Distrikt Vest begyndte et halvt år senere.');
  await dialog.getByRole('textbox', { name: 'Planlagt værdi, punkt 2' }).fill('120');
  await page.keyboard.press('Tab');
  await expectNoAxeFindings(page);
  await dialog.getByRole('button', { name: 'Gem planversionen' }).click();
  await expect(dialog).toBeHidden();
  const plan = page.getByRole('region', { name: 'Plan', exact: true });
  await expect(plan.getByText('Distrikt Vest begyndte et halvt år senere.')).toBeVisible();
  await expect(plan.getByRole('listitem').filter({ hasText: 'gælder' })).toContainText('Fastfrosset');
  await expect(page.getByRole('img', { name: 'Frosset plan' }).or(page.getByText('Frosset plan 60'))).toBeVisible();

  // Given up again: that takes a decision and a reason.
  await page.getByRole('button', { name: 'Afskriv gevinsten' }).click();
  await dialog.getByRole('button', { name: 'Afskriv gevinsten' }).click();
  await expect(dialog.getByText('Skriv begrundelsen.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Annullér' }).click();
});

test('a measurement is entered and corrected, and a baseline recorded; nothing is rewritten', async ({ page }) => {
  const name = mark();
  await signIn(page, 'office');
  const benefit = await ownBenefit(page, await ownInitiative(page, name), `Færre ture, ${name}`);
  await page.goto(`/benefits/${benefit.id}`);
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Indtast måling' }).first().click();
  await dialog.getByLabel('Værdi').fill('0');
  await dialog.getByLabel('Dokumentation').selectOption({ label: 'Optælling' });
  await dialog.getByRole('button', { name: 'Gem målingen' }).click();
  const measurements = page.getByRole('region', { name: 'Målinger og frister' });
  await expect(measurements.getByRole('row', { name: new RegExp(danish(today())) })).toContainText('0');
  await expect(page.getByRole('heading', { name: /Målet er nået: 0\sture\/uge/ })).toBeVisible();

  await measurements.getByRole('button', { name: `Ret målingen fra ${danish(today())}` }).click();
  await dialog.getByLabel('Værdi').fill('340');
  await dialog.getByLabel('Hvad var forkert').fill('Kørebogen var ikke talt op.');
  await dialog.getByRole('button', { name: 'Gem rettelsen' }).click();
  const entries = measurements.getByRole('row', { name: new RegExp(danish(today())) });
  await expect(entries).toHaveCount(2);
  await expect(entries.first()).toContainText('340');
  await expect(entries.last()).toContainText('rettet');

  await page.getByRole('button', { name: 'Registrér nulpunkt' }).click();
  await dialog.getByLabel('Værdi').fill('400');
  await dialog.getByLabel('Målt den').fill(danish(month(-7)));
  await dialog.getByLabel('Dokumentation').selectOption({ label: 'Systemudtræk' });
  await dialog.getByRole('button', { name: 'Gem nulpunktet' }).click();
  await expect(page.getByRole('row', { name: /412\sture\/uge/ })).toContainText('tidligere');
  await expect(page.getByRole('row', { name: /400\sture\/uge/ })).toContainText('gælder');
  await expectNoAxeFindings(page);
});

test('the pages speak English, and a reader without rights sees texts instead of fields', async ({ page }) => {
  await signIn(page, 'auditor', 'en');
  await page.goto('/benefits?q=nøglehåndtering');
  await page.getByRole('link', { name: 'Færre køreture til nøglehåndtering' }).click();
  await expect(page.getByRole('heading', { name: 'Benefit profile' })).toBeVisible();
  await expect(page.getByText('(412 − 60) ture × 52 weeks × DKK 206 × 90%')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Edit/ })).toHaveCount(0);
  await expectNoAxeFindings(page);
  await page.goto('/benefits/due?filter%5Bmine%5D=false');
  await expect(page.getByRole('columnheader', { name: 'Measurer' })).toBeVisible();
  await expectNoAxeFindings(page);
});

test('a pool is added, its shares are agreed, and a plan follows a go-live only when somebody moves it', async ({
  page,
}) => {
  const name = mark();
  await signIn(page, 'office');
  await page.goto('/benefits/pools');
  await expectNoAxeFindings(page);
  await page.getByRole('button', { name: 'Tilføj pulje' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Navn').fill(`Porto, ${name}`);
  await dialog.getByLabel('Kan fjernes pr. måned').fill('60.000');
  await dialog.getByLabel('Fra', { exact: true }).fill(danish(month(0)));
  await dialog.getByRole('button', { name: 'Tilføj pulje' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Porto, ${name}` })).toBeVisible();
  const poolId = new URL(page.url()).pathname.split('/').at(-1);

  const initiative = await ownInitiative(page, name);
  const read = await call<Row>(page, 'GET', `/initiatives/${initiative}`);
  await call(page, 'PATCH', `/initiatives/${initiative}`, { goLivePlanned: month(0) }, read.version);
  const title = `Færre breve, ${name}`;
  const benefit = await ownBenefit(page, initiative, title, { poolId });
  const share = page.getByRole('textbox', { name: `Aftalt andel, ${title}` });
  await share.fill('120');
  await share.blur();
  await expect(page.getByRole('button', { name: 'Gem andelene' })).toHaveCount(0);
  await share.fill('75');
  await share.blur();
  await page.getByRole('button', { name: 'Gem andelene' }).click();
  await expect(page.getByText('Aftalt tilsammen: 75 % af 100 %.')).toBeVisible();
  await expectNoAxeFindings(page);

  const moved = await call<Row>(page, 'GET', `/initiatives/${initiative}`);
  await call(page, 'PATCH', `/initiatives/${initiative}`, { goLivePlanned: month(4) }, moved.version);
  await page.goto(`/benefits/${benefit.id}`);
  await expect(page.getByText('Idriftsættelsen er flyttet 4 md.; planen er ikke flyttet med')).toBeVisible();
  const proposal = page.getByRole('row').filter({ hasText: 'Effekten begynder' });
  await expect(proposal).toContainText(danish(month(0)));
  await expect(proposal).toContainText(danish(month(4)));
  await expectNoAxeFindings(page);
  await page.getByRole('button', { name: 'Flyt planen' }).click();
  await expect(page.getByText('Idriftsættelsen er flyttet')).toHaveCount(0);
});
