import type { Locator } from '@playwright/test';
import readExcelFile from 'read-excel-file/node';

/** Pastes a block of cells as a spreadsheet puts it on the clipboard. */
export async function paste(cell: Locator, text: string): Promise<void> {
  await cell.focus();
  await cell.evaluate((element, block) => {
    const data = new DataTransfer();
    data.setData('text/plain', block);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
}

type Cell = string | number | boolean | Date | null;

/**
 * The sheets of a workbook as rows of head → cell, read with another library than the one that writes it.
 * @param heads first head of each sheet that is read; what stands above it is left out
 */
export async function readWorkbook(
  path: string,
  heads: Readonly<Record<string, string>>,
): Promise<Record<string, Record<string, Cell>[]>> {
  const sheets = await readExcelFile(path);
  return Object.fromEntries(
    sheets.map(({ sheet, data }) => {
      const rows = data as Cell[][];
      const at = rows.findIndex(([first]) => first === heads[sheet]);
      const names = (rows[at] ?? []).map(String);
      const records = rows
        .slice(at + 1)
        .map((cells) => Object.fromEntries(names.map((name, index) => [name, cells[index] ?? null])));
      return [sheet, records];
    }),
  );
}
