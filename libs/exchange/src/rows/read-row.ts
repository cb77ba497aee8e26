import type { Cell } from '../grid';
import type { ImportMapping, MappedColumn } from '../mapping/import-mapping';
import { placeOf, type Table, type TableLine } from '../table/table';
import {
  type ImportTarget,
  isCostTarget,
  isDateTarget,
  isMoneyTarget,
  type MoneyTarget,
  TARGET_RULES,
} from '../targets/import-target';
import { type CellIssue, cellIssue } from './cell-issue';
import { BLANK, type CellNote, type CellReading } from './cell-reading';
import type { ImportedFields, ImportedInitiative } from './imported-initiative';
import { lineKeyOf, lineNameOf } from './line-key';
import { readAmountCell } from './read-amount-cell';
import { readDateCell } from './read-date-cell';
import { LONGEST_PROSE, readChoiceCell, readCountCell, readTextCell } from './read-word-cell';

/** One row read by a mapping, before it is decided whether it can be imported. */
export interface RowReading {
  initiative: ImportedInitiative;
  /** Key cell as written; absent when no key column is mapped or the cell gave nothing. */
  key?: string;
  issues: CellIssue[];
  /** What each amount column gave, for the sums. */
  amounts: { index: number; reading: CellReading<bigint> }[];
}

type Value = string | number | boolean;

/** A mapping with everything prepared that is the same for all rows. */
export interface RowPlan {
  mapping: ImportMapping;
  byTarget: ReadonlyMap<ImportTarget, readonly MappedColumn[]>;
  lineKeys: ReadonlyMap<number, { key: string; name: string }>;
}

/** Prepares a mapping for reading many rows. */
export function planRows(mapping: ImportMapping): RowPlan {
  const byTarget = new Map<ImportTarget, MappedColumn[]>();
  for (const column of mapping.columns) byTarget.set(column.target, [...(byTarget.get(column.target) ?? []), column]);
  const lineKeys = mapping.columns
    .filter(({ target }) => isMoneyTarget(target))
    .map((column) => [column.index, { key: lineKeyOf(column, mapping), name: lineNameOf(column) }] as const);
  return { mapping, byTarget, lineKeys: new Map(lineKeys) };
}

function readValue(cell: Cell, target: ImportTarget, mapping: ImportMapping): CellReading<Value> {
  switch (TARGET_RULES[target].kind) {
    case 'choice':
      return readChoiceCell(cell, target);
    case 'flag': {
      const reading = readChoiceCell(cell, target);
      return reading.kind === 'value' ? { ...reading, value: reading.value === 'true' } : reading;
    }
    case 'count':
      return readCountCell(cell, mapping.decimal);
    case 'date':
      return isDateTarget(target) ? readDateCell(cell, target, mapping.dateOrder) : BLANK;
    default:
      return readTextCell(cell, target);
  }
}

/** Reads one line of the table. Every cell that is not taken over as it stands becomes an issue with its place. */
export function readRow(table: Table, line: TableLine, plan: RowPlan): RowReading {
  const issues: CellIssue[] = [];
  const absences: ImportedInitiative['absences'] = {};
  const amounts: RowReading['amounts'] = [];
  const values = new Map<ImportTarget, Value>();
  const initiative: ImportedInitiative = { fields: { title: '' }, costs: [], benefits: [], absences };

  const report = (column: MappedColumn, notes: readonly CellNote[]) => {
    const position = table.columns[column.index]?.position ?? 0;
    const where = { ...placeOf(table, line.line, position), heading: column.heading, target: column.target };
    for (const { code, detail } of notes) issues.push(cellIssue(code, where, textAt(line, column.index), detail));
  };

  for (const [target, columns] of plan.byTarget) {
    if (isMoneyTarget(target)) continue;
    for (const column of columns) {
      const reading = readValue(line.cells[column.index] ?? '', target, plan.mapping);
      if (reading.kind === 'absent') {
        absences[target] ??= reading.absence;
        report(column, [reading.note]);
      }
      if (reading.kind !== 'value') continue;
      const earlier = values.get(target);
      const joins = TARGET_RULES[target].columns === 'join' && earlier !== undefined;
      if (earlier !== undefined && !joins) continue;
      report(column, reading.notes);
      values.set(target, joins ? `${earlier}\n\n${reading.value}`.slice(0, LONGEST_PROSE) : reading.value);
    }
    // A value from a later column fills the field, whatever an earlier one withheld.
    if (values.has(target)) delete absences[target];
  }

  for (const column of plan.mapping.columns) {
    const { target, money } = column;
    const lineKey = plan.lineKeys.get(column.index);
    if (!isMoneyTarget(target) || !money || !lineKey) continue;
    const reading = readAmountCell(line.cells[column.index] ?? '', target, money, plan.mapping.decimal);
    amounts.push({ index: column.index, reading });
    if (reading.kind === 'absent') {
      absences[lineKey.key] = reading.absence;
      report(column, [reading.note]);
    }
    if (reading.kind !== 'value') continue;
    report(column, reading.notes);
    addAmount(initiative, column, target, lineKey, reading.value);
  }

  const key = values.get('key');
  values.delete('key');
  const benefitText = values.get('benefitText');
  values.delete('benefitText');
  initiative.fields = { title: '', ...Object.fromEntries(values) } as ImportedFields;
  placeBenefitText(initiative, benefitText as string | undefined);
  return { initiative, ...(key !== undefined && { key: String(key) }), issues, amounts };
}

function textAt(line: TableLine, index: number): string {
  const cell = line.cells[index] ?? '';
  return typeof cell === 'string' ? cell : cell.number;
}

function addAmount(
  initiative: ImportedInitiative,
  column: MappedColumn,
  target: MoneyTarget,
  { key, name }: { key: string; name: string },
  minor: bigint,
): void {
  const { currency = '', priceYear = null, year = null } = column.money ?? {};
  const amount = { lineKey: key, name, amountMinor: (minor < 0n ? -minor : minor).toString(), currency, priceYear };
  if (isCostTarget(target)) {
    initiative.costs.push({ ...amount, kind: target === 'costOperation' ? 'operation' : 'one_off', year });
    return;
  }
  const basis = target === 'benefitTotal' ? 'whole_life' : 'full_year';
  initiative.benefits.push({ ...amount, basis, polarity: minor < 0n ? -1 : 1, description: null });
}

/** The text about benefits describes them; without an amount there is no benefit yet, and it says what is expected. */
function placeBenefitText(initiative: ImportedInitiative, text: string | undefined): void {
  if (text === undefined) return;
  if (initiative.benefits.length > 0) for (const benefit of initiative.benefits) benefit.description = text;
  else initiative.fields.expectedGain ??= text;
}
