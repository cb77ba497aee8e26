import type { Page } from '@playwright/test';
import type { Action } from './main-thread';

/** What a person sees after the grid has drawn: keys and wheel turns come about as fast as a hand makes them. */
const PAUSE_MS = { wheel: 25, key: 30, page: 120, jump: 150 };

/** Opens the ledger with so many months; the grid is drawn when it answers. @returns the first words of the totals */
export async function openLedger(page: Page, base: string, months: number): Promise<string> {
  await page.goto(`${base}/finance?classes=all`);
  await page.getByRole('button', { name: /^(Måneder|Months)$/ }).click();
  await page.getByLabel(/Antal måneder|Number of months/).selectOption(String(months));
  await page.locator(`app-ledger-grid [aria-colcount="${months + 1}"]`).waitFor();
  const total = page.locator('app-ledger-grid .ag-row.total');
  await total.locator('.num').getByText(/[1-9]/).first().waitFor();
  await page.locator('app-ledger-grid').scrollIntoViewIfNeeded();
  return total.locator('.title').innerText();
}

/** Shows the rung that amounts are entered in: what is realised comes from measurements. */
async function showBudgeted(page: Page): Promise<void> {
  await page.getByLabel(/Beløb, der vises|Amount shown/).selectOption('budgeted');
  // Nothing is budgeted, so the total says when the answer is there.
  await page
    .locator('app-ledger-grid .ag-row.total .num')
    .getByText(/^0(,0)?$/)
    .first()
    .waitFor();
}

/** What somebody does in the ledger, one after the other; the order matters, each begins where the one before ended. */
export async function ledgerActions(page: Page): Promise<Action[]> {
  const box = await page.locator('app-ledger-grid .ledger').boundingBox();
  if (!box) throw new Error('the ledger is not on the page');
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(middle.x, middle.y);
  const wheel = async (turns: number, across: number, down: number) => {
    for (let turn = 0; turn < turns; turn += 1) {
      await page.mouse.wheel(across, down);
      await page.waitForTimeout(PAUSE_MS.wheel);
    }
  };
  const press = async (times: number, key: string | ((turn: number) => string), pauseMs = PAUSE_MS.key) => {
    for (let turn = 0; turn < times; turn += 1) {
      await page.keyboard.press(typeof key === 'string' ? key : key(turn));
      await page.waitForTimeout(pauseMs);
    }
  };
  const jump = async (shares: readonly number[], down: boolean) => {
    const [size, place] = down ? ['scrollHeight', 'scrollTop'] : ['scrollWidth', 'scrollLeft'];
    for (const share of shares) {
      await page.evaluate(
        `{ const body = document.querySelector('app-ledger-grid .ag-grid-viewport'); body.${place} = body.${size} * ${share}; }`,
      );
      await page.waitForTimeout(PAUSE_MS.jump);
    }
  };
  return [
    { name: 'wheel down', act: () => wheel(60, 0, 360) },
    {
      name: 'wheel across',
      act: async () => {
        await wheel(20, 420, 0);
        await wheel(20, -420, 0);
      },
    },
    { name: 'scrollbar down, jumps', act: () => jump([0.5, 0.1, 0.9, 0.3, 0.7, 0.02, 0.98, 0.4, 0.6, 0.2], true) },
    { name: 'scrollbar across, jumps', act: () => jump([0.5, 0.1, 0.8, 0.3, 0.7, 0, 0.6, 0.2], false) },
    {
      name: 'arrows',
      before: () => page.mouse.click(middle.x, middle.y),
      act: () => press(60, (turn) => (turn % 3 === 0 ? 'ArrowRight' : 'ArrowDown')),
    },
    { name: 'Page Down', act: () => press(15, 'PageDown', PAUSE_MS.page) },
    { name: 'Page Up', act: () => press(15, 'PageUp', PAUSE_MS.page) },
    {
      name: 'Ctrl+End and Ctrl+Home',
      act: () => press(6, (turn) => (turn % 2 === 0 ? 'Control+End' : 'Control+Home'), PAUSE_MS.jump),
    },
    { name: 'another figure', act: () => showBudgeted(page) },
    {
      name: 'typing 20 amounts',
      before: () => page.mouse.click(middle.x, middle.y),
      act: async () => {
        for (let edit = 0; edit < 20; edit += 1) {
          await page.keyboard.type('1250,5', { delay: 15 });
          await press(1, 'Enter');
        }
      },
    },
    {
      name: 'block of 400 amounts',
      act: async () => {
        await paste(page);
        await page.waitForTimeout(300);
        await page.keyboard.press('Enter');
        await page.waitForTimeout(300);
      },
    },
    { name: 'undo and redo', act: () => press(16, (turn) => (turn < 8 ? 'Control+z' : 'Control+y'), 40) },
    {
      name: 'undo of everything',
      act: async () => {
        await press(24, 'Control+z', 40);
        const left = await page.locator('app-ledger-grid .ag-cell.pending').count();
        if (left > 0) throw new Error(`${left} amounts stand after everything was undone`);
      },
    },
  ];
}

async function paste(page: Page): Promise<void> {
  const block = Array.from({ length: 40 }, () =>
    Array.from({ length: 10 }, (_, column) => `1.${250 + column},50`).join('\t'),
  ).join('\n');
  // A text instead of a function: what runs in the page is not checked with the server's types.
  await page.evaluate(`{
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', ${JSON.stringify(block)});
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }`);
}
