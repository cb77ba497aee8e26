import { randomBytes } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { expectNoAxeFindings, signIn } from './sign-in';

/** An account of its own, so that the test finds its lines among others'. */
const newAccount = () => `99.${randomBytes(4).toString('hex')}`;

test('finance imports actuals, says which benefit an account belongs to, and takes the import back', async ({
  page,
}) => {
  const account = newAccount();
  // The running month: those before it may be closed, and a closed month takes no line.
  const [year, month] = new Date().toISOString().split('-');
  const file = [
    'Udtræk fra økonomisystemet;;;;',
    'Konto;Omk.sted;Periode;Beløb;Posteringstekst',
    `${account};4100;${year}P${month};18.250,50;Porto`,
    `${account};4100;${year}P${month};-250,50;Refusion`,
    `${account};4100;${year}P13;10,00;Supplement`,
    'I alt;;;18.010,00;',
  ].join('\r\n');
  await signIn(page, 'finance');
  await page.goto('/imports/new?kind=actuals');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Importér regnskabstal');
  await expectNoAxeFindings(page);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: `${account}.csv`, mimeType: 'text/csv', buffer: Buffer.from(file) });
  await expect(page.getByRole('heading', { name: `3 linjer i 5 kolonner er fundet i ${account}.csv.` })).toBeVisible();
  await page.getByRole('button', { name: 'Videre til kolonner' }).click();
  await expect(page.getByRole('combobox', { name: 'Felt for »Konto«' })).toHaveValue('account');
  await expectNoAxeFindings(page);
  await page.getByRole('button', { name: 'Kør prøvekørslen' }).click();
  await expect(page.getByRole('row', { name: /C5.*P13.*kan ikke læses som en måned/ })).toBeVisible();
  await page.getByRole('button', { name: 'Videre til gennemførelse' }).click();
  await page.getByRole('button', { name: 'Importér 2 linjer' }).click();
  await expect(page.getByRole('heading', { name: '2 linjer er oprettet, og ingen er erstattet.' })).toBeVisible();
  const imported = page.url();

  // What belongs to no benefit stands first; the choice is remembered and the account leaves the list.
  await page.goto('/finance/actuals');
  const unmatched = page.getByRole('region', { name: 'Uden gevinst' }).or(page.locator('app-open-accounts').first());
  await expect(unmatched.getByRole('row', { name: new RegExp(account) }).first()).toBeVisible();
  await expectNoAxeFindings(page);
  await page.getByRole('button', { name: `Vælg gevinst for ${account} · 4100` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /Vælg gevinst/ }).click();
  await page.getByRole('combobox', { name: 'Find gevinst' }).fill('porto og print');
  await page.getByRole('option', { name: /Lavere porto og print/ }).click();
  await dialog.getByRole('button', { name: 'Match og husk' }).click();
  await expect(page.getByRole('button', { name: `Vælg gevinst for ${account} · 4100` })).toHaveCount(0);
  await expect(page.getByRole('button', { name: `Glem reglen for ${account}` })).toBeVisible();

  await page.goto(imported);
  await page.getByRole('button', { name: 'Fortryd importen …' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Fortryd hele importen' }).click();
  await expect(page.getByRole('heading', { name: 'Importen er fortrudt: alt er, som det var før.' })).toBeVisible();
  await page.goto('/finance/actuals');
  await page.getByRole('button', { name: `Glem reglen for ${account}` }).click();
  await expect(page.getByRole('button', { name: `Glem reglen for ${account}` })).toHaveCount(0);
});
