import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { EVIDENCE_KIND_LABELS, EVIDENCE_KINDS } from '@hoest/benefits';
import { benefitRoutes, type Measure } from '@hoest/contracts';
import type { CalendarDate } from '@hoest/quantities';
import { DateInput, DialogBody, Field, injectUiText, LabelPipe, Note, NumberInput, UiControl } from '@hoest/ui';
import { ApiClient } from '../../api/api-client';
import { ApiProblem } from '../../api/api-problem';
import type { BenefitStore } from '../benefit/benefit-store';
import { benefitTexts } from '../benefits-texts';

export interface BaselineRequest {
  store: BenefitStore;
  measure: Measure;
}

/** Records a baseline: a value with its day and evidence, or the day on which it will be measured. */
@Component({
  selector: 'app-baseline-dialog',
  imports: [DateInput, DialogBody, Field, LabelPipe, Note, NumberInput, UiControl],
  templateUrl: './baseline-dialog.html',
  styles: `
    p.muted {
      margin-bottom: var(--space-2);
    }
  `,
})
export class BaselineDialog {
  private readonly client = inject(ApiClient);
  protected readonly ref = inject<DialogRef<unknown>>(DialogRef);
  protected readonly request = inject<BaselineRequest>(DIALOG_DATA);
  protected readonly ui = injectUiText();
  protected readonly t = benefitTexts.inject();
  private readonly evidence = viewChild<ElementRef<HTMLSelectElement>>('evidence');
  private readonly comment = viewChild<ElementRef<HTMLTextAreaElement>>('comment');

  protected readonly kinds = EVIDENCE_KINDS;
  protected readonly kindLabels = EVIDENCE_KIND_LABELS;
  /** Whether it is measured already; else only the day it will be. */
  protected readonly measured = signal(true);
  protected readonly value = signal<string | null>(null);
  protected readonly day = signal<CalendarDate | null>(null);
  protected readonly busy = signal(false);
  protected readonly faults = signal<{ value?: string; day?: string; evidence?: string }>({});
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  protected async save(): Promise<void> {
    const [measured, value, day] = [this.measured(), this.value(), this.day()];
    const evidenceKind = EVIDENCE_KINDS.find((one) => one === this.evidence()?.nativeElement.value) ?? null;
    const comment = this.comment()?.nativeElement.value.trim() ?? '';
    this.faults.set({
      value: measured && value === null ? this.t('fault.valueMissing') : undefined,
      day: day === null ? this.t('fault.dateMissing') : undefined,
      evidence: measured && evidenceKind === null ? this.t('fault.evidenceMissing') : undefined,
    });
    if (day === null || (measured && (value === null || evidenceKind === null))) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      const body = measured ? { value, measuredOn: day, evidenceKind, comment } : { plannedOn: day, comment };
      const params = { id: this.request.measure.id };
      this.request.store.take(await this.client.call(benefitRoutes.recordBaseline, { params, body }));
      this.ref.close();
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      this.faults.set({
        value: problem.faultOf('value'),
        day: problem.faultOf('measuredOn') ?? problem.faultOf('plannedOn'),
        evidence: problem.faultOf('evidenceKind'),
      });
      this.problem.set(problem);
    } finally {
      this.busy.set(false);
    }
  }
}
