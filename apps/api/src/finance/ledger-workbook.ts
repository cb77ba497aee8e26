import { BENEFIT_CLASS_LABELS } from '@hoest/benefits';
import type { LedgerItem as Item } from '@hoest/contracts';
import { groupLines, RUNG_LABELS } from '@hoest/finance';
import { calendarDateIn, type Language } from '@hoest/quantities';
import { leakageSheet } from './ledger-leakage-sheet';
import {
  amountNumber,
  headLines,
  subtotal,
  text,
  type WorkbookFacts,
  type WorkbookFigure,
  WORKBOOK_FIGURES as FIGURES,
} from './workbook-cells';
import { columnLetters, type WorkbookCell, type WorkbookSheet } from './workbook-file';
import { WORKBOOK_WORDS, type WorkbookWords } from './workbook-words';

const TEXT_COLUMNS = 7;

function lineCells(
  item: Item,
  row: number,
  currency: string,
  words: WorkbookWords,
  language: Language,
): WorkbookCell[] {
  const number = (value: string): WorkbookCell => ({
    kind: 'number',
    value: amountNumber(value, currency),
  });
  const at = (figure: WorkbookFigure) => `${columnLetters(TEXT_COLUMNS + FIGURES.indexOf(figure))}${row}`;
  return [
    text(item.title),
    text(item.initiativeCode),
    text(item.unitName),
    text(BENEFIT_CLASS_LABELS[item.class][language]),
    text(item.ownerName),
    text(item.account),
    text(item.costCentre),
    ...FIGURES.map((figure): WorkbookCell =>
      figure === 'variance'
        ? {
            kind: 'formula',
            formula: `${at('realised')}-${at('planned')}`,
            value: amountNumber(item.variance, currency),
          }
        : number(item[figure]),
    ),
    text(words.status[item.status.code]),
  ];
}

function ledgerSheet(facts: WorkbookFacts, words: WorkbookWords): WorkbookSheet {
  const { ledger, language } = facts;
  const { currency } = ledger;
  const rows: WorkbookCell[][] = [
    ...headLines(facts, words.ledgerTitle, words),
    [...words.textHeads, ...FIGURES.map((figure) => words.figures[figure](ledger.year)), words.statusHead].map((head) =>
      text(head, true),
    ),
  ];
  const first = rows.length + 1;
  const sum = (items: readonly Item[], figure: WorkbookFigure) =>
    amountNumber(
      items.reduce((total, item) => total + BigInt(item[figure]), 0n),
      currency,
    );
  const sums = (name: string, items: readonly Item[], from: number, to: number): WorkbookCell[] => [
    text(name, true),
    ...Array.from({ length: TEXT_COLUMNS - 1 }, () => null),
    ...FIGURES.map((figure, index) => subtotal(TEXT_COLUMNS + index, from, to, sum(items, figure))),
  ];
  for (const { name, lines } of groupLines(ledger.items, ({ planned }) => BigInt(planned))) {
    const head = rows.length + 1;
    rows.push(sums(words.group(name, lines.length), lines, head + 1, head + lines.length));
    lines.forEach((item, index) => rows.push(lineCells(item, head + 1 + index, currency, words, language)));
  }
  rows.push(sums(words.total(ledger.items.length), ledger.items, first, Math.max(first, rows.length)));
  return {
    name: words.ledgerSheet,
    rows,
    widths: [44, 12, 26, 18, 22, 14, 12, ...FIGURES.map(() => 16), 28],
    stickyRows: first - 1,
    stickyColumns: 1,
  };
}

function entriesSheet(facts: WorkbookFacts, words: WorkbookWords): WorkbookSheet {
  const { entries, language, timeZone } = facts;
  const rows: WorkbookCell[][] = [
    ...headLines(facts, words.entriesTitle, words),
    words.entryHeads.map((head) => text(head, true)),
  ];
  const stickyRows = rows.length;
  const date = (value: string): WorkbookCell => ({ kind: 'date', date: value });
  for (const entry of entries) {
    rows.push([
      date(calendarDateIn(new Date(entry.recordedAt), timeZone)),
      date(entry.bookedMonth),
      text(entry.title),
      text(entry.initiativeCode),
      text(RUNG_LABELS[entry.rung][language]),
      date(entry.monthFrom),
      date(entry.monthTo),
      {
        kind: 'number',
        value: amountNumber(BigInt(entry.amountMinor) * BigInt(entry.polarity), entry.currency),
      },
      text(entry.currency),
      { kind: 'number', value: entry.priceYear, format: '0' },
      text(entry.account),
      text(entry.costCentre),
      text(entry.budgetVersionName),
      text(entry.postingRef),
      text(entry.accountsRef),
      text(entry.enteredByName),
      text(entry.validatedByName),
      text(entry.reversesId !== null ? words.reversal : entry.reversedById !== null ? words.reversed : null),
      text(entry.reason),
    ]);
  }
  return {
    name: words.entriesSheet,
    rows,
    widths: [12, 12, 44, 12, 22, 12, 12, 16, 8, 8, 14, 12, 20, 18, 18, 22, 22, 14, 44],
    stickyRows,
    stickyColumns: 0,
  };
}

/** The workbook of a ledger: its lines with subtotals as formulas, every entry with its dates, and where the money is. */
export function ledgerWorkbook(facts: WorkbookFacts): WorkbookSheet[] {
  const words = WORKBOOK_WORDS[facts.language];
  return [ledgerSheet(facts, words), entriesSheet(facts, words), leakageSheet(facts, words)];
}
