import { Component, inject, output } from '@angular/core';
import { StatusMark } from '@hoest/ui';
import { type LedgerColumn, monthColumns, yearColumns } from '../grid/columns';
import { headingOf } from '../grid/headings';
import { STATUS_MARKS } from '../grid/status-text';
import { LedgerStore } from '../ledger-store';
import { ledgerTexts } from '../ledger-texts';
import type { BenefitRow, LedgerRow } from '../rows/ledger-rows';
import { Format } from '@hoest/ui';

/** The ledger on a phone: each line a small list of labelled amounts. Reading alone; a keyboard grid has no place there. */
@Component({
  selector: 'app-ledger-list',
  imports: [StatusMark],
  templateUrl: './ledger-list.html',
  styleUrl: './ledger-list.css',
})
export class LedgerList {
  private readonly format = inject(Format);
  protected readonly store = inject(LedgerStore);
  protected readonly t = ledgerTexts.inject();
  protected readonly marks = STATUS_MARKS;
  readonly choose = output<string>();

  protected amounts(): LedgerColumn[] {
    const months = this.store.table()?.months;
    const columns = this.store.monthly() ? monthColumns(months ?? []) : yearColumns(true);
    return columns.filter(({ kind }) => kind === 'figure' || kind === 'month');
  }

  protected heading(column: LedgerColumn): string {
    return headingOf(column, this.store, this.t, this.format);
  }

  protected text(row: LedgerRow, column: LedgerColumn): string {
    return this.store.texts().of(row, column);
  }

  protected status(row: BenefitRow): string {
    return this.store.texts().of(row, { id: 'status', kind: 'status' });
  }
}
