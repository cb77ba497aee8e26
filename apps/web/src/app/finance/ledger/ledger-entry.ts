import { inject, Service, signal } from '@angular/core';
import { Decimal, formatMinor, formatNumber, minorDigits } from '@hoest/quantities';
import { readPastedBlock, UiLocale } from '@hoest/ui';
import type { CellLock } from './edits/cell-lock';
import type { CellRange } from './edits/cell-range';
import { cellKey, type EditedCell, type PendingEdit, standing } from './edits/pending-edits';
import { type PlacedBlock, type PlacedCell, placeBlock } from './edits/place-block';
import { decimalSignOf, readAmount } from './edits/read-amount';
import type { LedgerColumn } from './grid/columns';
import { headingOf } from './grid/headings';
import { LedgerStore } from './ledger-store';
import { ledgerTexts } from './ledger-texts';
import type { LedgerRow } from './rows/ledger-rows';
import { Format } from '@hoest/ui';

/** A text typed at a place of the grid. */
interface TypedCell {
  row: LedgerRow;
  column: LedgerColumn;
  text: string;
}

/** A block that waits for its confirmation, with what it would do. */
export interface BlockPreview {
  edits: readonly PendingEdit[];
  placed: PlacedBlock;
  rows: number;
  /** Edits whose text is no amount; they are taken, marked, and reported by nobody. */
  unread: number;
}

const DIVISOR = { whole: 1, thousand: 1_000, million: 1_000_000 } as const;

/** Entering amounts into the ledger: typed, pasted, filled, cleared. Turns texts into pending edits and says what became of them. */
@Service({ autoProvided: false })
export class LedgerEntry {
  private readonly store = inject(LedgerStore);
  private readonly locale = inject(UiLocale);
  private readonly format = inject(Format);
  private readonly t = ledgerTexts.inject();

  /** What just happened, for assistive technology and for the eye. */
  readonly told = signal('');
  readonly preview = signal<BlockPreview | undefined>(undefined);

  /** Takes what was typed; an empty text takes the edit of the cell away. */
  enter(typed: readonly TypedCell[]): void {
    const edits = typed.flatMap((cell) => this.editOf(cell, this.store.amountTerms().decimal));
    const emptied = edits.filter(({ text }) => text.trim() === '');
    if (emptied.length > 0) this.store.remove(emptied.map(cellKey));
    this.store.enter(edits.filter(({ text }) => text.trim() !== ''));
    this.told.set('');
  }

  /** Takes the edits of cells away; what finance has approved is not touched by a key. */
  clear(range: CellRange | undefined): void {
    if (!range) return;
    const keys = this.cellsOf(range).map(cellKey);
    const some = keys.some((key) => this.store.edits().has(key));
    if (some) this.store.remove(keys);
    this.told.set(some ? '' : this.t('clear.zero'));
  }

  /** Ctrl+D: the text of the range's first row in all its rows, or of the row above in a single one. */
  fillDown(range: CellRange | undefined): void {
    if (!range) return;
    const from = range.top === range.bottom ? range.top - 1 : range.top;
    const [rows, columns] = [this.store.rows(), this.store.columns()];
    const typed: TypedCell[] = [];
    for (let index = range.left; index <= range.right; index += 1) {
      const [source, column] = [rows[from], columns[index]];
      const cell = source && column && this.store.cellOf(source, column);
      if (!source || !column || !cell) continue;
      const text = this.startText(source.id, column);
      for (let row = from + 1; row <= range.bottom; row += 1) {
        const target = rows[row];
        if (target && this.store.lockOf(target, column) === null) typed.push({ row: target, column, text });
      }
    }
    this.enter(typed);
  }

  /** A block from the clipboard: a single cell is taken at once, more of them ask first. */
  paste(text: string, at: CellRange): void {
    const block = readPastedBlock(text);
    if (block.length === 0) return;
    const [rows, columns] = [this.store.rows(), this.store.columns()];
    const placed = placeBlock(block, at, { rows: rows.length, columns: columns.length }, (row, column) =>
      this.store.lockOf(rows[row], columns[column]),
    );
    const decimal = decimalSignOf(block.flat(), this.locale.language());
    const edits = placed.entries.flatMap((entry) => this.editAt(entry, decimal));
    if (edits.length === 1 && placed.locked.size === 0 && placed.outside === 0) {
      this.store.enter(edits);
      this.told.set('');
      return;
    }
    const unread = edits.filter(({ minor }) => minor === null).length;
    const touched = new Set(placed.entries.map(({ row }) => row)).size;
    this.preview.set({ edits, placed, rows: touched, unread });
  }

  confirmPaste(): void {
    const preview = this.preview();
    if (!preview) return;
    this.store.enter(preview.edits);
    this.preview.set(undefined);
    this.told.set(this.t('paste.done', { n: preview.edits.length }));
  }

  cancelPaste(): void {
    this.preview.set(undefined);
  }

  /** Says why nothing can be entered in a cell. @returns whether that is so */
  refuse(row: LedgerRow, column: LedgerColumn | undefined): boolean {
    const lock = this.store.lockOf(row, column);
    if (lock === null) return false;
    this.told.set(this.lockText(lock));
    return true;
  }

  lockText(lock: CellLock): string {
    return this.t(`lock.${lock}`);
  }

  /** The exact amount of a cell as it can be typed again, in the unit shown; or what was typed before. */
  startText(id: string, column: LedgerColumn): string {
    const row = this.store.benefits().get(id);
    const cell = row && this.store.cellOf(row, column);
    if (!row || !cell) return '';
    const edit = this.store.edits().get(cellKey(cell));
    if (edit) return edit.text;
    const { accepted } = standing(row, cell, this.store.table());
    return this.exact(cell.figure === 'realised' ? row.figures.realised : accepted);
  }

  /** A cell for the clipboard: amounts exact, in the unit shown; what is no amount as its text. */
  copyText(row: LedgerRow, column: LedgerColumn): string {
    const cell = this.store.cellOf(row, column);
    const edit = cell && this.store.edits().get(cellKey(cell));
    if (edit) return edit.text;
    const text = this.store.texts().of(row, column);
    const minor = this.store.minorOf(row, column);
    // A true minus is a letter to a spreadsheet.
    return minor === null || !/\d/.test(text) ? text : this.exact(minor).replace('\u2212', '-');
  }

  /** "= 1.280.000 kr." while somebody types. */
  readBack(text: string, column: LedgerColumn): string {
    const reading = readAmount(text, this.store.amountTerms());
    if (reading.kind === 'empty') return this.t('edit.empty');
    if (reading.kind === 'fault') return this.t(`fault.${reading.code}`, { text });
    const { currency } = this.store.amountTerms();
    const money = formatMinor(reading.minor, currency, this.locale.language());
    return this.t('edit.readAs', { money, what: this.scopeOf(column) });
  }

  /** Accessible name of the field in a cell. */
  label(id: string, column: LedgerColumn): string {
    const title = this.store.benefits().get(id)?.item.title ?? '';
    return `${title}, ${headingOf(column, this.store, this.t, this.format)}, ${this.scopeOf(column)}`;
  }

  /** What is known about a cell: what was entered in it, what is wrong, or why nothing can be entered. */
  about(row: LedgerRow | undefined, column: LedgerColumn | undefined): string {
    if (!row || !column) return '';
    const cell = this.store.cellOf(row, column);
    const key = cell ? cellKey(cell) : '';
    const edit = this.store.edits().get(key);
    const fault = this.store.faults().get(key);
    if (fault) return fault;
    if (edit?.minor === null) return this.readBack(edit.text, column);
    const ready = this.store.ready().find((one) => one.edit === edit);
    if (ready)
      return this.t('edit.reports', {
        amount: this.store.amount(ready.difference.amountMinor, true),
        unit: this.store.unitWord(),
        what: this.scopeOf(column),
      });
    const lock = this.store.lockOf(row, column);
    if (row.kind === 'benefit' && (column.kind === 'title' || column.kind === 'status')) return '';
    if (lock !== null) return this.lockText(lock);
    return column.kind === 'month' && this.store.isClosed(column.month)
      ? this.t('edit.closedMonth')
      : this.t('edit.how', { what: this.scopeOf(column) });
  }

  /** What an amount in the column is about: the whole year, the year so far, or a month. */
  private scopeOf(column: LedgerColumn): string {
    const year = this.store.yearText();
    if (column.kind === 'month') return this.format.date(column.month, 'long-month');
    return this.t(column.id === 'realised' ? 'scope.soFar' : 'scope.year', { year });
  }

  private editAt({ row, column, text }: PlacedCell, decimal: 'comma' | 'point' | 'auto'): PendingEdit[] {
    const [at, under] = [this.store.rows()[row], this.store.columns()[column]];
    return at && under ? this.editOf({ row: at, column: under, text }, decimal) : [];
  }

  private editOf({ row, column, text }: TypedCell, decimal: 'comma' | 'point' | 'auto'): PendingEdit[] {
    const cell = this.store.cellOf(row, column);
    if (!cell) return [];
    const reading = readAmount(text, { ...this.store.amountTerms(), decimal });
    const benefit = row.kind === 'benefit' ? row : undefined;
    const { accepted } = benefit ? standing(benefit, cell, this.store.table()) : { accepted: 0n };
    return [{ ...cell, text: text.trim(), minor: reading.kind === 'amount' ? reading.minor : null, accepted }];
  }

  private cellsOf(range: CellRange): EditedCell[] {
    return this.store
      .rows()
      .slice(range.top, range.bottom + 1)
      .flatMap((row) =>
        this.store
          .columns()
          .slice(range.left, range.right + 1)
          .flatMap((column) => this.store.cellOf(row, column) ?? []),
      );
  }

  private exact(minor: bigint): string {
    const { currency, unit } = this.store.amountTerms();
    const amount = new Decimal(minor.toString())
      .dividedBy(new Decimal(10).pow(minorDigits(currency)))
      .dividedBy(DIVISOR[unit]);
    return formatNumber(amount, this.locale.language(), { maxDecimals: 8 });
  }
}
