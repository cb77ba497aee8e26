import { Component, computed, inject, input } from '@angular/core';
import type { ActualTotals } from '@hoest/contracts';
import { ScopeLink } from '../../shell/scope-link';
import { actualsTexts } from './actuals-texts';
import { ActualsWords } from './actuals-words';

interface Spending {
  benefitId: string;
  title: string;
  currency: string;
  lines: number;
  spent: bigint | null;
  budget: bigint | null;
  first: string;
  last: string;
}

const plus = (sum: bigint | null, minor: string | null) => (minor === null ? sum : (sum ?? 0n) + BigInt(minor));

/** What each benefit's accounts say about the year: spent, budgeted, and what is left of the budget. */
@Component({
  selector: 'app-benefit-spending',
  imports: [ScopeLink],
  template: `<table class="data stackable">
    <thead>
      <tr>
        <th scope="col">{{ t('column.benefit') }}</th>
        <th scope="col">{{ t('column.months') }}</th>
        <th scope="col" class="num">{{ t('column.lines') }}</th>
        <th scope="col" class="num">{{ t('column.spent') }}</th>
        <th scope="col" class="num">{{ t('column.budget') }}</th>
        <th scope="col" class="num">{{ t('column.left') }}</th>
      </tr>
    </thead>
    <tbody>
      @for (row of rows(); track row.key) {
        <tr class="top">
          <th scope="row" class="full">
            <a class="plain" [scopeLink]="['/benefits', row.benefitId]">{{ row.title }}</a>
          </th>
          <td class="nowrap">{{ row.months }}</td>
          <td class="num" [attr.data-label]="t('column.lines')">{{ row.lines }}</td>
          <td class="num" [attr.data-label]="t('column.spent')">{{ row.spent }}</td>
          <td class="num" [attr.data-label]="t('column.budget')">{{ row.budget }}</td>
          <td class="num" [attr.data-label]="t('column.left')">{{ row.left }}</td>
        </tr>
      }
    </tbody>
  </table>`,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class BenefitSpending {
  private readonly words = inject(ActualsWords);
  protected readonly t = actualsTexts.inject();
  readonly totals = input.required<ActualTotals>();

  protected readonly rows = computed(() => {
    const byBenefit = new Map<string, Spending>();
    for (const { benefitId, benefitTitle, month, currency, lines, spentMinor, budgetMinor } of this.totals().items) {
      const key = `${benefitId} ${currency}`;
      const former = byBenefit.get(key);
      byBenefit.set(key, {
        ...{ benefitId, currency, title: benefitTitle },
        lines: lines + (former?.lines ?? 0),
        spent: plus(former?.spent ?? null, spentMinor),
        budget: plus(former?.budget ?? null, budgetMinor),
        first: former && former.first < month ? former.first : month,
        last: former && former.last > month ? former.last : month,
      });
    }
    const text = (minor: bigint | null, currency: string) => this.words.amount(minor?.toString() ?? null, currency);
    return [...byBenefit]
      .sort(([, a], [, b]) => a.title.localeCompare(b.title, 'da'))
      .map(([key, { spent, budget, first, last, ...row }]) => ({
        ...row,
        key,
        months: this.words.months(first, last),
        spent: text(spent, row.currency),
        budget: text(budget, row.currency),
        left: text(budget === null ? null : budget - (spent ?? 0n), row.currency),
      }));
  });
}
