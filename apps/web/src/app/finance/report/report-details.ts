import { Component, input, output } from '@angular/core';
import { EVIDENCE_KIND_LABELS, EVIDENCE_KINDS } from '@hoest/benefits';
import { Field, injectUiText, LabelPipe, UiControl } from '@hoest/ui';
import { financeTexts } from '../finance-texts';
import type { AskedFields, ReportDraft } from './report-draft';

/** What goes with an amount so that finance can check it: account, budget, vouchers, evidence. Asks for what the rungs need. */
@Component({
  selector: 'app-report-details',
  imports: [Field, LabelPipe, UiControl],
  templateUrl: './report-details.html',
  styles: `
    :host {
      display: block;
    }
    .months {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: var(--space-4);
    }
    .choice {
      margin-top: var(--space-2);
    }
  `,
})
export class ReportDetails {
  protected readonly ui = injectUiText();
  protected readonly t = financeTexts.inject();
  readonly draft = input.required<ReportDraft>();
  readonly asks = input.required<AskedFields>();
  /** Adopted budgets that speak about the year. */
  readonly budgets = input.required<readonly { id: string; name: string }[]>();
  readonly faults = input.required<Partial<Record<string, string>>>();
  /** Whether the amount is one alone; what is said of several must hold for all of them. */
  readonly single = input(true);
  readonly changed = output<Partial<ReportDraft>>();

  protected readonly kinds = EVIDENCE_KINDS;
  protected readonly kindLabels = EVIDENCE_KIND_LABELS;

  protected setEvidence(value: string): void {
    this.changed.emit({ evidenceKind: EVIDENCE_KINDS.find((one) => one === value) ?? null });
  }
}
