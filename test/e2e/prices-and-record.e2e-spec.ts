import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { expectNoAxeFindings, signIn } from './sign-in';

test.describe('prices, budgets and the track record', () => {
  test('finance records an estimate by its rises, and a budget that it corrects', async ({ page }) => {
    const mark = randomUUID().slice(0, 8);
    await page.goto('/');
    await signIn(page, 'finance');
    await page.goto('/finance/settings');
    await expect(page.getByRole('heading', { name: /Priser og lønninger ventes at stige/ })).toBeVisible();
    await expectNoAxeFindings(page);

    await page.getByRole('button', { name: 'Tilføj et skøn' }).click();
    const estimate = page.getByRole('dialog');
    await estimate.getByRole('button', { name: 'Gem skønnet' }).click();
    await expect(estimate.getByText('Skriv, hvor skønnet kommer fra.')).toBeVisible();
    await expectNoAxeFindings(page);
    await estimate.getByLabel('Kilde').fill(`Eget skøn ${mark}`);
    const years = await estimate.getByRole('rowheader').allTextContents();
    const last = years.at(-1)?.trim() ?? '';
    await estimate.getByLabel(`Ændring ${last} i procent`).fill('4,5');
    await estimate.getByLabel(`Ændring ${last} i procent`).press('Tab');
    await estimate.getByRole('button', { name: 'Gem skønnet' }).click();
    await expect(estimate).toBeHidden();
    await expect(page.getByText(`Eget skøn ${mark}`).first()).toBeVisible();
    const row = page.getByRole('row', { name: new RegExp(`^${last} `) });
    await expect(row).toContainText('4,5');

    await page.getByRole('button', { name: 'Tilføj et budget' }).click();
    const budget = page.getByRole('dialog');
    await budget.getByLabel('Navn').fill(`Budget ${mark}`);
    await budget.getByLabel('Vedtaget').fill('1.10.2019');
    await budget.getByRole('button', { name: 'Gem budgettet' }).click();
    await expect(budget.getByText(/vedtages i \d+ eller \d+/)).toBeVisible();
    await budget.getByLabel('Budgetår').selectOption({ index: 1 });
    const year = Number(await budget.getByLabel('Budgetår').inputValue());
    await budget.getByLabel('Vedtaget').fill(`9.10.${year - 1}`);
    await budget.getByRole('button', { name: 'Gem budgettet' }).click();
    await expect(budget).toBeHidden();
    await page.getByRole('button', { name: `Ret Budget ${mark}` }).click();
    await page.getByRole('dialog').getByLabel('Navn').fill(`Budget ${mark} b`);
    await page.getByRole('dialog').getByRole('button', { name: 'Gem budgettet' }).click();
    await expect(page.getByRole('button', { name: `Ret Budget ${mark} b` })).toBeVisible();
    await expectNoAxeFindings(page);
  });

  test('whoever may not set them reads prices and budgets, in English', async ({ page }) => {
    await page.goto('/');
    await signIn(page, 'auditor', 'en');
    await page.goto('/finance/settings');
    await expect(page.getByRole('heading', { name: /Prices and wages are expected to rise/ })).toBeVisible();
    await expect(page.getByRole('button', { name: /^Add an estimate/ })).toBeHidden();
    await expectNoAxeFindings(page);
  });

  for (const [language, lead, how] of [
    ['da', /afsluttede gevinster gav \d+\s?% af det, der var lovet/, 'Sådan korrigeres et løfte'],
    ['en', /closed benefits gave \d+\s?% of what was promised/, 'How a promise is corrected'],
  ] as const) {
    test(`the track record says first how promises were kept, then by what and why (${language})`, async ({ page }) => {
      await page.goto('/');
      await signIn(page, 'leader', language);
      await page.goto('/finance/track-record');
      await expect(page.locator('p.lead')).toHaveText(lead);
      await expect(page.getByRole('heading', { name: how })).toBeVisible();
      await expectNoAxeFindings(page);
      await page
        .getByRole('button', { name: language === 'da' ? 'Vis som tabel' : /as (a )?table/i })
        .first()
        .click();
      await expectNoAxeFindings(page);
    });
  }
});
