import { Component, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { FREQUENCIES, FREQUENCY_LABELS, MEASURE_DIRECTION_LABELS, MEASURE_DIRECTIONS } from '@hoest/benefits';
import { benefitRoutes } from '@hoest/contracts';
import { Field, injectUiText, LabelPipe, Note, UiControl } from '@hoest/ui';
import { ApiClient } from '../../api/api-client';
import { ApiProblem } from '../../api/api-problem';
import { BenefitStore } from '../benefit/benefit-store';
import { benefitTexts } from '../benefits-texts';

/** Adds a measure to the benefit: name, unit, direction, how often. */
@Component({
  selector: 'app-add-measure',
  imports: [Field, LabelPipe, Note, UiControl],
  templateUrl: './add-measure.html',
  styles: `
    :host {
      display: block;
    }
    form {
      margin-top: var(--space-3);
    }
    .actions {
      padding-top: var(--space-3);
    }
  `,
})
export class AddMeasure {
  private readonly client = inject(ApiClient);
  protected readonly store = inject(BenefitStore);
  protected readonly ui = injectUiText();
  protected readonly t = benefitTexts.inject();
  private readonly name = viewChild<ElementRef<HTMLInputElement>>('name');
  private readonly unit = viewChild<ElementRef<HTMLInputElement>>('unit');
  private readonly direction = viewChild<ElementRef<HTMLSelectElement>>('direction');
  private readonly frequency = viewChild<ElementRef<HTMLSelectElement>>('frequency');

  protected readonly directions = MEASURE_DIRECTIONS;
  protected readonly directionLabels = MEASURE_DIRECTION_LABELS;
  protected readonly frequencies = FREQUENCIES;
  protected readonly frequencyLabels = FREQUENCY_LABELS;
  protected readonly open = signal(false);
  protected readonly busy = signal(false);
  protected readonly faults = signal<{ name?: string; unit?: string }>({});
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    const id = this.store.id();
    const name = this.name()?.nativeElement.value.trim() ?? '';
    const unit = this.unit()?.nativeElement.value.trim() ?? '';
    this.faults.set({
      name: name ? undefined : this.t('fault.nameMissing'),
      unit: unit ? undefined : this.t('fault.unitMissing'),
    });
    if (!id || !name || !unit) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      const direction = MEASURE_DIRECTIONS.find((one) => one === this.direction()?.nativeElement.value) ?? 'down';
      const frequency = FREQUENCIES.find((one) => one === this.frequency()?.nativeElement.value) ?? 'quarter';
      const body = { name, unit, direction, frequency };
      this.store.take(await this.client.call(benefitRoutes.addMeasure, { params: { id }, body }));
      this.open.set(false);
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      this.faults.set({ name: problem.faultOf('name'), unit: problem.faultOf('unit') });
      this.problem.set(problem);
    } finally {
      this.busy.set(false);
    }
  }
}
