import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectNoAxeFindings, signIn } from './sign-in';

const INDICATOR = 'gr.realisation-rate';

interface Due {
  benefitId: string;
  benefitTitle: string;
  measureId: string;
  measurerName: string;
  periodEnd: string;
  plannedValue: string;
  previousValue: string | null;
  status: string;
}

interface Member {
  target: { id: string } | null;
  numerator: string;
  denominator: string;
}

const read = async <T>(page: Page, path: string): Promise<T> => {
  const answer = await page.request.get(`/api/v1${path}`);
  expect(answer.status(), path).toBe(200);
  return (await answer.json()) as T;
};

/** A page of its own browser context, signed in. */
async function open(browser: Browser, role: 'manager' | 'leader', address: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, role);
  await page.goto(address);
  return page;
}

/** The measurement the manager owes whose money is missing most in the indicator; its measuring moves the figure. */
async function owedMeasurement(manager: Page): Promise<Due> {
  const due = await read<{ items: Due[] }>(manager, '/due-measurements?filter[mine]=true&limit=200');
  const members = await read<{ items: Member[] }>(manager, `/maturity/indicators/${INDICATOR}/members?limit=200`);
  const gapOf = ({ benefitId }: Due) => {
    const member = members.items.find(({ target }) => target?.id === benefitId);
    return member ? Number(member.denominator) - Number(member.numerator) : -1;
  };
  const owed = due.items
    .filter((one) => one.status === 'missing' && gapOf(one) > 0)
    .sort((a, b) => gapOf(b) - gapOf(a))[0];
  expect(owed, 'the demo leaves the manager a measurement that is due').toBeDefined();
  return owed!;
}

test('a measurement entered in one browser moves the maturity in another, which names record and person', async ({
  browser,
}) => {
  const manager = await open(browser, 'manager', '/maturity');
  const leader = await open(browser, 'leader', '/maturity?why=gr');
  const theme = leader.locator('app-theme-column', {
    has: leader.getByRole('heading', { name: 'Gevinstrealisering' }),
  });
  const figure = theme.locator('.figure');
  await expect(figure).toContainText(/\d,\d/);
  const before = await figure.innerText();
  await leader.evaluate(() => Object.assign(window, { sameDocument: true }));

  const owed = await owedMeasurement(manager);
  const mark = (await manager.context().cookies()).find(({ name }) => name === 'XSRF-TOKEN')?.value ?? '';
  const recorded = await manager.request.post(`/api/v1/benefits/${owed.benefitId}/measurements`, {
    headers: {
      origin: new URL(manager.url()).origin,
      'x-xsrf-token': mark,
      'idempotency-key': crypto.randomUUID(),
    },
    data: {
      measureId: owed.measureId,
      date: owed.periodEnd,
      value: owed.plannedValue,
      evidenceKind: 'system_extract',
      comment: 'Målt ved periodens udgang',
    },
  });
  expect(recorded.status(), await recorded.text()).toBe(201);

  const movement = leader.locator('app-movement-section');
  const cause = movement
    .getByRole('row')
    .filter({ hasText: 'Realiseret mod plan' })
    .filter({ hasText: owed.measurerName });
  await expect(cause.getByRole('link', { name: owed.benefitTitle })).toHaveAttribute(
    'href',
    new RegExp(`/benefits/${owed.benefitId}`),
    { timeout: 20_000 },
  );
  await expect(figure).not.toHaveText(before);
  expect(await leader.evaluate(() => 'sameDocument' in window)).toBe(true);

  // The column adds up to the change it explains.
  await movement.getByRole('button', { name: /mindre årsag/ }).click();
  const cells = await movement.locator('tbody tr td:last-child').allInnerTexts();
  const tenths = cells.map((text) => Math.round(Number(text.replace('−', '-').replace(',', '.')) * 10));
  const total = tenths.pop();
  expect(tenths.reduce((sum, one) => sum + one, 0)).toBe(total);

  await Promise.all([manager.context().close(), leader.context().close()]);
});

test('one follows a figure to its records by keyboard, and back', async ({ page }) => {
  await signIn(page, 'leader');
  await page.goto('/initiatives');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('m');
  await expect(page.getByRole('heading', { name: 'Digital modenhed' })).toBeVisible();

  const indicator = page.getByRole('link', { name: /Realiseret mod plan/ }).first();
  await indicator.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/maturity\/indicators\/gr\.realisation-rate/);
  await expect(page.getByRole('heading', { level: 1, name: 'Realiseret mod plan' })).toBeVisible();
  const records = page.locator('app-records-section');
  await records.getByRole('button', { name: 'Delvist' }).press('Enter');
  await expect(page).toHaveURL(/outcome=partial/);
  await expect(records.getByText('Delvist').nth(1)).toBeVisible();
  await page.goBack();
  await expect(page).not.toHaveURL(/outcome/);
});

test('a past month says that it is past, and a figure about people lists nobody', async ({ page }) => {
  await signIn(page, 'leader', 'en');
  await page.goto('/maturity');
  const days = page.getByLabel('Show figures of');
  const past = await days.locator('option').nth(2).innerText();
  await days.selectOption({ index: 2 });
  await expect(page.getByText(`You see the maturity as it was on ${past}`)).toBeVisible();
  await page.getByRole('button', { name: 'Show the figures now' }).click();
  await expect(page).not.toHaveURL(/asOf/);

  await page.goto('/maturity/indicators/dl.leader-spread');
  await expect(page.getByText('No records are listed here.')).toBeVisible();
});

test('a unit has its own figures, and missing ones are words', async ({ page }) => {
  await signIn(page, 'leader');
  await page.goto('/maturity');
  await page.locator('app-unit-matrix').getByRole('link').first().click();
  await expect(page).toHaveURL(/unit=/);
  await expect(page.locator('app-theme-column').first()).toContainText('ikke relevant');
  await expect(page.locator('app-indicator-row').filter({ hasText: 'modul ikke i brug' }).first()).toBeVisible();
});

for (const language of ['da', 'en'] as const) {
  test(`has no accessibility findings (${language})`, async ({ page }) => {
    await signIn(page, 'leader', language);
    await page.goto('/maturity');
    await expect(page.locator('app-movement-list tr').first()).toBeVisible();
    await expect(page.locator('app-improvements-section tbody tr').first()).toBeVisible();
    await expectNoAxeFindings(page);
    await page
      .getByRole('button', { name: language === 'da' ? 'Vis som tabel' : 'Show as table' })
      .first()
      .click();
    await expectNoAxeFindings(page);
    await page.goto('/maturity/indicators/gr.quality-effect');
    await expect(page.locator('app-records-section tbody tr').first()).toBeVisible();
    await expectNoAxeFindings(page);
  });
}
