import type { CalendarDate } from '@hoest/quantities';
import { comparableKey } from '../rows/read-rows';

/** One line an accounting system booked, or budgeted, on an account in a month. Plain data. */
export interface ImportedActual {
  /** As the source writes it, white space collapsed. */
  account: string;
  /** Null when the source has none. */
  costCentre: string | null;
  /** First day of the month. */
  month: CalendarDate;
  /** Minor units as digits, signed as booked: costs positive, income and credits negative. Null = only budgeted. */
  amountMinor: string | null;
  /** Null when the source has no budget for the line; null is never 0. */
  budgetMinor: string | null;
  currency: string;
  text: string | null;
  /** Voucher or posting number. */
  postingRef: string | null;
}

/** A line that is stored already. */
export interface ExistingActual extends ImportedActual {
  id: string;
  /** Which of the lines with the same key it is, from 1. */
  occurrence: number;
}

const SEPARATOR = '\u001f';

/**
 * What a line is known by in the next file: where and when it was booked, by which voucher, in which currency. Amount and
 * text are not part of it, so that a corrected file replaces them. Several lines may share a key: two postings of one voucher.
 */
export function actualKey(line: ImportedActual): string {
  const { account, costCentre, month, postingRef, currency } = line;
  return [month, account, costCentre ?? '', postingRef ?? '', currency].map(comparableKey).join(SEPARATOR);
}
