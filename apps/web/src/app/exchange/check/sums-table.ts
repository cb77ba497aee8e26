import { Component, computed, inject, input } from '@angular/core';
import type { ImportRecord } from '@hoest/contracts';
import { TARGET_RULES } from '@hoest/exchange';
import { Format, NumberPipe, UiLocale } from '@hoest/ui';
import { exchangeTexts } from '../exchange-texts';

/** What each column of amounts adds up to, in its own unit, to be held against the file. */
@Component({
  selector: 'app-sums-table',
  imports: [NumberPipe],
  template: `<table class="data stackable">
    <thead>
      <tr>
        <th scope="col">{{ t('columns.column') }}</th>
        <th scope="col">{{ t('columns.field') }}</th>
        <th scope="col" class="num">{{ t('sums.numeric') }}</th>
        <th scope="col" class="num">{{ t('sums.withheld') }}</th>
        <th scope="col" class="num">{{ t('sums.text') }}</th>
        <th scope="col" class="num">{{ t('sums.blank') }}</th>
        <th scope="col" class="num">{{ t('sums.sum') }}</th>
        <th scope="col">{{ t('sums.unit') }}</th>
      </tr>
    </thead>
    <tbody>
      @for (sum of sums(); track $index) {
        <tr class="top">
          <th scope="row" class="full strong">{{ sum.heading }}</th>
          <td class="full">{{ sum.field }}</td>
          <td class="num" [attr.data-label]="t('sums.numeric')">{{ sum.numeric | number }}</td>
          <td class="num" [attr.data-label]="t('sums.withheld')">{{ sum.withheld | number }}</td>
          <td class="num" [attr.data-label]="t('sums.text')">{{ sum.text | number }}</td>
          <td class="num" [attr.data-label]="t('sums.blank')">{{ sum.blank | number }}</td>
          <td class="num strong" [attr.data-label]="t('sums.sum')">{{ sum.sum }}</td>
          <td class="muted">{{ sum.unit }}</td>
        </tr>
      }
    </tbody>
  </table>`,
  styles: `
    :host {
      display: block;
    }
    tbody th.strong {
      font-weight: var(--weight-medium);
    }
  `,
})
export class SumsTable {
  private readonly format = inject(Format);
  private readonly locale = inject(UiLocale);
  protected readonly t = exchangeTexts.inject();
  readonly record = input.required<ImportRecord>();

  protected readonly sums = computed(() => {
    const { sums, columns } = this.record();
    return (sums ?? []).map((sum) => {
      const unit = columns.find(({ heading, target }) => heading === sum.heading && target === sum.target)?.unit;
      return {
        ...sum,
        field: this.locale.label(TARGET_RULES[sum.target].label),
        sum: this.format.number(sum.sum, { maxDecimals: 6 }),
        unit: [unit && unit !== 'one' ? this.t(`scale.${unit}`) : '', sum.currency].filter(Boolean).join(' '),
      };
    });
  });
}
