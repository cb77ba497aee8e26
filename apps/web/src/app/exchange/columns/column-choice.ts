import type { ImportRecord } from '@hoest/contracts';
import { type ImportTarget, isMoneyTarget, TARGET_RULES } from '@hoest/exchange';
import type { MappingChange } from '../wizard/import-editor';

export type ImportColumn = ImportRecord['columns'][number];
type ColumnChange = NonNullable<MappingChange['columns']>[number];

/** A choice for a column, how to take it back, and the column that loses the target to it. */
export interface TargetChoice {
  change: MappingChange;
  back: MappingChange;
  loser: ImportColumn | null;
}

/** The column as it stands, as a change: sending it restores it. */
export function asItStands({ index, target, unit, currency, year }: ImportColumn): ColumnChange {
  return target && isMoneyTarget(target) ? { index, target, unit, currency, year } : { index, target };
}

/**
 * Gives a column another target. A target that only one column may fill moves here from the column that had it, in the same
 * call: neither order of two calls would be accepted.
 */
export function chooseTarget(
  columns: readonly ImportColumn[],
  column: ImportColumn,
  target: ImportTarget | null,
): TargetChoice {
  const loser =
    (target !== null &&
      TARGET_RULES[target].columns === 'one' &&
      columns.find((other) => other.index !== column.index && other.target === target)) ||
    null;
  return {
    change: { columns: [...(loser ? [{ index: loser.index, target: null }] : []), { index: column.index, target }] },
    back: { columns: [asItStands(column), ...(loser ? [asItStands(loser)] : [])] },
    loser,
  };
}

/** Changes how the amounts of a column are read, or states that they are read as they should be (no changes). */
export function chooseMoney(
  column: ImportColumn,
  money: Partial<Pick<ImportColumn, 'unit' | 'currency' | 'year'>>,
): Pick<TargetChoice, 'change' | 'back'> {
  const { index, target } = column;
  // Naming unit or currency answers the question about it, so only what the person chose is named.
  return { change: { columns: [{ index, target, ...money }] }, back: { columns: [asItStands(column)] } };
}
