import { expect, type Locator, type Page, test } from '@playwright/test';
import { mark, type OwnGains, ownGains } from './own-gains';
import { expectNoAxeFindings, signIn } from './sign-in';

const gridOf = (page: Page) => page.getByRole('grid', { name: /^Gevinstregnskab/ });

/** The row whose first cell begins so, and one of its cells by the column's id. */
const cellOf = (page: Page, row: string | RegExp, column: string): Locator =>
  gridOf(page).getByRole('row').filter({ hasText: row }).locator(`[col-id="${column}"]`);

const amountOf = async (cell: Locator) =>
  Number((await cell.innerText()).replace(/\./g, '').replace(',', '.').replace('\u2212', '-'));

async function openLedger(page: Page, gains: OwnGains): Promise<void> {
  await signIn(page, 'finance');
  await page.goto(`/finance?unit=${gains.unitId}&year=${gains.year}&amounts=thousand`);
  // The money per month is worked out in the background; the page follows by itself.
  await expect(page.getByRole('heading', { level: 2, name: /^Hver lovet krone er realiseret/ })).toBeVisible();
  await expect(cellOf(page, gains.titles[0] ?? '', 'planned')).toHaveText('100');
}

/** Pastes a block as the browser would, without asking for the machine's clipboard. */
const pasteBlock = (page: Page, block: string) =>
  page.evaluate(`{
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', ${JSON.stringify(block)});
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }`);

test('the ledger is walked, written in and taken back with the keys of a spreadsheet', async ({ page }) => {
  const gains = await ownGains(page, mark(), 3);
  const [first = '', second = '', third = ''] = gains.titles;
  await openLedger(page, gains);
  await expectNoAxeFindings(page);

  // Every key that leads through the cells; those that leave the page scroll and then focus.
  await cellOf(page, first, 'realised').click();
  await page.keyboard.press('ArrowRight');
  await expect(cellOf(page, first, 'budgeted')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(cellOf(page, second, 'budgeted')).toBeFocused();
  await page.keyboard.press('Control+End');
  await expect(cellOf(page, third, 'status')).toBeFocused();
  await page.keyboard.press('Control+ArrowUp');
  await expect(cellOf(page, /3 gevinster/, 'status').first()).toBeFocused();
  await page.keyboard.press('Control+Home');
  await expect(cellOf(page, /3 gevinster/, 'title').first()).toBeFocused();
  await page.keyboard.press('PageDown');
  await expect(cellOf(page, third, 'title')).toBeFocused();
  await page.keyboard.press('PageUp');
  await expect(cellOf(page, /3 gevinster/, 'title').first()).toBeFocused();
  // A key that comes while the rows still scroll by is meant for the cell the focus is on its way to.
  await page.keyboard.press('Control+End');
  await page.keyboard.press('ArrowLeft');
  await expect(cellOf(page, third, 'forecast')).toBeFocused();

  // A number is typed; Enter confirms it and goes down, Escape would leave it as it was.
  const [typed, below] = [cellOf(page, first, 'realised'), cellOf(page, second, 'realised')];
  const stood = await below.innerText();
  await typed.click();
  await page.keyboard.type('120,6');
  await page.keyboard.press('Enter');
  await expect(below).toBeFocused();
  await expect(typed).toHaveClass(/pending/);
  await page.keyboard.type('9');
  await page.keyboard.press('Escape');
  await expect(below).toHaveText(stood);
  await expect(below).not.toHaveClass(/pending/);

  // A block of two amounts asks first, stands where it was put, and is taken back as a whole.
  await typed.click();
  await pasteBlock(page, '130\n140');
  await expect(page.getByRole('group', { name: 'Blok til indsætning' })).toContainText('2 beløb i 2 rækker.');
  await expectNoAxeFindings(page);
  await page.keyboard.press('Enter');
  await expect(page.getByText('2 beløb er sat ind. Ctrl+Z fortryder.')).toBeVisible();
  await expect(typed).toHaveText('130');
  await expect(below).toHaveText('140');
  await page.keyboard.press('Control+z');
  await expect(below).toHaveText(stood);
  await expect(typed).toHaveText('121');
  await page.keyboard.press('Control+y');
  await expect(below).toHaveText('140');
  await page.keyboard.press('Control+z');

  // What stands is reported, exact to the øre, and waits for somebody else.
  await page.getByRole('button', { name: 'Indberet …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Indberet 1 beløb' });
  await expectNoAxeFindings(page);
  const answer = page.waitForResponse((response) => response.request().method() === 'POST');
  await dialog.getByRole('button', { name: 'Indberet 1 beløb' }).click();
  expect((await answer).ok(), await (await answer).text()).toBe(true);
  expect((await answer).request().postData()).toContain('12060000');
  await expect(dialog).toBeHidden();
  await expect(page.getByText('1 beløb er indberettet og venter på validering.')).toBeVisible();
  const own = page
    .getByRole('region', { name: 'Til validering' })
    .getByRole('listitem')
    .filter({ hasText: 'Fire øjne: en anden skal validere' });
  await expect(own).toContainText(first);
  await expect(typed).not.toHaveClass(/pending/);
});

test('subtotals and the total add up, in the year and month by month', async ({ page }) => {
  const gains = await ownGains(page, mark(), 3);
  await openLedger(page, gains);
  const addsUp = async (columns: readonly string[]) => {
    for (const column of columns) {
      const parts = await Promise.all(gains.titles.map((title) => amountOf(cellOf(page, title, column))));
      const sum = parts.reduce((whole, part) => whole + part, 0);
      expect(await amountOf(cellOf(page, /3 gevinster/, column).first()), column).toBe(sum);
      expect(await amountOf(cellOf(page, /^I alt/, column)), column).toBe(sum);
    }
    return columns.length;
  };
  await addsUp(['planned', 'realised', 'variance', 'forecast']);
  expect(await amountOf(cellOf(page, /^I alt/, 'planned'))).toBe(300);

  await page.getByRole('button', { name: 'Måneder' }).click();
  await page.getByLabel('Beløb, der vises').selectOption('planned');
  await expect(cellOf(page, /^I alt/, `${gains.year}-01-01`)).toBeVisible();
  await expectNoAxeFindings(page);
  const months = Array.from({ length: 12 }, (_, index) => `${gains.year}-${String(index + 1).padStart(2, '0')}-01`);
  await gridOf(page).locator('.ag-row .num').first().click();
  for (const month of months) {
    const cell = cellOf(page, /^I alt/, month);
    if ((await cell.count()) === 0) await page.keyboard.press('Control+ArrowRight');
    await expect(cell).toHaveText(/\d/);
    const parts = await Promise.all(
      gains.titles.map(async (title) => {
        const text = await cellOf(page, title, month).innerText();
        return /\d/.test(text) ? amountOf(cellOf(page, title, month)) : 0;
      }),
    );
    expect(await amountOf(cell), month).toBe(parts.reduce((whole, part) => whole + part, 0));
    await expect(cell).toHaveClass(/frozen/);
  }
  // Another figure is shown in the same columns: the frozen plan's grey goes with it.
  await page.getByLabel('Beløb, der vises').selectOption('budgeted');
  await expect(gridOf(page).locator('.ag-cell.num.frozen')).toHaveCount(0);
});
