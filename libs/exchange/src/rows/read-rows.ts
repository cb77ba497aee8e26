import type { ImportMapping } from '../mapping/import-mapping';
import { lineName, placeOf, type Table } from '../table/table';
import { headingWords } from '../targets/heading-words';
import type { ImportTarget } from '../targets/import-target';
import { type CellIssue, cellIssue } from './cell-issue';
import type { ImportedInitiative } from './imported-initiative';
import { type ColumnSum, type MoneySum, MoneySums } from './money-sums';
import { planRows, readRow, type RowReading } from './read-row';

/** Where a row's key comes from: the mapped key column, else the code column, else title and unit together. */
export type KeySource = 'key' | 'code' | 'title';

export interface ReadRow {
  /** `TableLine.line`. */
  line: number;
  /** Address of the line's first field. */
  place: string;
  outcome: 'read' | 'rejected';
  /** What the next import knows the initiative by, at most 400 characters; null when missing, which rejects the row. */
  key: string | null;
  keySource: KeySource;
  initiative: ImportedInitiative;
  issues: CellIssue[];
}

export interface RowsReading {
  rows: ReadRow[];
  /** Per target and currency; never added across currencies. */
  sums: MoneySum[];
  /** Per column of amounts. */
  columnSums: ColumnSum[];
}

/** The key for comparison: letter case and spaces do not make another initiative. */
export function comparableKey(key: string): string {
  return key.replace(/\s+/g, ' ').trim().toLowerCase();
}

const KEY_OF_TITLE = 'title:';

/** Key of an initiative whose source has none: its title and unit. Stored, so that it holds when the title is changed here. */
export function keyOfTitle(title: string, unit: string | null | undefined): string {
  return `${KEY_OF_TITLE}${headingWords(title)}|${headingWords(unit ?? '')}`;
}

/** Whether a key was made from title and unit; people know the initiative by its title then, not by the key. */
export function isKeyOfTitle(key: string): boolean {
  return key.startsWith(KEY_OF_TITLE);
}

function keySourceOf(mapping: ImportMapping): KeySource {
  const mapped = (target: ImportTarget) => mapping.columns.some((column) => column.target === target);
  if (mapped('key')) return 'key';
  return mapped('code') ? 'code' : 'title';
}

function keyOf(reading: RowReading, source: KeySource): string | null {
  const { fields } = reading.initiative;
  if (source === 'key') return reading.key ?? null;
  if (source === 'code') return fields.code ?? null;
  return fields.title === '' ? null : keyOfTitle(fields.title, fields.unit);
}

/**
 * Reads every line of a table by a mapping. A row without title or key, or with the key of an earlier row, is rejected;
 * any other cell that cannot be read leaves its field empty and says why, with place, value, reason and suggestion. A
 * blank cell says nothing and is never zero; withheld and not yet planned values are kept as absences.
 */
export function readRows(table: Table, mapping: ImportMapping): RowsReading {
  const plan = planRows(mapping);
  const source = keySourceOf(mapping);
  const sums = new MoneySums(mapping);
  const linesByKey = new Map<string, number>();
  const rows = table.lines.map((line): ReadRow => {
    const reading = readRow(table, line, plan);
    const key = keyOf(reading, source);
    const reject = (code: 'missing_title' | 'missing_key' | 'duplicate_key', target: ImportTarget, params = {}) => {
      const column = mapping.columns.find((mapped) => mapped.target === target);
      const position = table.columns[column?.index ?? 0]?.position ?? 1;
      const where = { ...placeOf(table, line.line, position), heading: column?.heading ?? '', target };
      reading.issues.unshift(
        cellIssue(code, where, code === 'duplicate_key' ? (reading.key ?? key ?? '') : '', { params }),
      );
    };
    const keyTarget: ImportTarget = source === 'title' ? 'title' : source;
    const first = key === null ? undefined : linesByKey.get(comparableKey(key));
    if (reading.initiative.fields.title === '') reject('missing_title', 'title');
    if (key === null && source !== 'title') reject('missing_key', keyTarget);
    if (first !== undefined) reject('duplicate_key', keyTarget, { place: lineName(table, first) });
    const rejected = reading.issues.some(({ effect }) => effect === 'row_rejected');
    if (key !== null && first === undefined) linesByKey.set(comparableKey(key), line.line);
    if (!rejected) for (const { index, reading: amount } of reading.amounts) sums.add(index, amount);
    return {
      line: line.line,
      place: placeOf(table, line.line, table.columns[0]?.position ?? 1).place,
      outcome: rejected ? 'rejected' : 'read',
      key,
      keySource: source,
      initiative: reading.initiative,
      issues: reading.issues,
    };
  });
  return { rows, sums: sums.targets(), columnSums: sums.columns() };
}
