import { inject, Injectable } from '@angular/core';
import { writeBlock } from '@hoest/ui';
import type { GridApi, IRowNode } from 'ag-grid-community';
import { type CellRange, type Place, rangeOf } from '../edits/cell-range';
import { LedgerEntry } from '../ledger-entry';
import { LedgerStore } from '../ledger-store';
import type { LedgerRow } from '../rows/ledger-rows';

/** The grid's cells by their place among the visible rows and columns. */
@Injectable()
export class GridCells {
  private readonly store = inject(LedgerStore);
  private readonly entry = inject(LedgerEntry);
  api: GridApi<LedgerRow> | undefined;
  /** Cell that had the focus last. */
  last: Place | undefined;

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

  refreshTotals(): void {
    const total = this.api?.getPinnedBottomRow(0);
    if (total) this.api?.refreshCells({ rowNodes: [total] });
  }
}
