import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { EVIDENCE_KIND_LABELS, EVIDENCE_KINDS, obligationHolding, plannedValueAt } from '@hoest/benefits';
import { type Measure, measurementRoutes } from '@hoest/contracts';
import type { CalendarDate } from '@hoest/quantities';
import {
  DateInput,
  DialogBody,
  Field,
  Format,
  injectUiText,
  LabelPipe,
  Note,
  NumberInput,
  UiControl,
  UiLocale,
} from '@hoest/ui';
import { ApiClient } from '../../api/api-client';
import { ApiProblem } from '../../api/api-problem';
import type { BenefitStore } from '../benefit/benefit-store';
import { benefitTexts } from '../benefits-texts';
import { BenefitWords } from '../ui/benefit-words';
import { periodName } from '../ui/period-name';

export interface RecordRequest {
  store: BenefitStore;
  measure: Measure;
  /** The measurement that is wrong; without it a new one is recorded. */
  corrects?: Measure['measurements'][number];
}

/** Records one measured value, or a correction of one; the old one stays. */
@Component({
  selector: 'app-record-dialog',
  imports: [DateInput, DialogBody, Field, LabelPipe, Note, NumberInput, UiControl],
  templateUrl: './record-dialog.html',
  styles: `
    p.muted {
      margin-bottom: var(--space-2);
    }
  `,
  host: { '(keydown.control.enter)': 'save()' },
})
export class RecordDialog {
  private readonly client = inject(ApiClient);
  private readonly format = inject(Format);
  private readonly locale = inject(UiLocale);
  private readonly words = inject(BenefitWords);
  protected readonly ref = inject<DialogRef<unknown>>(DialogRef);
  protected readonly request = inject<RecordRequest>(DIALOG_DATA);
  protected readonly ui = injectUiText();
  protected readonly t = benefitTexts.inject();
  private readonly evidence = viewChild<ElementRef<HTMLSelectElement>>('evidence');
  private readonly comment = viewChild<ElementRef<HTMLTextAreaElement>>('comment');

  protected readonly measure = this.request.measure;
  protected readonly corrects = this.request.corrects;
  protected readonly kinds = EVIDENCE_KINDS;
  protected readonly kindLabels = EVIDENCE_KIND_LABELS;
  protected readonly needsVolume = this.measure.moneyBasis === 'unit_saving';
  protected readonly heading = this.corrects
    ? this.t('measurement.correctOf', { date: this.format.date(this.corrects.date) })
    : this.t('measurement.add');

  protected readonly value = signal<string | null>(null);
  protected readonly volume = signal<string | null>(this.corrects?.volume ?? null);
  protected readonly day = signal<CalendarDate | null>(this.corrects?.date ?? this.request.store.today());
  protected readonly busy = signal(false);
  protected readonly faults = signal<{ value?: string; volume?: string; day?: string; evidence?: string }>({});
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  /** Which deadline the value answers, and what the plan says for the day: seen before it is saved. */
  protected readonly answers = computed(() => {
    const day = this.day();
    if (day === null) return '';
    const owed = this.corrects
      ? this.measure.obligations.find(({ id }) => id === this.corrects?.obligationId)
      : obligationHolding(this.measure.obligations, day);
    const period = owed && periodName(owed.periodStart, owed.periodEnd, this.locale.language());
    const planned = plannedValueAt(this.measure.plan?.points ?? [], day, this.measure.interpolation);
    return [
      period ? this.t('measurement.answers', { period }) : this.t('measurement.answersNone'),
      planned.kind === 'planned'
        ? this.t('measurement.planned', { value: this.words.quantity(planned.value, this.measure.unit) })
        : '',
    ]
      .filter(Boolean)
      .join('; ');
  });

  protected async save(): Promise<void> {
    const [value, volume, date] = [this.value(), this.volume(), this.day()];
    const evidenceKind = EVIDENCE_KINDS.find((one) => one === this.evidence()?.nativeElement.value) ?? null;
    this.faults.set({
      value: value === null ? this.t('fault.valueMissing') : undefined,
      volume: this.needsVolume && volume === null ? this.t('fault.volumeMissing') : undefined,
      day: date === null ? this.t('fault.dateMissing') : undefined,
      evidence: evidenceKind === null ? this.t('fault.evidenceMissing') : undefined,
    });
    const { store } = this.request;
    const id = store.id();
    if (this.busy() || !id || value === null || date === null || evidenceKind === null) return;
    if (this.needsVolume && volume === null) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      const body = {
        measureId: this.measure.id,
        date,
        value,
        volume,
        evidenceKind,
        comment: this.comment()?.nativeElement.value.trim() ?? '',
        ...(this.corrects && { supersedesId: this.corrects.id }),
      };
      await this.client.call(measurementRoutes.recordMeasurement, { params: { id }, body });
      store.reading.reload();
      this.ref.close();
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      this.faults.set({
        value: problem.faultOf('value'),
        volume: problem.faultOf('volume'),
        day: problem.faultOf('date'),
        evidence: problem.faultOf('evidenceKind'),
      });
      this.problem.set(problem);
    } finally {
      this.busy.set(false);
    }
  }
}
