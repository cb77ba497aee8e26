import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { EVIDENCE_KIND_LABELS, EVIDENCE_KINDS, obligationFor, plannedValueAt } from '@hoest/benefits';
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
  /** Chosen by the reader; null = it follows from the day. */
  protected readonly chosen = signal<string | null>(this.corrects?.obligationId ?? null);
  private readonly answered = new Set(this.measure.measurements.map(({ obligationId }) => obligationId));
  /** The deadline the value answers. */
  protected readonly owed = computed(() => {
    const [chosen, day] = [this.chosen(), this.day()];
    const named = this.measure.obligations.find(({ id }) => id === chosen);
    return named ?? (day === null ? null : obligationFor(this.measure.obligations, day, this.answered));
  });
  /** Deadlines that can be answered, latest first: begun and open, and the one that is answered now. */
  protected readonly periods = computed(() =>
    this.measure.obligations
      .filter(
        ({ id, periodStart }) =>
          id === this.owed()?.id || (periodStart <= this.request.store.today() && !this.answered.has(id)),
      )
      .map(({ id, periodStart, periodEnd }) => ({
        id,
        name: periodName(periodStart, periodEnd, this.locale.language()),
      }))
      .reverse(),
  );
  protected readonly busy = signal(false);
  protected readonly faults = signal<{
    value?: string;
    volume?: string;
    day?: string;
    owed?: string;
    evidence?: string;
  }>({});
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  /** What the plan says for the day: seen before the value is saved. */
  protected readonly planned = computed(() => {
    const day = this.day();
    if (day === null) return '';
    const planned = plannedValueAt(this.measure.plan?.points ?? [], day, this.measure.interpolation);
    return planned.kind === 'planned'
      ? this.t('measurement.planned', { value: this.words.quantity(planned.value, this.measure.unit) })
      : '';
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
        obligationId: this.owed()?.id,
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
        owed: problem.faultOf('obligationId'),
        evidence: problem.faultOf('evidenceKind'),
      });
      this.problem.set(problem);
    } finally {
      this.busy.set(false);
    }
  }
}
