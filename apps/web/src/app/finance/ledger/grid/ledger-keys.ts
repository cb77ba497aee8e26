import { inject, Injectable } from '@angular/core';
import type { SuppressKeyboardEventParams } from 'ag-grid-community';
import { type CellRange, moved, type Place, rangeOf } from '../edits/cell-range';
import { LedgerEntry } from '../ledger-entry';
import { LedgerStore } from '../ledger-store';
import type { LedgerRow } from '../rows/ledger-rows';
import { GridCells } from './grid-cells';

interface KeyedGrid {
  /** Puts the focus behind the grid. */
  leave: () => void;
  range: () => CellRange | undefined;
  draw: (range: CellRange | undefined) => void;
  /** Folds a group, opens a benefit. */
  open: (row: LedgerRow) => void;
}

const ARROWS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];

/** Keys of a spreadsheet that the grid library leaves out: ranges, filling, undo, clearing, and the way out. */
@Injectable()
export class LedgerKeys {
  private readonly store = inject(LedgerStore);
  private readonly entry = inject(LedgerEntry);
  private readonly cells = inject(GridCells);
  private grid: KeyedGrid | undefined;
  /** Corner that a range is drawn from. */
  anchor: Place | undefined;
  private head: Place | undefined;
  /** Whether Esc was pressed and the next Tab leaves. */
  private leaving = false;

  use(grid: KeyedGrid): void {
    this.grid = grid;
  }

  /** Another cell has the focus: Esc counts for the Tab right after it alone. */
  stay(): void {
    this.leaving = false;
  }

  /** @returns whether the library must leave the key alone */
  handle({ event, editing, data }: SuppressKeyboardEventParams<LedgerRow>, column: number): boolean {
    if (editing) this.goOn(event);
    if (editing || !data) return false;
    const target = this.farTarget(event);
    if (target) return this.done(event, () => this.travel(target));
    if (this.cells.settle()) return this.done(event, () => this.again(event));
    const control = event.ctrlKey || event.metaKey;
    const wasLeaving = this.leaving;
    this.leaving = event.key === 'Escape';
    if (event.key === 'Tab' && wasLeaving && !event.shiftKey) return this.done(event, () => this.grid?.leave());
    if (event.key === 'Escape') return this.done(event, () => this.grid?.draw(undefined));
    if (control) return this.controlKey(event);
    if (event.shiftKey && ARROWS.includes(event.key)) return this.done(event, () => this.extend(event.key));
    if (event.key === 'Delete' || event.key === 'Backspace') return this.done(event, () => this.entry.clear(this.at()));
    if (event.key === ' ' || (event.key === 'Enter' && column === 0))
      return this.done(event, () => this.grid?.open(data));
    if (ARROWS.includes(event.key) || event.key === 'Tab' || event.key === 'Enter') this.forgetRange();
    const types = event.key === 'F2' || (event.key.length === 1 && !event.altKey);
    if (types && this.entry.refuse(data, this.store.columns()[column])) return this.done(event, () => undefined);
    return false;
  }

  private controlKey(event: KeyboardEvent): boolean {
    const key = event.key.toLowerCase();
    if (key === 'z' && !event.shiftKey) return this.done(event, () => this.store.undo());
    if (key === 'y' || key === 'z') return this.done(event, () => this.store.redo());
    if (key === 'd') return this.done(event, () => this.entry.fillDown(this.at()));
    // Copying and pasting are events of their own, which the library would not pass on.
    return key === 'c' || key === 'v' || key === 'a';
  }

  /**
   * Enter in a field confirms it and leads a row on, by a journey: the library would move within the key press that also takes the
   * field away and writes the amount, and at the edge of the window draw a row in it, too.
   */
  private goOn({ key, shiftKey, isComposing }: KeyboardEvent): void {
    const from = this.cells.focused();
    if (key !== 'Enter' || isComposing || !from) return;
    const row = from.row + (shiftKey ? -1 : 1);
    this.cells.travel({ row: Math.min(Math.max(row, 0), this.store.rows().length - 1), column: from.column });
  }

  /** Where a key leads that leaves the rows in sight; undefined for all others. */
  private farTarget({ key, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent): Place | undefined {
    const from = this.cells.destination ?? this.cells.focused();
    if (!from || shiftKey || altKey) return undefined;
    const [row, column] = [this.store.rows().length - 1, this.store.columns().length - 1];
    switch (key) {
      case 'PageDown':
      case 'PageUp':
        return { row: this.cells.pageFrom(from.row, key === 'PageDown'), column: from.column };
      case 'Home':
        return { row: 0, column: 0 };
      case 'End':
        return { row, column };
    }
    if (!ctrlKey && !metaKey) return undefined;
    switch (key) {
      case 'ArrowUp':
        return { row: 0, column: from.column };
      case 'ArrowDown':
        return { row, column: from.column };
      case 'ArrowLeft':
        return { row: from.row, column: 0 };
      case 'ArrowRight':
        return { row: from.row, column };
    }
    return undefined;
  }

  private travel(target: Place): void {
    this.forgetRange();
    this.cells.travel(target);
  }

  /** The key once more, for the cell the focus has just reached: it was meant for that one. */
  private again({ key, code, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent): void {
    const init = { key, code, shiftKey, altKey, ctrlKey, metaKey, bubbles: true, cancelable: true };
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', init));
  }

  private at(): CellRange | undefined {
    return this.grid?.range() ?? this.cells.focusedRange();
  }

  private extend(key: string): void {
    const place = this.cells.focused();
    if (!place) return;
    if (!this.grid?.range()) [this.anchor, this.head] = [place, place];
    this.head = moved(this.head ?? place, key, this.store.rows().length, this.store.columns().length);
    this.grid?.draw(rangeOf(this.anchor ?? place, this.head));
  }

  private forgetRange(): void {
    this.grid?.draw(undefined);
    this.anchor = undefined;
  }

  private done(event: KeyboardEvent, act: () => void): true {
    event.preventDefault();
    // The page's own shortcuts must not hear a key the grid has used: Esc would close its side panel.
    event.stopPropagation();
    act();
    return true;
  }
}
