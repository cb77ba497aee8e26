import { type DateOrder, type CalendarDate, readMonth } from '@hoest/quantities';
import { type Cell, textOf } from '../grid';
import type { ImportMapping, MappedColumn } from '../mapping/import-mapping';
import { type CellIssue, cellIssue, type IssueCode, type IssueDetail } from '../rows/cell-issue';
import { absentCell, BLANK, type CellReading, unreadable, valueOf } from '../rows/cell-reading';
import { type ColumnSum, MoneySums } from '../rows/money-sums';
import { readAmountCell } from '../rows/read-amount-cell';
import { readTextCell } from '../rows/read-word-cell';
import { placeOf, type Table, type TableLine } from '../table/table';
import type { ImportTarget } from '../targets/import-target';
import type { ImportedActual } from './imported-actual';

/** One line of the file. `actual` is null exactly when it is rejected. */
export interface ReadActual {
  /** `TableLine.line`. */
  line: number;
  /** Address of the line's first field. */
  place: string;
  actual: ImportedActual | null;
  issues: CellIssue[];
  /** Cell that names the period, for what is found wrong with it later. */
  periodCell: Pick<CellIssue, 'place' | 'row' | 'column' | 'heading' | 'target' | 'value'>;
}

export interface ActualsReading {
  rows: ReadActual[];
  /** Per column of amounts; rejected lines are left out. */
  columnSums: ColumnSum[];
}

function readMonthCell(cell: Cell, order: DateOrder): CellReading<CalendarDate> {
  const text = textOf(cell).trim();
  const absent = absentCell(text, 'value');
  if (absent) return absent;
  const reading = readMonth(text, order);
  if (reading.kind === 'empty') return BLANK;
  return reading.kind === 'month' ? valueOf(reading.month) : unreadable(text, 'not_a_month');
}

/** Reads one line; everything that is wrong with it is reported, each cell with its place. */
class LineReader {
  readonly issues: CellIssue[] = [];

  constructor(
    private readonly table: Table,
    private readonly line: TableLine,
    private readonly mapping: ImportMapping,
  ) {}

  column(target: ImportTarget): MappedColumn | undefined {
    return this.mapping.columns.find((column) => column.target === target);
  }

  cell(target: ImportTarget): Cell {
    const column = this.column(target);
    return (column && this.line.cells[column.index]) ?? '';
  }

  where(target: ImportTarget): Pick<CellIssue, 'place' | 'row' | 'column' | 'heading' | 'target'> {
    const column = this.column(target);
    const position = this.table.columns[column?.index ?? 0]?.position ?? 1;
    return { ...placeOf(this.table, this.line.line, position), heading: column?.heading ?? '', target };
  }

  report(target: ImportTarget, code: IssueCode, detail?: IssueDetail): void {
    this.issues.push(cellIssue(code, this.where(target), textOf(this.cell(target)).trim(), detail));
  }

  /**
   * The value of a cell; null when it is blank or not readable.
   * @param missing what a blank cell is called where the line is nothing without it; an unreadable one rejects the line then, too
   */
  take<Value>(target: ImportTarget, reading: CellReading<Value>, missing?: IssueCode): Value | null {
    if (reading.kind === 'value') {
      for (const { code, detail } of reading.notes) this.report(target, code, detail);
      return reading.value;
    }
    if (reading.kind === 'absent') {
      const { code, detail } = reading.note;
      this.report(target, code, { ...detail, ...(missing && { effect: 'row_rejected' as const }) });
    } else if (missing) this.report(target, missing);
    return null;
  }

  text(target: ImportTarget): string | null {
    return this.take(target, readTextCell(this.cell(target), target));
  }

  amount(target: 'actualAmount' | 'budgetAmount'): CellReading<bigint> | null {
    const money = this.column(target)?.money;
    return money ? readAmountCell(this.cell(target), target, money, this.mapping.decimal) : null;
  }
}

function readLine(reader: LineReader, { dateOrder }: ImportMapping, amounts: readonly (CellReading<bigint> | null)[]) {
  const [spent, budget] = amounts;
  const account = reader.take('account', readTextCell(reader.cell('account'), 'account'), 'missing_account');
  const month = reader.take('period', readMonthCell(reader.cell('period'), dateOrder), 'missing_period');
  const budgetMinor = budget ? reader.take('budgetAmount', budget) : null;
  // A line that is only budgeted has no amount yet; one with neither is a mistake.
  const onlyBudgeted = spent?.kind === 'blank' && budgetMinor !== null;
  const amountMinor = spent && !onlyBudgeted ? reader.take('actualAmount', spent, 'missing_amount') : null;
  const costCentre = reader.text('costCentre');
  const text = reader.text('postingText');
  const postingRef = reader.text('postingRef');
  const rejected = reader.issues.some(({ effect }) => effect === 'row_rejected');
  if (rejected || account === null || month === null) return null;
  const currency = reader.column('actualAmount')?.money?.currency ?? '';
  const digits = (minor: bigint | null) => minor?.toString() ?? null;
  return {
    ...{ account, costCentre, month, currency, text, postingRef },
    amountMinor: digits(amountMinor),
    budgetMinor: digits(budgetMinor),
  };
}

/**
 * Reads every line of a table of actuals by a mapping. A line without a readable account, period and amount is rejected and
 * says which cell is to blame; a blank amount is not 0, and a line that is only budgeted has none.
 */
export function readActuals(table: Table, mapping: ImportMapping): ActualsReading {
  const sums = new MoneySums(mapping);
  const rows = table.lines.map((line): ReadActual => {
    const reader = new LineReader(table, line, mapping);
    const targets = ['actualAmount', 'budgetAmount'] as const;
    const amounts = targets.map((target) => reader.amount(target));
    const actual = readLine(reader, mapping, amounts);
    if (actual) {
      targets.forEach((target, at) => {
        const [column, reading] = [reader.column(target), amounts[at]];
        if (column && reading) sums.add(column.index, reading);
      });
    }
    return {
      line: line.line,
      place: placeOf(table, line.line, table.columns[0]?.position ?? 1).place,
      actual,
      issues: reader.issues,
      periodCell: { ...reader.where('period'), value: textOf(reader.cell('period')).trim() },
    };
  });
  return { rows, columnSums: sums.columns() };
}
