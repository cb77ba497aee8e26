import { inject, Injectable } from '@angular/core';
import { writeBlock } from '@hoest/ui';
import type { GridApi, IRowNode } from 'ag-grid-community';
import { type CellRange, type Place, rangeOf } from '../edits/cell-range';
import { LedgerEntry } from '../ledger-entry';
import { LedgerStore } from '../ledger-store';
import type { LedgerRow } from '../rows/ledger-rows';

/** Frames that a far cell may take to be drawn. */
const MOST_FRAMES = 30;

/** The grid's cells by their place among the visible rows and columns. */
@Injectable()
export class GridCells {
  private readonly store = inject(LedgerStore);
  private readonly entry = inject(LedgerEntry);
  api: GridApi<LedgerRow> | undefined;
  /** The part of the grid that scrolls. */
  viewport: (() => HTMLElement | null) | undefined;
  /** Cell that had the focus last. */
  last: Place | undefined;
  private travelling: Place | undefined;

  focused(): Place | undefined {
    const cell = this.api?.getFocusedCell();
    if (!cell || cell.rowPinned) return undefined;
    const column = this.store.columns().findIndex(({ id }) => id === cell.column.getColId());
    return column < 0 ? undefined : (this.last = { row: cell.rowIndex, column });
  }

  focusedRange(): CellRange | undefined {
    const place = this.focused();
    return place && rangeOf(place, place);
  }

  focus({ row, column }: Place): void {
    const id = this.store.columns()[column]?.id;
    if (!this.api || id === undefined) return;
    this.api.ensureIndexVisible(row);
    this.api.ensureColumnVisible(id);
    this.api.setFocusedCell(row, id);
  }

  /**
   * Moves the focus to a cell that may be far away, over several frames: first the rows scroll by, then, when the cell is drawn,
   * it takes the focus. The library's own way draws all rows of a page within the key press. A second call before the cell is
   * drawn replaces the first.
   */
  travel({ row, column }: Place): void {
    const id = this.store.columns()[column]?.id;
    const node = this.api?.getDisplayedRowAtIndex(row);
    if (!this.api || id === undefined || !node) return;
    this.travelling = { row, column };
    this.reveal(node, id);
    this.arrive(MOST_FRAMES);
  }

  /** Ends a journey at once, whatever that costs. @returns whether there was one */
  settle(): boolean {
    const place = this.travelling;
    if (!place) return false;
    this.land(place);
    return true;
  }

  /** Where the focus is on its way to; undefined = it is where it shows. */
  get destination(): Place | undefined {
    return this.travelling;
  }

  /** The row a page further down, or up: a page is what the window shows, less a row that stays in sight. */
  pageFrom(row: number, down: boolean): number {
    const range = this.api?.getVerticalPixelRange();
    const rows = this.store.rows().length;
    const start = this.api?.getDisplayedRowAtIndex(row)?.rowTop;
    if (!range || start == null) return row;
    const page = range.bottom - range.top;
    const step = down ? 1 : -1;
    let at = row;
    for (let next = row + step; next >= 0 && next < rows; next += step) {
      const node = this.api?.getDisplayedRowAtIndex(next);
      if (Math.abs((node?.rowTop ?? 0) - start) + (node?.rowHeight ?? 0) > page && at !== row) break;
      at = next;
    }
    return at;
  }

  /** The cells of a range, or the one in focus, as a block for a spreadsheet. */
  copied(range: CellRange | undefined): string | undefined {
    const at = range ?? this.focusedRange();
    if (!at) return undefined;
    const [rows, columns] = [this.store.rows(), this.store.columns()];
    return writeBlock(
      rows
        .slice(at.top, at.bottom + 1)
        .map((row) => columns.slice(at.left, at.right + 1).map((column) => this.entry.copyText(row, column))),
    );
  }

  /** Draws the cells of some places again; the rest is left alone. */
  refresh(concerns: (place: Place) => boolean): void {
    if (!this.api) return;
    const columns = this.store.columns();
    const nodes: IRowNode<LedgerRow>[] = [];
    for (const node of this.api.getRenderedNodes()) {
      const { rowIndex } = node;
      if (rowIndex !== null && columns.some((_, column) => concerns({ row: rowIndex, column }))) nodes.push(node);
    }
    // Only classes change, which a refresh without force passes over.
    if (nodes.length > 0) this.api.refreshCells({ rowNodes: nodes, force: true });
  }

  /** Scrolls without drawing: the frames that follow draw what has come into sight. */
  private reveal(node: IRowNode<LedgerRow>, id: string): void {
    const viewport = this.viewport?.();
    const [rows, columns] = [this.api?.getVerticalPixelRange(), this.api?.getHorizontalPixelRange()];
    if (!viewport || !rows || !columns) return;
    const [top, height] = [node.rowTop ?? 0, node.rowHeight ?? 0];
    if (top < rows.top) viewport.scrollTop += top - rows.top;
    else if (top + height > rows.bottom) viewport.scrollTop += top + height - rows.bottom;
    const column = this.api?.getColumn(id);
    if (!column || column.isPinned()) return;
    const [left, width] = [column.getLeft() ?? 0, column.getActualWidth()];
    if (left < columns.left) viewport.scrollLeft += left - columns.left;
    else if (left + width > columns.right) viewport.scrollLeft += left + width - columns.right;
  }

  private arrive(framesLeft: number): void {
    requestAnimationFrame(() => {
      const place = this.travelling;
      if (!place || !this.api || this.api.isDestroyed()) return;
      if (!this.isDrawn(place) && framesLeft > 0) this.arrive(framesLeft - 1);
      else this.land(place);
    });
  }

  /** Gives a cell the focus; one that is not drawn yet is drawn at once. */
  private land(place: Place): void {
    const id = this.store.columns()[place.column]?.id;
    this.travelling = undefined;
    if (id !== undefined && this.isDrawn(place)) this.api?.setFocusedCell(place.row, id);
    else this.focus(place);
  }

  private isDrawn({ row, column }: Place): boolean {
    const id = this.store.columns()[column]?.id;
    return this.viewport?.()?.querySelector(`[row-index="${row}"] [col-id="${id}"]`) != null;
  }

  refreshTotals(): void {
    const total = this.api?.getPinnedBottomRow(0);
    if (total) this.api?.refreshCells({ rowNodes: [total] });
  }
}
