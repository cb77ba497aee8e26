import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { EVIDENCE_KIND_LABELS, EVIDENCE_KINDS } from '@hoest/benefits';
import { claimRoutes } from '@hoest/contracts';
import { RUNG_LABELS, rungNumber } from '@hoest/finance';
import { DialogBody, Field, injectUiText, LabelPipe, Note, UiControl, UiLocale } from '@hoest/ui';
import { ApiClient } from '../../../api/api-client';
import { ApiProblem } from '../../../api/api-problem';
import { cellKey } from '../edits/pending-edits';
import type { LedgerStore, ReadyEdit } from '../ledger-store';
import { ledgerTexts } from '../ledger-texts';
import { claimsOf, faultsByItem, type ReportDetails } from './claims-of';

export interface ReportRequest {
  store: LedgerStore;
}

type DetailField = keyof ReportDetails;

/** Asks once for what the rungs need, then reports every amount in one call: all or none. */
@Component({
  selector: 'app-report-dialog',
  imports: [DialogBody, Field, LabelPipe, Note, UiControl],
  templateUrl: './report-dialog.html',
  styles: `
    ul {
      margin-bottom: var(--space-4);
      max-height: 240px;
      overflow-y: auto;
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0 var(--space-3);
      padding: 7px 0;
      border-bottom: 1px solid var(--rule);
    }
    .fault {
      grid-column: 1 / -1;
      color: var(--deviation);
      font-size: var(--text-sm);
    }
  `,
})
export class ReportDialog {
  private readonly client = inject(ApiClient);
  private readonly locale = inject(UiLocale);
  protected readonly ref = inject<DialogRef<number>>(DialogRef);
  private readonly store = inject<ReportRequest>(DIALOG_DATA).store;
  protected readonly t = ledgerTexts.inject();
  protected readonly ui = injectUiText();

  /** What was ready when the dialog opened: an answer that arrives meanwhile must not change what is sent. */
  protected readonly ready: readonly ReadyEdit[] = this.store.ready();
  protected readonly kinds = EVIDENCE_KINDS;
  protected readonly kindLabels = EVIDENCE_KIND_LABELS;
  private readonly highest = Math.max(...this.ready.map(({ difference }) => rungNumber(difference.rung)));
  protected readonly needs = {
    budgetVersionId: this.ready.some(({ difference }) => difference.rung === 'budgeted'),
    account: this.ready.some(({ row, difference }) => rungNumber(difference.rung) >= 3 && !row.item.account),
    postingRef: this.highest >= 3,
    accountsRef: this.highest === 4,
  };
  protected readonly budgets = this.store.budgets;
  protected readonly details = signal<ReportDetails>({});
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  private readonly itemFaults = computed(() => faultsByItem(this.problem()?.problem.errors ?? []));

  protected set(field: DetailField, value: string): void {
    this.details.update((details) => ({ ...details, [field]: value.trim() === '' ? undefined : value.trim() }));
  }

  /** The first thing that is wrong with a field of the dialog, in whichever amount it was found. */
  protected fault(field: DetailField): string | undefined {
    return [...this.itemFaults().values()].flat().find((fault) => fault.field === field)?.detail;
  }

  /** What is wrong with one amount and no field of the dialog can mend. */
  protected faultOf(index: number): string | undefined {
    return this.itemFaults()
      .get(index)
      ?.find(({ field }) => !(field in this.needs) && field !== 'evidenceKind' && field !== 'comment')?.detail;
  }

  protected rung({ difference }: ReadyEdit): string {
    return this.locale.label(RUNG_LABELS[difference.rung]);
  }

  protected amount({ difference }: ReadyEdit): string {
    return `${this.store.amount(difference.amountMinor, true)} ${this.store.unitWord()}`;
  }

  protected async send(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    const items = claimsOf(
      this.ready.map(({ difference }) => difference),
      this.details(),
      this.store.ledger()?.priceYear ?? null,
    );
    try {
      await this.client.call(claimRoutes.reportClaims, { body: { items } });
      this.store.settle(this.ready.map(({ edit }) => cellKey(edit)));
      this.ref.close(items.length);
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      this.problem.set(problem);
      const faults = new Map<string, string>();
      for (const [index, found] of this.itemFaults()) {
        const edit = this.ready[index]?.edit;
        if (edit && found[0]) faults.set(cellKey(edit), found[0].detail);
      }
      this.store.faults.set(faults);
    } finally {
      this.busy.set(false);
    }
  }
}
