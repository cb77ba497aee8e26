import type { Assumption, ImportKind, ImportMapping, Table } from '@hoest/exchange';

/** What the person decided about an import beside the mapping. */
export interface ImportOptions {
  /** Unit of rows that name none, or one that is not to be created; null = they are rejected only when the mapping has no unit either. */
  defaultUnitId: string | null;
  /** Whether units that do not exist are created below the organisation's top. */
  createUnits: boolean;
  /** Currency where the file names none. */
  currency: string;
}

/** How a file was read; stored, so that the mapping can change without a new upload. */
export interface ImportReading {
  format: 'csv' | 'xlsx';
  table: Table;
  /** Who chose each column's target, by column index. */
  chosenBy: Record<number, 'proposal' | 'remembered' | 'person'>;
  /** What the proposal assumed because the file does not say, until a person answers. */
  assumptions: { file: Assumption[]; columns: Record<number, Assumption[]> };
  /** Lines a person took as initiatives or left out, whatever they look like. */
  lineChoices: Record<number, 'initiative' | 'left_out'>;
}

/** The stored parts of an import that a plan follows from. */
export interface StoredImport {
  id: string;
  kind: ImportKind;
  state: string;
  reading: ImportReading;
  mapping: ImportMapping;
  options: ImportOptions;
}
