import type { CalendarDate } from '@hoest/quantities';
import { linesRemoved } from '../plan/plan-notes';
import type { PlanNote } from '../plan/planned-row';
import { cellIssue, type CellIssue } from '../rows/cell-issue';
import { actualKey, type ExistingActual, type ImportedActual } from './imported-actual';
import type { ReadActual } from './read-actuals';

/** What becomes of one line of the file. */
export interface PlannedActual {
  line: number;
  place: string;
  outcome: 'create' | 'update' | 'unchanged' | 'rejected';
  /** What the line says; null when rejected as unreadable. */
  actual: ImportedActual | null;
  /** The stored line that is updated or stays; null otherwise. */
  before: ExistingActual | null;
  /** Number among the lines with the same key, from 1; null when rejected. */
  occurrence: number | null;
  /** Stored lines with the same key that the file no longer has; they go with this line. */
  removes: ExistingActual[];
  issues: CellIssue[];
  notes: PlanNote[];
}

type Told = Pick<ImportedActual, 'amountMinor' | 'budgetMinor' | 'text'>;

const content = ({ amountMinor, budgetMinor, text }: Told) => JSON.stringify([amountMinor, budgetMinor, text]);

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

type Line = ReadActual & { actual: ImportedActual };

/** Pairs the lines of one key with those stored: equal ones first, then as they stand; what is left over is new or gone. */
function planGroup(lines: readonly Line[], stored: readonly ExistingActual[]): PlannedActual[] {
  const free = [...stored].sort((a, b) => a.occurrence - b.occurrence);
  const taken = new Map<Line, ExistingActual>();
  const take = (line: Line, at: number) => {
    const [found] = at < 0 ? [] : free.splice(at, 1);
    if (found) taken.set(line, found);
  };
  for (const line of lines) {
    take(
      line,
      free.findIndex((one) => content(one) === content(line.actual)),
    );
  }
  for (const line of lines) if (!taken.has(line)) take(line, free.length > 0 ? 0 : -1);
  const numbers = new Set(stored.map(({ occurrence }) => occurrence));
  const nextNumber = () => {
    let number = 1;
    while (numbers.has(number)) number += 1;
    numbers.add(number);
    return number;
  };
  return lines.map(({ line, place, actual, issues }, at) => {
    const before = taken.get(lines[at] as Line) ?? null;
    const removes = at === lines.length - 1 ? free : [];
    const changed = before !== null && content(before) !== content(actual);
    return {
      ...{ line, place, actual, before, removes, issues },
      outcome: before === null ? 'create' : changed || removes.length > 0 ? 'update' : 'unchanged',
      occurrence: before?.occurrence ?? nextNumber(),
      notes: removes.length > 0 ? [linesRemoved(removes.length)] : [],
    };
  });
}

/**
 * Compares the lines of a file with what is stored. The same file twice changes nothing the second time, whatever the order
 * of its lines; a corrected file replaces amounts and texts by key, and takes away lines of a key it has fewer of. Lines of
 * keys the file does not name stay: a file may be an extract of some accounts. A line that would change a closed period is
 * rejected, because a report was made from it.
 * @param closedThrough latest closed month; null = none
 */
export function planActuals(
  rows: readonly ReadActual[],
  existing: readonly ExistingActual[],
  closedThrough: CalendarDate | null,
): PlannedActual[] {
  const stored = groupBy(existing, actualKey);
  const readable = rows.filter((row): row is Line => row.actual !== null);
  const planned = new Map<number, PlannedActual>();
  for (const [key, lines] of groupBy(readable, ({ actual }) => actualKey(actual))) {
    for (const plan of planGroup(lines, stored.get(key) ?? [])) planned.set(plan.line, plan);
  }
  return rows.map((row): PlannedActual => {
    const { line, place, issues, periodCell } = row;
    const plan = planned.get(line);
    const rejected = { outcome: 'rejected' as const, before: null, occurrence: null, removes: [], notes: [] };
    if (!plan?.actual) return { line, place, actual: null, issues, ...rejected };
    const closed = closedThrough !== null && plan.actual.month <= closedThrough;
    if (!closed || plan.outcome === 'unchanged') return plan;
    const issue = cellIssue('period_closed', periodCell, periodCell.value);
    return { ...plan, ...rejected, issues: [...issues, issue] };
  });
}
