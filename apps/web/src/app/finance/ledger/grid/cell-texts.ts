import { staysBelow } from '../edits/cell-lock';
import { cellKey, type EditedCell, type PendingEdits } from '../edits/pending-edits';
import type { BenefitRow, LedgerRow } from '../rows/ledger-rows';
import type { MonthTable } from '../rows/month-table';
import type { LedgerColumn } from './columns';
import { statusText, type StatusWords } from './status-text';

export interface CellWords extends StatusWords {
  /** Minor units in the unit the grid shows. */
  amount: (minor: bigint) => string;
  notMeasured: string;
  notDue: string;
  /** It does not apply. */
  none: string;
  total: (count: number) => string;
}

const measuredNothing = ({ item, figures }: BenefitRow) =>
  item.status.code === 'not_measured' && figures.realised === 0n && BigInt(item.leakage.notMeasured) !== 0n;

/**
 * The text of every cell. Zero, not measured, not due and "does not apply" are four different texts. A cell's text is made
 * when it is first seen and kept, because scrolling asks for it again and again; another language, unit or answer means
 * another instance.
 */
export class CellTexts {
  private readonly made = new WeakMap<LedgerRow, Map<string, string>>();

  constructor(
    private readonly words: CellWords,
    private readonly table: MonthTable | undefined,
  ) {}

  of(row: LedgerRow, column: LedgerColumn): string {
    let texts = this.made.get(row);
    if (!texts) this.made.set(row, (texts = new Map()));
    let text = texts.get(column.id);
    if (text === undefined) texts.set(column.id, (text = this.write(row, column)));
    return text;
  }

  /** With what is entered and not reported yet in the place of what stands there. */
  shown(row: LedgerRow, column: LedgerColumn, edits: PendingEdits, cell: EditedCell | null): string {
    const edit = cell && edits.size > 0 ? edits.get(cellKey(cell)) : undefined;
    if (!edit) return this.of(row, column);
    return edit.minor === null ? edit.text : this.words.amount(edit.minor);
  }

  private write(row: LedgerRow, column: LedgerColumn): string {
    switch (column.kind) {
      case 'title':
        return row.kind === 'benefit' ? row.item.title : row.kind === 'group' ? row.name : this.words.total(row.count);
      case 'account':
        return row.kind === 'benefit' ? [row.item.account, row.item.costCentre].filter(Boolean).join(' · ') : '';
      case 'status':
        return row.kind === 'benefit' ? statusText(row.item, this.words) : '';
      case 'month':
        return this.month(row, column.index);
      case 'figure':
        return row.kind === 'benefit' ? this.figure(row, column.figure) : this.words.amount(row.figures[column.figure]);
    }
  }

  private figure(row: BenefitRow, figure: keyof BenefitRow['figures']): string {
    if (staysBelow(row, figure) && row.figures[figure] === 0n) return this.words.none;
    if (figure === 'realised') {
      if (measuredNothing(row)) return this.words.notMeasured;
      if (row.item.status.code === 'not_due' && row.figures.realised === 0n) return this.words.notDue;
    }
    if (figure === 'forecast' && measuredNothing(row) && row.figures.forecast === 0n) return this.words.none;
    return this.words.amount(row.figures[figure]);
  }

  private month(row: LedgerRow, index: number): string {
    if (!this.table) return '';
    if (row.kind === 'total') return this.words.amount(this.table.total(index));
    if (row.kind === 'group') return this.words.amount(this.table.groupSum(row, index));
    const value = this.table.value(row.id, index);
    if (value === null) return this.words.none;
    if (value === 0n && this.table.saysMeasured) {
      const mark = this.table.mark(row.id, index);
      if (mark === 'not_measured') return this.words.notMeasured;
      if (mark === 'not_due') return this.words.notDue;
    }
    return this.words.amount(value);
  }
}
