import { Component, computed, inject, input } from '@angular/core';
import type { Overview } from '@hoest/contracts';
import { Format } from '@hoest/ui';
import { overviewTexts } from '../overview-texts';
import { MoneyCurve } from './money-curve';

/** Promised, realised and expected money, accumulated: when it comes, and how far it is behind. */
@Component({
  selector: 'app-curve-section',
  imports: [MoneyCurve],
  template: `<section class="sec">
    <app-money-curve
      [points]="overview().curve"
      [drawnThrough]="drawnThrough()"
      [asOf]="overview().asOf"
      [currency]="overview().currency"
      [sub]="t('curve.sub', { from: from(), unit: format.amountUnit() })"
      [t]="t"
    />
  </section>`,
})
export class CurveSection {
  protected readonly format = inject(Format);
  protected readonly t = overviewTexts.inject();
  readonly overview = input.required<Overview>();

  /** The drawing ends with next year; the table and the file go on as far as the forecast does. */
  protected readonly drawnThrough = computed(() => `${Number(this.overview().asOf.slice(0, 4)) + 1}-12-01`);
  protected readonly from = computed(() => this.format.date(this.overview().curve[0]?.month ?? this.overview().asOf));
}
