import { Component, computed, inject } from '@angular/core';
import { ledgerRoutes } from '@hoest/contracts';
import { Format } from '@hoest/ui';
import { read } from '../../api/read';
import { MoneyCurve, sentence } from '../../overview/public';
import { ReadingState } from '../../shell/reading-state';
import { FINANCE_TOPICS, FinanceStore } from '../finance-store';
import { financeTexts } from '../finance-texts';
import { accumulated } from './curve-points';

/** Expected, realised and forecast money of the year, accumulated: when it comes, and how far it is behind. */
@Component({
  selector: 'app-finance-curve',
  imports: [MoneyCurve, ReadingState],
  template: `<section class="sec">
    @if (curve.value(); as value) {
      <app-money-curve
        [points]="points()"
        [asOf]="value.asOf"
        [currency]="value.currency"
        [sub]="t('curve.sub', { year: yearText(), unit: capitalised(format.amountUnit(value.currency)) })"
        [t]="t"
      />
    } @else {
      <app-reading [of]="curve" [rows]="8" />
    }
  </section>`,
})
export class FinanceCurve {
  private readonly store = inject(FinanceStore);
  protected readonly format = inject(Format);
  protected readonly t = financeTexts.inject();
  protected readonly capitalised = sentence;

  protected readonly curve = read(ledgerRoutes.readCurve, () => ({ query: this.store.ledgerQuery() }), {
    topics: FINANCE_TOPICS,
    keep: true,
  });
  protected readonly points = computed(() => accumulated(this.curve.value()?.items ?? []));
  protected readonly yearText = computed(() => String(this.store.view().year));
}
