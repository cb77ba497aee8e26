import { randomBytes } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { expectNoAxeFindings, signIn } from './sign-in';

const mark = () => `prøve ${randomBytes(4).toString('hex')}`;

/** A call of the api as the person signed in. */
async function made<Answer>(page: Page, path: string, data?: object): Promise<Answer> {
  const base = process.env['BASE_URL'] ?? 'http://localhost:4300';
  const token = (await page.context().cookies(base)).find(({ name }) => name === 'XSRF-TOKEN')?.value ?? '';
  const answer = await page.request.fetch(`${base}/api/v1${path}`, {
    method: data ? 'POST' : 'GET',
    data,
    headers: {
      origin: new URL(base).origin,
      'x-xsrf-token': token,
      'idempotency-key': randomBytes(16).toString('hex'),
    },
  });
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  return (await answer.json()) as Answer;
}

/** An initiative of the test's own with two benefits, the first contributing to nothing yet. */
async function ownInitiative(page: Page, name: string): Promise<string> {
  const { organisation } = await made<{ organisation: { rootUnitId: string } }>(page, '/session');
  const initiative = await made<{ id: string }>(page, '/initiatives', {
    title: `Fælles journal, ${name}`,
    unitId: organisation.rootUnitId,
  });
  for (const title of [`Kortere sagsbehandling, ${name}`, `Lavere udgift til vikarer, ${name}`])
    await made(page, `/initiatives/${initiative.id}/benefits`, { title, class: 'quality' });
  return initiative.id;
}

test('a map is drawn by keyboard and pointer; a broken assumption flags every benefit behind it', async ({ page }) => {
  const name = mark();
  const [faster, cheaper] = [`Kortere sagsbehandling, ${name}`, `Lavere udgift til vikarer, ${name}`];
  await signIn(page, 'office');
  const initiative = await ownInitiative(page, name);
  await page.goto(`/initiatives/${initiative}`);
  await page.getByRole('link', { name: 'Gevinstkort' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: `Gevinstkort: Fælles journal, ${name}` })).toBeVisible();
  await expectNoAxeFindings(page);
  const map = page.getByRole('region', { name: 'Kort over forudsætninger' });
  const panel = page.getByRole('region', { name: /Tilføj|journal|Oplæring|→|Kortere|Lavere/ }).last();

  // By keyboard: an enabler, then the activity it leads to.
  await map.getByRole('button', { name: 'Tilføj forudsætning' }).press('Enter');
  await panel.getByRole('button', { name: 'Tilføj forudsætningen' }).click();
  await expect(panel.getByText('Skriv en titel.')).toBeVisible();
  await panel.getByLabel('Titel').fill('Adgang for alle vikarer');
  await panel.getByLabel('Titel').press('Enter');
  await expect(map.getByRole('button', { name: 'Adgang for alle vikarer' })).toBeVisible();
  await map.getByRole('button', { name: 'Tilføj aktivitet' }).press('Enter');
  await panel.getByLabel('Titel').fill('Oplæring af vikarer');
  await panel.getByLabel('Planlagte timer').fill('120');
  await panel.getByRole('button', { name: 'Tilføj aktiviteten' }).click();
  const training = map.getByRole('button', { name: 'Oplæring af vikarer', exact: true });
  await expect(training).toBeVisible();
  await expect(page.getByText('120 timer')).toBeVisible();

  await map.getByRole('button', { name: 'Adgang for alle vikarer' }).press('Enter');
  await page.getByRole('button', { name: /^Ny forbindelse til/ }).press('Enter');
  await page.getByRole('combobox', { name: 'Find det, den fører til' }).fill('Oplæring');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Forbind', exact: true }).press('Enter');
  const leadsTo = page.getByRole('button', { name: 'Oplæring af vikarer' });
  await expect(leadsTo.last()).toBeVisible();
  await page.keyboard.press('Escape');

  // Arrow keys follow the link. The panel that closes hands the focus back in its own time.
  await expect(async () => {
    await map.getByRole('button', { name: 'Adgang for alle vikarer' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(training).toBeFocused({ timeout: 1_000 });
  }).toPass();

  // By pointer: from a handle to another node.
  const nodeOf = (title: string) => map.locator('.node').filter({ has: page.getByText(title, { exact: true }) });
  const drag = async (from: string, to: string) => {
    const start = nodeOf(from).locator('.handle');
    const end = nodeOf(to);
    await start.hover();
    await page.mouse.down();
    const box = await end.boundingBox();
    await page.mouse.move((box?.x ?? 0) + 40, (box?.y ?? 0) + 12, { steps: 6 });
    await page.mouse.up();
  };
  await drag('Oplæring af vikarer', faster);
  await drag(faster, cheaper);
  await expect(map.locator('path.arrow')).toHaveCount(3);

  // A link back would close a circle: the refusal names the way.
  await map.getByRole('button', { name: cheaper }).click();
  await page.getByRole('button', { name: /^Ny forbindelse til/ }).click();
  await page.getByRole('combobox', { name: 'Find det, den fører til' }).fill(faster);
  await expect(page.getByText('Intet af det, den kan føre til, passer.')).toBeVisible();
  await page.keyboard.press('Escape');

  // What the first link rests on, and that it no longer holds.
  await map.getByRole('button', { name: 'Adgang for alle vikarer' }).click();
  await page.getByRole('button', { name: 'Oplæring af vikarer' }).last().click();
  await page.getByRole('button', { name: 'Tilføj antagelse' }).click();
  await page.getByLabel('Ny antagelse').fill('Vikarer kan logge på fra første dag');
  await page.getByRole('button', { name: 'Tilføj antagelse' }).click();
  const status = page.getByRole('combobox', { name: /^Status for »Vikarer kan logge på/ });
  await status.selectOption({ label: 'Usikker' });
  await expect(page.getByText('1 antagelse er usikker; ingen er brudt.')).toBeVisible();
  await expectNoAxeFindings(page);
  await status.selectOption({ label: 'Brudt' });
  await expect(page.getByText('2 gevinster på kortet hviler på en antagelse, der ikke holder.')).toBeVisible();
  await expect(map.getByRole('button', { name: /Brudt antagelse: Adgang for alle vikarer/ })).toBeVisible();
  await expect(map.getByRole('button', { name: `${cheaper} Brudt antagelse` })).toBeVisible();
  await expectNoAxeFindings(page);

  // The list tells the same.
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Liste' }).click();
  await expect(page.getByRole('row', { name: /Adgang for alle vikarer/ })).toContainText('Vikarer kan logge på');
  await expectNoAxeFindings(page);

  // So do the list of benefits and the benefit's own page, in English, too.
  await signIn(page, 'office', 'en');
  await page.goto(`/benefits?q=${encodeURIComponent(cheaper)}`);
  await page
    .getByRole('row', { name: new RegExp(cheaper) })
    .getByRole('link', { name: 'Broken assumption' })
    .waitFor();
  await expectNoAxeFindings(page);
  await page.getByRole('link', { name: cheaper }).click();
  await expect(page.getByText('“Vikarer kan logge på fra første dag” no longer holds')).toBeVisible();
  await page.getByRole('link', { name: 'Broken assumption' }).click();
  await expect(page.getByRole('heading', { name: 'What the link rests on' })).toBeVisible();
  await expectNoAxeFindings(page);
});

test('on a phone the list comes first, and a reader without rights sees no tools', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, 'auditor', 'en');
  await page.goto('/benefits?q=gammel journal udfaset');
  await page.getByRole('link', { name: 'Broken assumption' }).click();
  await expect(page.getByRole('region', { name: /→/ })).toContainText('Leverandøren leverer de gamle journaler');
  await expectNoAxeFindings(page);
  await page.getByRole('button', { name: /Close/ }).click();
  await expect(page.getByRole('link', { name: 'List', exact: true })).toHaveAttribute('aria-current', 'page');
  await expect(page.getByRole('heading', { name: 'Enablers' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Add/ })).toHaveCount(0);
  await expectNoAxeFindings(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
