import type { entryRoutes, ledgerRoutes, ResponseOf } from '@hoest/contracts';
import { Decimal, type Language, minorDigits } from '@hoest/quantities';
import { columnLetters, type WorkbookCell } from './workbook-file';
import type { WorkbookWords } from './workbook-words';

export type LedgerAnswer = ResponseOf<typeof ledgerRoutes.readLedger>;
type Entry = ResponseOf<typeof entryRoutes.listEntries>['items'][number];

/** An entry of the books with whose it is. */
export type WorkbookEntry = Omit<Entry, 'id' | 'claimId' | 'benefitId' | 'recordedAt'> & {
  /** Instant it was booked. */
  recordedAt: string | Date;
  title: string;
  initiativeCode: string;
  polarity: 1 | -1;
};

export interface WorkbookFacts {
  ledger: LedgerAnswer;
  entries: readonly WorkbookEntry[];
  organisationName: string;
  timeZone: string;
  language: Language;
}

/** Figures in the order of their columns; all but the variance are numbers, the variance is realised less planned. */
export const WORKBOOK_FIGURES = [
  'planned',
  'realised',
  'qualityAssured',
  'budgeted',
  'takenOut',
  'confirmed',
  'variance',
  'plannedYear',
  'forecast',
] as const;
export type WorkbookFigure = (typeof WORKBOOK_FIGURES)[number];

export const text = (value: string | null, strong = false): WorkbookCell =>
  value === null || value === '' ? null : { kind: 'text', text: value, strong };

/** Minor units as the number a spreadsheet calculates with. */
export function amountNumber(minor: string | bigint, currency: string): number {
  return new Decimal(String(minor)).dividedBy(new Decimal(10).pow(minorDigits(currency))).toNumber();
}

/** The lines above every sheet: what it is, when, in which prices. */
export function headLines({ ledger, organisationName }: WorkbookFacts, title: string, words: WorkbookWords) {
  const prices =
    ledger.priceLevel === 'fixed' ? words.fixedPrices(ledger.priceYear ?? ledger.year) : words.currentPrices;
  return [
    [text(`${title} ${ledger.year}, ${organisationName}`, true)],
    [text(words.asOf), { kind: 'date', date: ledger.asOf } as const],
    [text(words.unit(ledger.currency)), text(prices)],
    [],
  ] satisfies WorkbookCell[][];
}

/** A sum over rows as SUBTOTAL, which passes over the subtotals among them: the total never counts a krone twice. */
export function subtotal(column: number, from: number, to: number, value: number): WorkbookCell {
  const letters = columnLetters(column);
  return { kind: 'formula', formula: `SUBTOTAL(9,${letters}${from}:${letters}${to})`, value, strong: true };
}
