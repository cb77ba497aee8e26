import type { ColumnSum, ImportKind, ToldRow } from '@hoest/exchange';
import type { Label } from '@hoest/quantities';
import type { Transaction } from '../database/transaction';
import { ACTUALS_IMPORT } from './actuals/actuals-import';
import { PORTFOLIO_IMPORT } from './portfolio-import';
import type { StoredImport } from './stored-import';
import type { UndoneImport } from './undo-import';

/** What an import would do to what is stored now. */
export interface ImportDraft {
  rows: ToldRow[];
  columnSums: ColumnSum[];
  /** Names of units to create, each once. */
  newUnits: string[];
  /**
   * Writes it inside the caller's transaction, remembers every row before and after in `import_change`, and audits.
   * @param onStep called between the steps with the share done, 0–1; it may throw to cancel, and nothing is written then.
   * @returns what the job answers: counts
   */
  apply(
    tx: Transaction,
    importId: string,
    today: string,
    onStep: (share: number) => Promise<void>,
  ): Promise<Record<string, number>>;
}

/**
 * What differs between the kinds of import. Upload, mapping, dry run, job, undo and the wizard are the same for all; a new kind
 * is its targets and its reading in `libs/exchange`, an entry here, and who may run it in the contract.
 */
export interface ImportWork {
  /** Reads what the rows are compared with. The answer plans without a connection: thousands of rows must not hold one. */
  load(tx: Transaction, stored: StoredImport): Promise<() => ImportDraft>;
  /** Counts of a commit that had already happened, from what it remembered. */
  countsOf(tx: Transaction, importId: string): Promise<Record<string, number>>;
  /** Why the import cannot be taken back now; null when it can. */
  undoRefusal(tx: Transaction, importId: string): Promise<Label | null>;
  undo(tx: Transaction, importId: string): Promise<UndoneImport>;
  /** Topics that pages follow, announced when it was written or taken back. */
  topics: readonly string[];
}

export const IMPORT_WORK: Readonly<Record<ImportKind, ImportWork>> = {
  initiatives: PORTFOLIO_IMPORT,
  actuals: ACTUALS_IMPORT,
};
