import type { FinanceClaim } from '@hoest/contracts';
import type { Rung } from '@hoest/finance';
import type { Difference } from '../ledger/edits/pending-edits';
import type { ReportBenefit } from './report-draft';

/** Amounts typed into the ledger, reported in one call: all or none. */
export interface EnteredAmounts {
  /** Title of the benefit, the amount as the ledger writes it, and whether the benefit names an account of its own. */
  lines: readonly { title: string; amount: string; hasAccount: boolean; difference: Difference }[];
  /** Year of the fixed prices they were typed in; null = current prices. */
  priceYear: number | null;
  /** They are on their way to finance. */
  reported: () => void;
  /** The server refuses them: what is wrong with each, by its place in `lines`. */
  refused: (faults: ReadonlyMap<number, string>) => void;
}

/** What the dialog opens with: an amount to report anew, a benefit, amounts of the ledger, or nothing – a benefit is then searched for. */
export interface ReportRequest {
  claim?: FinanceClaim;
  benefit?: ReportBenefit;
  entered?: EnteredAmounts;
  rung?: Rung;
  year?: number;
}
