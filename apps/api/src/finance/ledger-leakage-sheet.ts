import { LEAKAGE_STEPS } from '@hoest/finance';
import { amountNumber, headLines, subtotal, text, type WorkbookFacts } from './workbook-cells';
import { columnLetters, type WorkbookCell, type WorkbookSheet } from './workbook-file';
import type { WorkbookWords } from './workbook-words';

const COLUMNS = [...LEAKAGE_STEPS, 'surplus'] as const;
type Column = (typeof COLUMNS)[number];

const FIRST_COLUMN = 2;
const letterOf = (column: Column) => columnLetters(FIRST_COLUMN + COLUMNS.indexOf(column));

/**
 * Where each promised krone is, benefit by benefit, with the totals above as formulas and a control column that must be 0:
 * promised less late, not measured, disputed, below plan and realised. Source: domain rules, F23
 */
export function leakageSheet(facts: WorkbookFacts, words: WorkbookWords): WorkbookSheet {
  const { ledger } = facts;
  const { currency, items } = ledger;
  const control = (row: number): WorkbookCell => ({
    kind: 'formula',
    formula: `${letterOf('promised')}${row}-SUM(${letterOf('delayed')}${row}:${letterOf('realised')}${row})`,
    value: 0,
  });
  const rows: WorkbookCell[][] = [
    ...headLines(facts, words.leakageTitle, words),
    [words.textHeads[0], words.textHeads[1], ...COLUMNS.map((step) => words.steps[step]), words.control].map((head) =>
      text(head ?? '', true),
    ),
  ];
  const totalRow = rows.length + 1;
  const [first, last] = [totalRow + 1, totalRow + Math.max(1, items.length)];
  rows.push([
    text(words.total(items.length), true),
    null,
    ...COLUMNS.map((step, index) =>
      subtotal(
        FIRST_COLUMN + index,
        first,
        last,
        amountNumber(
          items.reduce((sum, { leakage }) => sum + BigInt(leakage[step]), 0n),
          currency,
        ),
      ),
    ),
    control(totalRow),
  ]);
  items.forEach((item, index) =>
    rows.push([
      text(item.title),
      text(item.initiativeCode),
      ...COLUMNS.map((step): WorkbookCell => ({ kind: 'number', value: amountNumber(item.leakage[step], currency) })),
      control(first + index),
    ]),
  );
  return {
    name: words.leakageSheet,
    rows,
    widths: [44, 12, ...COLUMNS.map(() => 16), 12],
    stickyRows: totalRow,
    stickyColumns: 1,
  };
}
