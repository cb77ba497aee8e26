import { expect, type Page, test } from '@playwright/test';
import { expectNoAxeFindings, signIn } from './sign-in';

/** Each run makes its own objects, told apart by the time it began. */
const RUN = new Date().toISOString().slice(5, 23).replace(/\D/g, '');

async function register(page: Page, title: string): Promise<string> {
  await page.goto('/initiatives/new');
  await page.getByLabel('Titel').fill(title);
  await page.getByLabel('Problem').fill('Nøgler hentes og afleveres i nøgleskabe, og det koster mange ture om ugen.');
  await page.getByRole('button', { name: 'Registrér indsatsen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

test('an idea is registered, filled, decided and moved on, and its history tells it', async ({ page }) => {
  const title = `Elektroniske låse i hjemmeplejen, prøve ${RUN}`;
  await signIn(page, 'office');

  await page.goto('/initiatives/new');
  await page.getByLabel('Titel').fill(title);
  await expect(page.getByText(/Tal med dem først/)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Elektroniske låse i hjemmeplejen', exact: true })).toBeVisible();
  await page.getByLabel('Problem').fill('Nøgler til borgernes hjem hentes i nøgleskabe.');
  await page.getByRole('button', { name: 'Registrér indsatsen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeFocused();
  await expect(page.getByRole('heading', { name: 'Beslutningspunkt 1' })).toBeVisible();
  await expectNoAxeFindings(page);

  // The checklist leads to the field; the owner is found by typing, with the keyboard alone.
  const checklist = page.getByRole('region', { name: 'Beslutningspunkt 1' });
  await checklist.getByRole('link', { name: 'Projektejer er udpeget' }).press('Enter');
  await expect(page.getByRole('button', { name: /^Projektejer/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'Find person' }).fill('Karen Nyg');
  await page.keyboard.press('Enter');
  const facts = page.getByRole('region', { name: 'Fakta' });
  await expect(facts.getByText(/Gemt \d\d\.\d\d/)).toBeVisible();
  await expect(checklist.getByRole('listitem').filter({ hasText: 'Projektejer er udpeget' })).toContainText('opfyldt');

  await facts.getByLabel('Forventet gevinst').fill('Færre ture til nøgleskabene.');
  await page.keyboard.press('Tab');
  await expect(facts.getByRole('button', { name: 'Fortryd' })).toHaveCount(2);
  await facts.getByRole('button', { name: 'Færdig med at redigere: Fakta' }).click();
  await expect(facts.getByText('Færre ture til nøgleskabene.')).toBeVisible();

  const costs = page.locator('#costs');
  await costs.getByRole('button', { name: 'Tilføj linje' }).click();
  await costs.getByLabel('Plan, Engangsudgift').fill('1,2 mio.');
  await page.keyboard.press('Tab');
  await expect(costs.getByText(/Gemt \d\d\.\d\d/)).toBeVisible();
  await costs.getByLabel('Forecast, Engangsudgift').fill('2o0.000');
  await expect(costs.getByText('»2o0.000« er ikke et beløb.')).toBeVisible();
  await costs.getByRole('button', { name: /^Brug 200\.000/ }).click();
  await page.keyboard.press('Enter');
  await expect(costs.getByRole('row', { name: /I alt/ })).toContainText('1,2');
  await costs.getByRole('button', { name: 'Fjern linjen Engangsudgift' }).click();
  await expect(costs.getByText('Ingen udgifter endnu')).toBeVisible();
  await page.getByRole('button', { name: 'Fortryd', exact: true }).last().click();
  await expect(costs.getByRole('row', { name: /I alt/ })).toContainText('1,2');

  await page.getByRole('button', { name: 'Registrér beslutning' }).first().click();
  const decision = page.getByRole('dialog', { name: 'Registrér beslutning' });
  await decision.getByRole('button', { name: 'Registrér beslutning' }).click();
  await expect(decision.getByText('Skriv, hvem der besluttede.')).toBeVisible();
  await decision.getByLabel('Udfald').selectOption({ label: 'Godkendt med betingelser' });
  await decision.getByLabel('Besluttet af').fill('Digitaliseringsforum');
  await decision.getByLabel('Betingelse 1', { exact: true }).fill('Nulpunktet måles først');
  await expectNoAxeFindings(page);
  await decision.getByRole('button', { name: 'Registrér beslutning' }).click();
  const decisions = page.getByRole('region', { name: 'Beslutninger' });
  await expect(decisions.getByText('Godkendt med betingelser – Digitaliseringsforum')).toBeVisible();
  await decisions.getByRole('button', { name: 'Luk: Nulpunktet måles først' }).click();
  await expect(decisions.getByText(/lukket \d\d\.\d\d\.\d{4}/)).toBeVisible();

  await page.getByRole('button', { name: 'Flyt fase' }).click();
  const move = page.getByRole('dialog', { name: 'Flyt fase' });
  await expect(move.getByText('Fasen starter uden beslutning.')).toBeVisible();
  await move.getByRole('radio', { name: /Digitaliseringsforum/ }).check();
  await expect(move.getByText('Fasen starter uden beslutning.')).toBeHidden();
  await expectNoAxeFindings(page);
  await move.getByRole('button', { name: 'Flyt fase' }).click();
  await expect(page.getByRole('heading', { name: 'Beslutningspunkt 2' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Beslutningspunkter' }).getByRole('listitem').first()).toContainText(
    /\d\d\.\d\d\.\d{4}/,
  );

  const history = page.getByRole('region', { name: 'Historik' });
  await expect(history.getByText('Fase skiftet')).toBeVisible();
  await expect(history.getByText('Beslutning registreret')).toBeVisible();
  await expect(history.getByText('Omkostning tilføjet').first()).toBeVisible();
  await expect(history.getByText(/Idé.*→.*Analyse/).first()).toBeVisible();

  // What is unchanged is confirmed by one key and Enter.
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('b');
  await expect(page.getByRole('dialog', { name: 'Bekræft status' })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Bekræftet \d\d/).first()).toBeVisible();
});

test('two people at one field: what is typed stays, and the reader decides between both values', async ({ page }) => {
  await signIn(page, 'office');
  const id = await register(page, `To skriver på én gang ${RUN}`);
  await page.goto(`/initiatives/${id}?edit=facts`);
  const problem = page.getByLabel('Problem');
  await problem.fill('Min beskrivelse');

  const current = await page.request.get(`/api/v1/initiatives/${id}`);
  const { version } = (await current.json()) as { version: number };
  const cookies = await page.context().cookies();
  const token = cookies.find(({ name }) => /xsrf/i.test(name))?.value ?? '';
  const origin = new URL(page.url()).origin;
  const theirs = await page.request.patch(`/api/v1/initiatives/${id}`, {
    data: { problem: 'Deres beskrivelse' },
    headers: { 'if-match': `"${version}"`, 'x-xsrf-token': token, origin },
  });
  expect(theirs.status(), await theirs.text()).toBe(200);

  await expect(problem).toHaveValue('Min beskrivelse');
  await page.keyboard.press('Tab');
  const conflict = page.getByRole('alert').filter({ hasText: 'Deres beskrivelse' });
  await expect(conflict).toContainText('Min beskrivelse');
  await conflict.getByRole('button', { name: 'Brug min' }).click();
  await expect(problem).toHaveValue('Min beskrivelse');
  await page.reload();
  await expect(page.getByLabel('Problem')).toHaveValue('Min beskrivelse');
});

test('the list shows an initiative beside itself, by address and keys', async ({ page }) => {
  await signIn(page, 'leader', 'en');
  await page.goto('/initiatives?tab=all&q=Elektroniske');
  await page.getByRole('button', { name: /^Show .*Elektroniske låse i hjemmeplejen beside/ }).click();
  const panel = page.getByRole('region', { name: 'Elektroniske låse i hjemmeplejen', exact: true });
  await expect(panel.getByText('Karen Nygaard')).toBeVisible();
  await expect(panel.getByRole('heading', { name: /Next: gate 5/ })).toBeVisible();
  await expect(page).toHaveURL(/open=[0-9a-f-]{36}/);
  await expectNoAxeFindings(page);
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(page).not.toHaveURL(/open=/);
  await page.goBack();
  await expect(panel).toBeVisible();
  await panel.getByRole('link', { name: 'Open' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Elektroniske låse i hjemmeplejen' })).toBeVisible();
  await expectNoAxeFindings(page);
});

test('strategies name the goals nobody carries; a goal is added, given a target and measured', async ({ page }) => {
  await signIn(page, 'office');
  await page.goto('/strategies');
  await expect(page.getByText(/bæres ikke af nogen aktiv indsats/)).toBeVisible();
  await expect(page.getByText('mål uden indsats').first()).toBeVisible();
  await expectNoAxeFindings(page);

  await page.getByRole('button', { name: 'Tilføj strategi' }).click();
  const dialog = page.getByRole('dialog', { name: 'Tilføj strategi' });
  await dialog.getByLabel('Titel').fill(`Prøvestrategi ${RUN}`);
  await dialog.getByLabel('Kode').fill(`P${RUN}`);
  await dialog.getByLabel('Gælder fra').fill('01.01.2020');
  await dialog.getByRole('button', { name: 'Tilføj strategi' }).click();
  const section = page.getByRole('region', { name: `Prøvestrategi ${RUN}` });
  await section.getByLabel('Vedtaget af', { exact: true }).selectOption({ label: 'Direktionen' });
  await expect(section.getByText(/Gemt \d\d\.\d\d/)).toBeVisible();
  // Over and done with: the figures of the demo's own strategy stay what they were.
  await section.getByLabel('Gælder til').fill('31.12.2020');
  await page.keyboard.press('Tab');
  await expect(section.getByText('udløbet')).toBeVisible();

  await section.getByRole('button', { name: /^Registrér opfølgning/ }).click();
  const followup = page.getByRole('dialog', { name: 'Registrér opfølgning' });
  await followup.getByLabel('Note').fill('Vedtaget uden ændringer.');
  await followup.getByRole('button', { name: 'Registrér opfølgning' }).click();
  await expect(section.getByText('Vedtaget uden ændringer.')).toBeVisible();

  await section.getByRole('button', { name: /^Tilføj mål til/ }).click();
  await page.getByRole('dialog').getByLabel('Titel').fill('Svar inden for en uge');
  await page.getByRole('dialog').getByRole('button', { name: 'Tilføj mål' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Svar inden for en uge' })).toBeVisible();
  await page.getByLabel('Enhed').fill('%');
  await page.keyboard.press('Tab');
  const targets = page.getByRole('region', { name: 'Mål og datoer' });
  await targets.getByLabel('Dato').fill('31.12.2030');
  await targets.getByLabel('Værdi').fill('90');
  await targets.getByRole('button', { name: 'Tilføj', exact: true }).click();
  await expect(page.getByText(/Ikke målt; mål 90\s% den 31\.12\.2030/).first()).toBeVisible();
  const measurements = page.getByRole('region', { name: 'Målinger' });
  await measurements.getByLabel('Værdi').fill('72');
  await measurements.getByRole('button', { name: 'Registrér måling' }).click();
  await expect(page.getByText(/Undervejs: 72\s% mod 90\s%/).first()).toBeVisible();
  await expectNoAxeFindings(page);
});
