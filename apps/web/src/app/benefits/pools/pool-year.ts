import { Component, computed, input, output } from '@angular/core';
import { benefitsTexts } from '../benefits-texts';

const YEARS_BACK = 3;
const YEARS_AHEAD = 4;

/** Chooses the year that claims are shown for. */
@Component({
  selector: 'app-pool-year',
  template: `<label>
    <span class="muted">{{ t('pools.year') }}</span>
    <select #choice class="input" (change)="chosen.emit(+choice.value)">
      @for (one of years(); track one) {
        <option [value]="one" [selected]="one === year()">{{ one }}</option>
      }
    </select>
  </label>`,
  styles: `
    label {
      display: inline-flex;
      gap: var(--space-2);
      align-items: center;
    }
    select {
      width: auto;
    }
  `,
})
export class PoolYear {
  protected readonly t = benefitsTexts.inject();
  readonly year = input.required<number>();
  /** The year of today. */
  readonly now = input.required<number>();
  readonly chosen = output<number>();
  protected readonly years = computed(() => {
    const from = Math.min(this.now() - YEARS_BACK, this.year());
    const count = Math.max(this.now() + YEARS_AHEAD, this.year()) - from + 1;
    return Array.from({ length: count }, (_, index) => from + index);
  });
}
