import { Component, computed, inject } from '@angular/core';
import { Format, StatusMark } from '@hoest/ui';
import { type LedgerColumn, yearColumns } from '../grid/columns';
import { headingOf } from '../grid/headings';
import { STATUS_MARKS } from '../grid/status-text';
import { LedgerStore } from '../ledger-store';
import { ledgerTexts } from '../ledger-texts';
import type { LedgerRow } from '../rows/ledger-rows';

/** As many months as fit the width of the paper. */
const MONTHS_ACROSS = 12;

/** The ledger on paper: every row the screen would scroll to, in plain tables whose heads repeat on each page. */
@Component({
  selector: 'app-ledger-print',
  imports: [StatusMark],
  template: `@for (columns of tables(); track $index) {
    <table class="data">
      <thead>
        <tr>
          @for (column of columns; track column.id) {
            <th scope="col" [class.num]="isAmount(column)">{{ heading(column) }}</th>
          }
        </tr>
      </thead>
      <tbody>
        @for (row of rows(); track row.id) {
          <tr [class.group]="row.kind === 'group'" [class.total]="row.kind === 'total'">
            @for (column of columns; track column.id) {
              @if (column.kind === 'title') {
                <th scope="row">{{ text(row, column) }}</th>
              } @else if (column.kind === 'status') {
                <td>
                  @if (row.kind === 'benefit') {
                    <ui-status [status]="marks[row.item.status.code]">{{ text(row, column) }}</ui-status>
                  }
                </td>
              } @else {
                <td class="num">{{ text(row, column) }}</td>
              }
            }
          </tr>
        }
      </tbody>
    </table>
  }`,
  styles: `
    :host {
      display: block;
    }
    table {
      font-size: 7.5pt;
    }
    table + table {
      margin-top: var(--space-4);
    }
    table.data th,
    table.data td {
      height: auto;
      padding: 3px 4px;
    }
    ui-status {
      white-space: normal;
    }
    .group > *,
    .total > * {
      font-weight: var(--weight-strong);
    }
    .total > * {
      border-top: 1px solid var(--rule-strong);
    }
  `,
})
export class LedgerPrint {
  private readonly store = inject(LedgerStore);
  private readonly format = inject(Format);
  private readonly t = ledgerTexts.inject();
  protected readonly marks = STATUS_MARKS;

  protected readonly rows = computed<LedgerRow[]>(() => [...this.store.rows(), this.store.total()]);
  protected readonly tables = computed<LedgerColumn[][]>(() => {
    if (!this.store.monthly()) return [yearColumns(true)];
    const [title, ...months] = this.store.columns();
    if (!title) return [];
    return Array.from({ length: Math.ceil(months.length / MONTHS_ACROSS) }, (_, index) => [
      title,
      ...months.slice(index * MONTHS_ACROSS, (index + 1) * MONTHS_ACROSS),
    ]);
  });

  protected isAmount({ kind }: LedgerColumn): boolean {
    return kind === 'figure' || kind === 'month';
  }

  protected heading(column: LedgerColumn): string {
    return headingOf(column, this.store, this.t, this.format);
  }

  protected text(row: LedgerRow, column: LedgerColumn): string {
    return this.store.texts().of(row, column);
  }
}
