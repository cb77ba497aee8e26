import { expect, type Page, test } from '@playwright/test';
import { expectNoAxeFindings, signIn } from './sign-in';

/** Reads an amount as the Danish page writes it. */
const read = (text: string | null) =>
  Number(
    (text ?? '')
      .replace(/\u2212/g, '-')
      .replace(/\./g, '')
      .replace(',', '.')
      .replace(/[^\d.-]/g, ''),
  );

const section = (page: Page, name: RegExp) => page.getByRole('region', { name });

async function openOverview(page: Page, query = ''): Promise<void> {
  await page.goto(`/overview${query}`);
  await expect(page.getByRole('heading', { level: 1, name: /Overblik|Overview/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: /Penge ud og ind|Money out and in/ })).toBeVisible();
}

test.describe('the overview', () => {
  test('is the start page and says in a sentence what has come of this year’s promise', async ({ page }) => {
    await signIn(page, 'leader');
    await page.goto('/');
    await expect(page).toHaveURL(/\/overview/);
    await expect(page.getByRole('heading', { level: 2, name: /af .* er høstet i år\./ })).toBeVisible();
    await expect(page.getByText(/^Pr\. \d/)).toBeVisible();
  });

  test('shows parts that add up to the sentence, each a link to its records', async ({ page }) => {
    await signIn(page, 'leader');
    await openOverview(page);
    const lead = await page.getByRole('heading', { level: 2, name: /er høstet i år/ }).textContent();
    const [, realised, promised] = /^([\d.,]+) af ([\d.,]+)/.exec(lead ?? '') ?? [];
    const figure = page.getByRole('figure', { name: /er høstet i år/ });
    await figure.getByRole('button', { name: 'Vis som tabel' }).click();
    const amount = async (name: string) =>
      read(
        await figure
          .getByRole('row', { name: new RegExp(`^${name}`) })
          .getByRole('cell')
          .textContent(),
      );
    const cash = await amount('Budgeteffekt og merindtægt');
    const other = await amount('Andre gevinster');
    const lost = (await amount('Under plan')) + (await amount('Ikke målt')) + (await amount('Forsinket'));
    expect(cash + other).toBeCloseTo(read(realised ?? ''), 6);
    expect(await amount('Realiseret i alt')).toBe(read(realised ?? ''));
    expect(lost).toBeCloseTo(await amount('Ikke høstet i alt'), 6);
    expect(cash + other + lost).toBeCloseTo(read(promised ?? ''), 6);

    await figure.getByRole('button', { name: 'Vis som figur' }).click();
    await figure.getByRole('link', { name: 'Ikke målt' }).first().click();
    await expect(page).toHaveURL(/\/benefits\?.*overdue/);
  });

  test('has columns of money that add up', async ({ page }) => {
    await signIn(page, 'leader');
    await openOverview(page);
    const table = page.getByRole('table', { name: 'Penge ud og ind' });
    const row = async (name: string) =>
      (
        await table
          .getByRole('row', { name: new RegExp(`^${name}`) })
          .getByRole('cell')
          .allTextContents()
      ).map(read);
    const [oneOff, operation, benefit, net] = [
      await row('Engangsudgift'),
      await row('Ny drift'),
      await row('Gevinst'),
      await row('Netto'),
    ];
    expect(net).toHaveLength(4);
    net.forEach((sum, year) => {
      expect((benefit[year] ?? 0) - (oneOff[year] ?? 0) - (operation[year] ?? 0)).toBeCloseTo(sum, 6);
    });
  });

  test('follows the chosen unit, which stands in the address and in every link', async ({ page }) => {
    await signIn(page, 'leader');
    await openOverview(page);
    const whole = await page.getByRole('heading', { level: 2, name: /er høstet i år/ }).textContent();
    await page.getByRole('button', { name: /^Vælg enhed/ }).click();
    await page.getByRole('option', { name: /Social og Sundhed/ }).click();
    await expect(page).toHaveURL(/\/overview\?unit=[0-9a-f-]{36}/);
    await expect(page.getByRole('heading', { level: 2, name: whole ?? '' })).toHaveCount(0);
    await expect(page.getByText(/med underliggende enheder/)).toBeVisible();
    await section(page, /kræver opmærksomhed/)
      .getByRole('link')
      .first()
      .click();
    await expect(page).toHaveURL(/\/initiatives\/[0-9a-f-]{36}\?unit=/);
  });

  test('counts in the matrix exactly what the list behind a cell shows', async ({ page }) => {
    await signIn(page, 'leader');
    await openOverview(page);
    const cell = section(page, /^Hvad er i gang/).getByRole('link', { name: / i Teknik og Miljø: i realisering/ });
    const count = await cell.textContent();
    await cell.click();
    await expect(page).toHaveURL(/\/initiatives\?.*phase=realising/);
    await expect(page.getByText(new RegExp(`(^|\\D)${count?.trim() ?? ''} indsatser`)).first()).toBeVisible();
  });

  test('shows the shortened lists in full, and keeps that in the address', async ({ page }) => {
    await signIn(page, 'leader');
    await openOverview(page);
    const attention = section(page, /kræver opmærksomhed/);
    await expect(attention.getByRole('row')).toHaveCount(7);
    await attention.getByRole('button', { name: /^Vis alle/ }).click();
    await expect(page).toHaveURL(/attention=all/);
    await expect(attention.getByRole('button', { name: 'Vis færre' })).toHaveAttribute('aria-expanded', 'true');
    expect(await attention.getByRole('row').count()).toBeGreaterThan(7);
  });

  test('tells a manager which measurements they owe', async ({ page }) => {
    await signIn(page, 'manager');
    await openOverview(page);
    await page.getByRole('link', { name: 'Indberet målinger' }).click();
    await expect(page).toHaveURL(/\/benefits\/due/);
  });

  test('leads through the demo, remembers the steps taken and stays away when dismissed', async ({ page }) => {
    await signIn(page, 'manager');
    await openOverview(page);
    const guide = section(page, /^Rundvisning på fem minutter/);
    await expect(guide.getByRole('listitem')).toHaveCount(5);
    await guide.getByRole('link', { name: 'Se en gevinsts kurve' }).focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/benefits\/[0-9a-f-]{36}/);
    await page.goBack();
    await expect(guide.getByText('1 af 5 trin er taget', { exact: false })).toBeVisible();
    await guide.getByRole('button', { name: 'Skjul rundvisningen' }).click();
    await expect(guide).toHaveCount(0);
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Penge ud og ind' })).toBeVisible();
    await expect(guide).toHaveCount(0);
    const kept = await page.evaluate(() => localStorage.getItem('hoest.guide'));
    expect(kept).not.toMatch(/Maja|Friis|aastrup/i);
    await page.getByRole('button', { name: 'Rundvisning', exact: true }).click();
    await expect(guide.getByRole('heading')).toBeFocused();
  });

  for (const language of ['da', 'en'] as const) {
    test(`has no accessibility findings in ${language}`, async ({ page }) => {
      await signIn(page, 'leader', language);
      await openOverview(page);
      await expectNoAxeFindings(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.setViewportSize({ width: 390, height: 844 });
      await openOverview(page);
      await expectNoAxeFindings(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    });
  }
});
