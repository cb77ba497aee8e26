import { expect, type Locator, type Page } from '@playwright/test';

/** Reads an amount as the pages write it. */
export function amountOf(text: string | null, language: 'da' | 'en' = 'da'): number {
  const plain = (text ?? '').replace(/\u2212/g, '-');
  const pointed = language === 'da' ? plain.replace(/\./g, '').replace(',', '.') : plain.replace(/,/g, '');
  return Number(pointed.replace(/[^\d.-]/g, ''));
}

/** The finance page of one unit and year, in thousands of kroner. */
export async function openFinance(page: Page, of: { unitId: string; year: number }, more = ''): Promise<void> {
  await page.goto(`/finance?unit=${of.unitId}&year=${of.year}&amounts=thousand${more}`);
  await expect(
    page.getByRole('heading', { level: 1, name: /Gevinster i økonomien|Benefits in the accounts/ }),
  ).toBeVisible();
}

/** Amounts that were reported and not decided on. */
export const inboxOf = (page: Page): Locator =>
  page.getByRole('region', { name: /^(Til validering|Indberettet til økonomi|To be validated|Reported to finance)$/ });

export const itemOf = (page: Page, title: string | undefined): Locator =>
  inboxOf(page).getByRole('listitem').filter({ hasText: title });

/** The waterfall's table, opened: step → thousands of kroner. */
export async function waterfall(page: Page, language: 'da' | 'en' = 'da'): Promise<(step: string) => Promise<number>> {
  const figure = page.getByRole('figure').first();
  // Before the money per month is worked out there is nothing to draw.
  await figure.getByRole('button', { name: /^(Vis som|Show as) / }).waitFor();
  const asTable = figure.getByRole('button', { name: /^(Vis som tabel|Show as (a )?table)$/ });
  if (await asTable.isVisible()) await asTable.click();
  return async (step) =>
    amountOf(
      await figure
        .getByRole('row', { name: new RegExp(`^${step}`) })
        .getByRole('cell')
        .first()
        .textContent(),
      language,
    );
}

/** The amounts of one line of the ledger, by the heads of their columns, in thousands of kroner. */
export async function ledgerRow(page: Page, title: string): Promise<Record<string, number>> {
  const grid = page.getByRole('region', { name: /^(Gevinstregnskab|Benefit ledger) / });
  const columns = await grid
    .getByRole('columnheader')
    .evaluateAll((heads) => heads.map((head) => [head.getAttribute('aria-colindex') ?? '', head.textContent.trim()]));
  const cells = await grid
    .getByRole('row', { name: title })
    .getByRole('gridcell')
    .evaluateAll((all) => all.map((cell) => [cell.getAttribute('aria-colindex') ?? '', cell.textContent.trim()]));
  const texts = new Map(cells as [string, string][]);
  return Object.fromEntries(
    (columns as [string, string][]).flatMap(([index, head]) => {
      const text = texts.get(index);
      return text !== undefined && /^[−-]?[\d.,]+$/.test(text) ? [[head, amountOf(text)]] : [];
    }),
  );
}
