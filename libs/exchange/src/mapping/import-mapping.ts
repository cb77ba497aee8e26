import type { DateOrder, DecimalSign } from '@hoest/quantities';
import type { ImportTarget } from '../targets/import-target';
import type { MoneyScale } from '../targets/heading-money';

/** How the amounts of a column are read. */
export interface MoneyMapping {
  scale: MoneyScale;
  /** ISO 4217 code. */
  currency: string;
  /** Calendar year the amounts belong to; null = undated, a total that is never spread over years by guess. */
  year: number | null;
  /** Year of the price level; null when the source does not say. */
  priceYear: number | null;
}

/** One column of the table and what it fills. */
export interface MappedColumn {
  /** `TableColumn.index`. */
  index: number;
  /** Heading at the time, by which a remembered mapping finds the column again. */
  heading: string;
  target: ImportTarget;
  /** For amounts only. */
  money?: MoneyMapping;
  /** Name of the cost line or benefit made from the column; the heading without unit and year when absent. */
  name?: string;
}

/**
 * How a table becomes initiatives. Order of the columns is their order of precedence within a target. Columns that are
 * not named are not read. Plain data: stored with the import and remembered for the next file with the same headings.
 */
export interface ImportMapping {
  columns: MappedColumn[];
  /** Decimal sign of amounts and counts written as text. */
  decimal: DecimalSign;
  /** Order of day and month in `03/04/2026`. */
  dateOrder: DateOrder;
}

/** Something the proposal had to assume because the file does not say; the wizard asks about it. */
export const ASSUMPTIONS = ['currency', 'scale', 'decimal', 'date_order'] as const;
export type Assumption = (typeof ASSUMPTIONS)[number];

export interface ProposedColumn {
  index: number;
  heading: string;
  /** Null when no target fits. */
  target: ImportTarget | null;
  /** 0–1; below 0.6 nothing is proposed. */
  confidence: number;
  assumptions: Assumption[];
}

export interface ProposedMapping {
  mapping: ImportMapping;
  /** One per column of the table, in its order. */
  columns: ProposedColumn[];
  /** Whether the mapping was remembered from a file with the same headings instead of guessed. */
  remembered: boolean;
  /** What holds for the file as a whole. */
  assumptions: Assumption[];
}
