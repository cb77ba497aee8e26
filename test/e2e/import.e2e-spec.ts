import { randomBytes } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { expectNoAxeFindings, signIn } from './sign-in';

/** Marks what the test makes, so that it finds its own rows among others'. */
const mark = () => `Prøve ${randomBytes(4).toString('hex')}`;

/** A list as an office keeps it: a title, a bad cell, a withheld one, a row without title, a total. */
const listOf = (name: string) =>
  [
    `Porteføljeliste ${name};;;;`,
    'Sagsnr.;Betegnelse;Forvaltning;Udgift (t.kr.);Idriftsættelse',
    `${name}-1;${name}: digital byggesag;Teknik og Miljø;1.250,5;31.12.2027`,
    `${name}-2;${name}: chatassistent;Teknik og Miljø;tilbageholdt;engang`,
    `${name}-3;;Teknik og Miljø;100;01.05.2027`,
    'I alt;;;1.350,5;',
  ].join('\r\n');

async function upload(page: Page, fileName: string, content: string): Promise<void> {
  await page.goto('/imports/new');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: fileName, mimeType: 'text/csv', buffer: Buffer.from(content) });
  await expect(page.getByRole('heading', { name: /er fundet i/ })).toBeVisible();
}

async function undo(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Fortryd importen …' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Fortryd hele importen' }).click();
}

test('the office imports a list, corrects what was recognised, and takes it all back', async ({ page }) => {
  const name = mark();
  await signIn(page, 'office');
  await upload(page, `${name}.csv`, listOf(name));

  // What was recognised: the headings below the title, the total left out.
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(
    `3 indsatser i 5 kolonner er fundet i ${name}.csv.`,
  );
  await expect(page.getByRole('textbox', { name: 'Overskrifter i række' })).toHaveValue('2');
  await expect(page.getByRole('row', { name: /I alt.*Sum af andre rækker/ })).toBeVisible();
  await expectNoAxeFindings(page);

  // Columns: a wrong choice is corrected, the title moves, and everything is there after a reload.
  await page.getByRole('button', { name: 'Videre til kolonner' }).click();
  const field = (heading: string) => page.getByRole('combobox', { name: `Felt for »${heading}«` });
  await field('Sagsnr.').selectOption({ label: 'Titel' });
  await field('Betegnelse').selectOption({ label: 'Titel' });
  await expect(page.getByText('Flyttet hertil fra »Sagsnr.«')).toBeVisible();
  await field('Sagsnr.').selectOption({ label: 'Nøgle' });
  await expect(page.getByText(/Gemt \d\d\.\d\d/).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Kør prøvekørslen' })).toBeEnabled();
  await page.reload();
  await expect(field('Sagsnr.')).toHaveValue('key');
  await expect(field('Betegnelse')).toHaveValue('title');
  await expect(page.getByRole('combobox', { name: 'Enhed for beløb i »Udgift (t.kr.)«' })).toHaveValue('thousand');
  await expectNoAxeFindings(page);

  // Dry run: every cell that cannot be used is named.
  await page.getByRole('button', { name: 'Kør prøvekørslen' }).click();
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(
    'Ingen opdateres, 2 oprettes, 1 afvises; 2 celler efterlades tomme.',
  );
  const rows = page.getByRole('region').or(page.locator('app-rows-list'));
  await expect(rows.getByRole('row', { name: /D4.*tilbageholdt.*Kilden holder værdien tilbage/ })).toBeVisible();
  await expect(rows.getByRole('row', { name: /E4.*engang.*kan ikke læses som en dato/ })).toBeVisible();
  await expect(rows.getByRole('row', { name: /B5.*Titlen mangler/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /Udgift.*1\.250,5.*tusinder DKK/ })).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Hent rækker med bemærkninger (CSV)' }).click();
  expect((await download).suggestedFilename()).toBe(`${name}-bemærkninger.csv`);
  await page.getByRole('link', { name: /^Oprettes/ }).click();
  await expect(page.getByText(`${name}: digital byggesag`)).toBeVisible();
  await expectNoAxeFindings(page);

  // Commit: said in words first, then done; the initiatives can be seen.
  await page.getByRole('button', { name: 'Videre til gennemførelse' }).click();
  await expect(page.getByRole('heading', { name: '2 indsatser oprettes, og ingen opdateres.' })).toBeVisible();
  await expectNoAxeFindings(page);
  await page.getByRole('button', { name: 'Importér 2 indsatser' }).click();
  await expect(page.getByRole('heading', { name: '2 indsatser er oprettet, og ingen er opdateret.' })).toBeVisible();
  const seen = page.getByRole('link', { name: 'Se de importerede indsatser' });
  await expect(seen).toHaveAttribute('href', /\/initiatives\?.*import=/);
  await seen.click();
  await expect(page.getByText(`${name}: chatassistent`).first()).toBeVisible();

  // Undo: the whole import goes, and the list says so.
  await page.goBack();
  await undo(page);
  await expect(page.getByRole('heading', { name: 'Importen er fortrudt: alt er, som det var før.' })).toBeVisible();
  await page.getByRole('link', { name: 'Alle importer' }).click();
  await expect(page.getByRole('row', { name: new RegExp(`${name}\\.csv.*Fortrudt`) })).toBeVisible();
});

test('what somebody edited since the import stays and is listed', async ({ page }) => {
  const name = mark();
  await signIn(page, 'office');
  await upload(page, `${name}.csv`, `Titel;Forvaltning\r\n${name}: a;Teknik og Miljø\r\n${name}: b;Teknik og Miljø`);
  await page.getByRole('button', { name: 'Videre til kolonner' }).click();
  await page.getByRole('button', { name: 'Kør prøvekørslen' }).click();
  await page.getByRole('button', { name: 'Videre til gennemførelse' }).click();
  await page.getByRole('button', { name: 'Importér 2 indsatser' }).click();
  await expect(page.getByRole('heading', { name: /2 indsatser er oprettet/ })).toBeVisible();

  const importId = new URL(page.url()).pathname.split('/').at(-1);
  const csrf = (await page.context().cookies()).find((cookie) => cookie.name === 'XSRF-TOKEN')?.value ?? '';
  const list = await page.request.get(`/api/v1/initiatives?filter[importId]=${importId}`);
  const { items } = (await list.json()) as { items: { id: string; title: string; version: number }[] };
  const [first] = items;
  if (!first) throw new Error('nothing was imported');
  const headers = { 'x-xsrf-token': csrf, 'if-match': `"${first.version}"`, origin: new URL(page.url()).origin };
  const url = `/api/v1/initiatives/${first.id}`;
  const edited = await page.request.patch(url, { data: { problem: 'Rettet siden importen' }, headers });
  expect(edited.status(), await edited.text()).toBe(200);

  await undo(page);
  await expect(page.getByRole('heading', { name: /fortrudt, bortset fra/ })).toBeVisible();
  const kept = page.getByRole('row', { name: new RegExp(`${first.title}.*Indsats.*Er ændret siden importen`) });
  await expect(kept.getByRole('link', { name: first.title })).toHaveAttribute(
    'href',
    new RegExp(`/initiatives/${first.id}`),
  );
  await expectNoAxeFindings(page);
});

test('people who may not import can look, and a file that cannot be read is refused with what to do', async ({
  page,
}) => {
  await signIn(page, 'leader', 'en');
  await page.goto('/imports/new');
  await expect(page.getByText('The portfolio office and administrators can import.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Choose a file' })).toHaveCount(0);
  await expectNoAxeFindings(page);

  await signIn(page, 'office', 'en');
  await page.goto('/imports/new');
  const choose = (name: string, text: string) =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer: Buffer.from(text) });
  await choose('plan.pdf', '%PDF-1.7');
  await expect(page.getByRole('alert')).toContainText('Choose a spreadsheet: xlsx, csv, tsv, and txt.');
  await choose('plan.xlsx', 'this is no workbook');
  await expect(page.getByRole('alert')).toContainText('Open it in the spreadsheet and save it again.');
});
