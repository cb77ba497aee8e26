import { Component, computed, inject, input } from '@angular/core';
import type { Overview } from '@hoest/contracts';
import { AmountPipe, DayPipe, Format } from '@hoest/ui';
import { OverviewStore } from '../overview-store';
import { overviewTexts } from '../overview-texts';
import { type MoneyYear, moneyYears } from './money-figures';

const ROWS = ['oneOff', 'operation', 'benefit'] as const;

/** Money out and in per year; the present and coming years are forecasts. */
@Component({
  selector: 'app-money-table',
  imports: [AmountPipe, DayPipe],
  templateUrl: './money-table.html',
})
export class MoneyTable {
  private readonly store = inject(OverviewStore);
  protected readonly format = inject(Format);
  protected readonly t = overviewTexts.inject();
  protected readonly rows = ROWS;
  readonly overview = input.required<Overview>();
  protected readonly years = computed<MoneyYear[]>(() => moneyYears(this.overview().money, this.store.step()));
  protected readonly undated = computed(() => {
    const { undatedCost } = this.overview();
    return BigInt(undatedCost) === 0n ? '' : this.format.amountWithUnit(undatedCost);
  });
}
