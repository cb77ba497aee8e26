import type { Rung } from '@hoest/finance';
import type { BenefitRow } from '../rows/ledger-rows';
import type { MonthTable } from '../rows/month-table';
import { type EntryFigure, RUNG_OF_FIGURE } from './cell-lock';

/** A cell an amount is entered in: figure of the year, or of one month. */
export interface EditedCell {
  benefitId: string;
  figure: EntryFigure;
  /** First day of the month; null = the year's column. */
  month: string | null;
}

/** What somebody has typed and not reported yet; the text stays as it was typed. */
export interface PendingEdit extends EditedCell {
  text: string;
  /** What it was read as, signed minor units; null while it cannot be read. */
  minor: bigint | null;
  /** What finance had accepted there when it was typed, signed minor units; counts where the ledger does not show it now. */
  accepted: bigint;
}

export type PendingEdits = ReadonlyMap<string, PendingEdit>;

export const NO_EDITS: PendingEdits = new Map();

export function cellKey({ benefitId, figure, month }: EditedCell): string {
  return `${benefitId} ${figure} ${month ?? 'year'}`;
}

/** The edits with others in their place; the same when there are none. */
export function withEdits(edits: PendingEdits, entered: readonly PendingEdit[]): PendingEdits {
  if (entered.length === 0) return edits;
  const next = new Map(edits);
  for (const edit of entered) next.set(cellKey(edit), edit);
  return next;
}

/** The edits without some; the same when none of them was there. */
export function withoutEdits(edits: PendingEdits, keys: readonly string[]): PendingEdits {
  const next = new Map(edits);
  for (const key of keys) next.delete(key);
  return next.size === edits.size ? edits : next;
}

/** What the ledger holds where an edit was made. */
export interface Standing {
  polarity: 1 | -1;
  /** Signed minor units that finance has accepted there. */
  accepted: bigint;
}

const YEAR_FIGURE = { budgeted: 'budgetedYear', takenOut: 'takenOutYear', confirmed: 'confirmedYear' } as const;

/**
 * What stands where an amount is entered. The columns budgeted, taken out and confirmed take the amount of the whole year;
 * realised takes the amount up to the last month that counts, and asks for what is not quality-assured of it.
 */
export function standing(
  row: BenefitRow,
  cell: EditedCell & { accepted?: bigint },
  months: MonthTable | undefined,
): Standing {
  const { polarity } = row.item;
  if (cell.month !== null) {
    const index = months?.figure === cell.figure ? months.months.indexOf(cell.month) : -1;
    return { polarity, accepted: index < 0 ? (cell.accepted ?? 0n) : (months?.value(row.id, index) ?? 0n) };
  }
  if (cell.figure === 'realised' || cell.figure === 'qualityAssured')
    return { polarity, accepted: row.figures.qualityAssured };
  return { polarity, accepted: BigInt(row.item[YEAR_FIGURE[cell.figure]]) };
}

/** The part of a report that follows from the cell alone. */
export interface Difference {
  benefitId: string;
  rung: Rung;
  year: number;
  /** Left out = the whole year. */
  monthFrom?: string;
  monthTo?: string;
  /** Not 0; magnitude, so more of a disbenefit is positive, too. */
  amountMinor: bigint;
}

/**
 * The amount to report so that, once finance has approved it, the cell holds what was entered. Null when it does already or
 * the text cannot be read.
 */
export function differenceOf(
  edit: PendingEdit,
  { polarity, accepted }: Standing,
  year: number,
  through: string | null,
): Difference | null {
  if (edit.minor === null || edit.minor === accepted) return null;
  const rung = RUNG_OF_FIGURE[edit.figure];
  const amountMinor = BigInt(polarity) * (edit.minor - accepted);
  const { benefitId, month } = edit;
  if (month !== null)
    return { benefitId, rung, year: Number(month.slice(0, 4)), monthFrom: month, monthTo: month, amountMinor };
  if (rung === 'quality_assured' && through !== null)
    return { benefitId, rung, year, monthFrom: `${year}-01-01`, monthTo: through, amountMinor };
  return { benefitId, rung, year, amountMinor };
}
