import { Component, computed, inject, output } from '@angular/core';
import { Dialogs } from '@hoest/ui';
import { cellKey } from '../edits/pending-edits';
import { LedgerEntry } from '../ledger-entry';
import { LedgerStore, type ReadyEdit } from '../ledger-store';
import { ledgerTexts } from '../ledger-texts';
import { ReportDialog } from '../../report/report-dialog';
import type { EnteredAmounts, ReportRequest } from '../../report/report-request';

/** What is entered and not reported yet: how many amounts, and the way to report, take back or drop them. */
@Component({
  selector: 'app-report-bar',
  template: `@if (store.edits().size > 0) {
    <div class="bar" role="group" [attr.aria-label]="t('bar.title')">
      <p>
        <strong>{{ t('bar.ready', { n: store.ready().length }) }}</strong>
        @if (store.unread().length; as unread) {
          <span class="faulty">{{ t('bar.unread', { n: unread }) }}</span>
        }
        @if (same(); as n) {
          <span>{{ t('bar.same', { n }) }}</span>
        }
        @if (store.faults().size; as faults) {
          <span class="faulty">{{ t('bar.refused', { n: faults }) }}</span>
        }
      </p>
      <button type="button" class="btn primary" [disabled]="store.ready().length === 0" (click)="report()">
        {{ t('bar.report') }}
      </button>
      <button type="button" class="btn" [disabled]="!store.mayUndo()" (click)="store.undo()">
        {{ t('bar.undo') }}
      </button>
      <button type="button" class="btn quiet" (click)="drop()">{{ t('bar.drop') }}</button>
    </div>
  }`,
  styles: `
    .bar {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-2) var(--space-3);
      margin-bottom: var(--space-3);
      padding: var(--space-2) var(--space-3);
      border-left: 3px solid var(--accent);
      background: var(--surface-selected);
    }
    p {
      flex: 1;
    }
    span {
      margin-left: var(--space-2);
      color: var(--ink-2);
    }
    .faulty {
      color: var(--deviation);
      font-weight: var(--weight-medium);
    }
  `,
})
export class ReportBar {
  private readonly dialogs = inject(Dialogs);
  private readonly entry = inject(LedgerEntry);
  protected readonly store = inject(LedgerStore);
  protected readonly t = ledgerTexts.inject();
  /** Nothing is pending any more, or the reader goes on. */
  readonly done = output();

  /** Edits that enter what stands there already. */
  protected readonly same = computed(
    () => this.store.edits().size - this.store.ready().length - this.store.unread().length,
  );

  protected report(): void {
    // An answer that arrives meanwhile must not change what is sent.
    const ready = this.store.ready();
    const data = { year: this.store.ledger()?.year, entered: this.entered(ready) };
    const dialog = this.dialogs.open<number, ReportRequest>(ReportDialog, { data, width: '640px' });
    dialog.closed.subscribe((reported) => {
      if (reported) this.entry.told.set(this.t('reported', { n: reported }));
      this.done.emit();
    });
  }

  private entered(ready: readonly ReadyEdit[]): EnteredAmounts {
    const { store } = this;
    return {
      lines: ready.map(({ row, difference }) => ({
        title: row.item.title,
        amount: `${store.amount(difference.amountMinor, true)} ${store.unitWord()}`,
        hasAccount: row.item.account !== null,
        difference,
      })),
      priceYear: store.ledger()?.priceYear ?? null,
      reported: () => store.settle(ready.map(({ edit }) => cellKey(edit))),
      refused: (faults) =>
        store.faults.set(
          new Map(
            [...faults].flatMap(([index, text]) => {
              const edit = ready[index]?.edit;
              return edit ? [[cellKey(edit), text] as const] : [];
            }),
          ),
        ),
    };
  }

  protected drop(): void {
    this.store.remove([...this.store.edits().values()].map(cellKey));
    this.entry.told.set(this.t('bar.dropped'));
    this.done.emit();
  }
}
