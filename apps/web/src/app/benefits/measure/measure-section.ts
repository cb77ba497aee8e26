import { Component, computed, effect, inject, input } from '@angular/core';
import {
  FREQUENCIES,
  FREQUENCY_LABELS,
  INTERPOLATION_LABELS,
  INTERPOLATIONS,
  isMinutes,
  MEASURE_DIRECTION_LABELS,
  MEASURE_DIRECTIONS,
  MONEY_BASES,
  MONEY_BASIS_LABELS,
} from '@hoest/benefits';
import type { Measure } from '@hoest/contracts';
import type { Label } from '@hoest/quantities';
import { type Option, UiLocale } from '@hoest/ui';
import { BenefitStore } from '../benefit/benefit-store';
import { MeasureRow } from '../benefit/measure-row';
import { benefitTexts } from '../benefits-texts';
import { EDITED_ROW } from '../../fields/edited-row';
import { SavedField } from '../../fields/saved-field';
import { BaselineHistory } from './baseline-history';

/** One measure: what is measured, how often, how it becomes money; and its baselines. */
@Component({
  selector: 'app-measure-section',
  imports: [BaselineHistory, SavedField],
  providers: [MeasureRow, { provide: EDITED_ROW, useExisting: MeasureRow }],
  templateUrl: './measure-section.html',
  styleUrl: '../ui/pairs.css',
})
export class MeasureSection {
  protected readonly store = inject(BenefitStore);
  private readonly row = inject(MeasureRow);
  private readonly locale = inject(UiLocale);
  protected readonly t = benefitTexts.inject();
  readonly measure = input.required<Measure>();
  /** Whether the benefit has several, so that each needs a heading. */
  readonly titled = input(false);

  protected readonly directions = computed(() => this.options(MEASURE_DIRECTIONS, MEASURE_DIRECTION_LABELS));
  protected readonly frequencies = computed(() => this.options(FREQUENCIES, FREQUENCY_LABELS));
  protected readonly interpolations = computed(() => this.options(INTERPOLATIONS, INTERPOLATION_LABELS));
  protected readonly bases = computed(() => this.options(MONEY_BASES, MONEY_BASIS_LABELS));
  /** Money is counted by the lead measure only. */
  protected readonly countsMoney = computed(
    () => this.measure().position === 0 && (this.store.benefit()?.monetised ?? false),
  );
  protected readonly isUnitSaving = computed(() => this.measure().moneyBasis === 'unit_saving');
  protected readonly rateLabel = computed(() => this.t(isMinutes(this.measure().unit) ? 'rate.hour' : 'rate'));

  constructor() {
    effect(() => this.row.measure.set(this.measure()));
  }

  private options<Value extends string>(values: readonly Value[], labels: Record<Value, Label>): Option[] {
    return values.map((id) => ({ id, label: this.locale.label(labels[id]) }));
  }
}
