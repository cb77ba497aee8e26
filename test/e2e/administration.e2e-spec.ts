import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { expectNoAxeFindings, signIn } from './sign-in';

const UUID_IN_ADDRESS = /open=([0-9a-f-]{36})/;

/** Letters of its own for every run, so that a second run meets nothing of the first. */
function ownName(prefix: string): string {
  return `${prefix} ${randomUUID().slice(0, 8)}`;
}

const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

async function chooseIn(page: Page, field: string, text: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${field}`) }).click();
  await page.getByRole('dialog').getByRole('combobox').fill(text);
  await page.keyboard.press('Enter');
}

async function openId(page: Page): Promise<string> {
  await expect(page).toHaveURL(UUID_IN_ADDRESS);
  return UUID_IN_ADDRESS.exec(page.url())?.[1] ?? '';
}

test.describe('administration', () => {
  test('an administrator adds a unit and a person, gives access, and the auditor reads it in the history', async ({
    page,
    browser,
    baseURL,
  }) => {
    const [unit, person] = [ownName('Team'), ownName('Karla')];
    const email = `${person.toLowerCase().replace(' ', '.')}@aastrup.example`;
    await page.goto('/');
    await signIn(page, 'admin');

    await page.goto('/administration');
    await expect(page).toHaveURL(/\/administration\/units/);
    await expect(page.getByText(/har \d+ enheder i \d+ niveauer/)).toBeVisible();
    await expectNoAxeFindings(page);
    await page.keyboard.press('c');
    const newUnit = panel(page, 'Ny enhed');
    await newUnit.getByRole('button', { name: 'Tilføj enheden' }).click();
    await expect(newUnit.getByText('Skriv, hvad enheden hedder.')).toBeVisible();
    await newUnit.getByLabel('Enhed', { exact: true }).fill(unit);
    await newUnit.getByLabel('Kode').fill('2000');
    await newUnit.getByRole('button', { name: 'Tilføj enheden' }).click();
    await expect(newUnit.getByText('En anden enhed har allerede den kode.')).toBeVisible();
    await expectNoAxeFindings(page);
    await newUnit.getByLabel('Kode').fill(unit);
    await newUnit.getByRole('button', { name: 'Tilføj enheden' }).click();
    await expect(panel(page, unit)).toBeVisible();
    const unitId = await openId(page);

    await chooseIn(page, 'Ligger under', 'Social og Sundhed');
    await expect(panel(page, unit).getByText(/Gemt \d/)).toBeVisible();
    await panel(page, unit).getByRole('button', { name: 'Fortryd' }).click();
    await expect(panel(page, unit).getByRole('button', { name: /^Ligger under/ })).toContainText('Åstrup Kommune');

    await panel(page, unit).getByRole('link', { name: 'Personer her' }).click();
    await expect(page.getByText('Ingen personer fundet.')).toBeVisible();
    await page.keyboard.press('c');
    const newPerson = panel(page, 'Ny person');
    await newPerson.getByLabel('Navn').fill(person);
    await newPerson.getByLabel('E-mail').fill(email);
    await newPerson.getByRole('button', { name: 'Tilføj personen' }).click();
    await expect(panel(page, person).getByText('Kan ikke logge ind.')).toBeVisible();
    await expectNoAxeFindings(page);

    await panel(page, person).getByRole('link', { name: 'Giv adgang' }).click();
    const newAccess = panel(page, 'Giv adgang');
    await expect(newAccess.getByLabel('E-mail til log ind')).toHaveValue(email);
    await newAccess.getByLabel('Rolle 1').selectOption({ label: 'Revisor' });
    await expectNoAxeFindings(page);
    const password = await newAccess.getByLabel('Startadgangskode').inputValue();
    await newAccess.getByRole('button', { name: 'Giv personen adgang' }).click();
    await expect(page.getByText(password)).toBeVisible();
    await page.getByRole('button', { name: 'Jeg har givet den videre' }).click();
    const account = panel(page, person);
    await expect(account.getByRole('button', { name: 'Luk adgangen' })).toBeVisible();
    await account.getByRole('button', { name: 'Tilføj rolle' }).click();
    await account.getByLabel('Rolle 2').selectOption({ label: 'Økonomi' });
    await account.getByRole('button', { name: 'Gem roller' }).click();
    await expect(page.getByText(`Roller gemt for ${person}`)).toBeVisible();
    await expectNoAxeFindings(page);
    await account.getByRole('button', { name: 'Fortryd' }).click();
    await expect(account.getByLabel('Rolle 2')).toHaveCount(0);

    const other = await browser.newContext({ baseURL });
    const signedIn = await other.request.post('/api/v1/session', {
      data: { email, password },
      headers: { origin: new URL(page.url()).origin },
    });
    expect(signedIn.status()).toBe(201);

    // What was made goes out of use again: access closed, person stopped, unit closed.
    await account.getByRole('button', { name: 'Luk adgangen' }).click();
    await expect(page.getByText(`Adgangen er lukket for ${person}.`)).toBeVisible();
    expect((await other.request.get('/api/v1/session')).status()).toBe(401);
    await other.close();
    await panel(page, person).getByRole('link', { name: 'Vis personen' }).click();
    await panel(page, person)
      .getByLabel(/^Aktiv:/)
      .uncheck();
    await expect(panel(page, person).getByText(/Gemt \d/)).toBeVisible();
    await page.goto(`/administration/units?open=${unitId}`);
    await panel(page, unit).getByLabel('Lukkes').fill('31.12.2099');
    await page.keyboard.press('Enter');
    await expect(panel(page, unit).getByText(/Gemt \d/)).toBeVisible();

    const auditor = await browser.newContext({ baseURL });
    const reading = await auditor.newPage();
    await reading.goto('/');
    await signIn(reading, 'auditor');
    await reading.goto(`/administration/history?object=${unitId}`);
    await expect(reading.getByRole('navigation', { name: 'Sider i administrationen' }).getByRole('link')).toHaveCount(
      1,
    );
    await expect(reading.getByRole('link', { name: 'Enhed oprettet' })).toBeVisible();
    await expect(reading.getByRole('link', { name: 'Enhed flyttet' })).toHaveCount(2);
    const move = reading.getByRole('row').filter({ hasText: 'Enhed flyttet' }).last();
    await expect(move).toContainText('Åstrup Kommune');
    await expect(move).toContainText('Social og Sundhed');
    await expect(move).toContainText('Signe Lykkegaard');
    await reading.getByRole('link', { name: 'Enhed oprettet' }).click();
    await expect(panel(reading, 'Enhed oprettet').getByText('Kald', { exact: true })).toBeVisible();
    await expectNoAxeFindings(reading);
    await reading.keyboard.press('Escape');
    await expect(reading.getByRole('link', { name: 'Enhed oprettet' })).toBeFocused();
    await auditor.close();
  });

  for (const tab of ['units', 'people', 'access', 'roles', 'history', 'operation'])
    test(`${tab} has no accessibility findings in English, wide and narrow`, async ({ page }) => {
      await page.goto('/');
      await signIn(page, 'admin', 'en');
      await page.goto(`/administration/${tab}`);
      await expect(page.locator('main .lead')).toBeVisible();
      await expectNoAxeFindings(page);
      await page.setViewportSize({ width: 390, height: 844 });
      await expectNoAxeFindings(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    });
});
