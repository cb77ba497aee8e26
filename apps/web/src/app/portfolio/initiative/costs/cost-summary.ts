import { Component, computed, inject } from '@angular/core';
import { AmountPipe, Format } from '@hoest/ui';
import { recordTexts } from '../../portfolio-texts';
import { InitiativeStore } from '../initiative-store';
import { costSummary } from './cost-years';

/** Plan against forecast in four lines, for the side of the page. */
@Component({
  selector: 'app-cost-summary',
  imports: [AmountPipe],
  template: `@if (rows().length) {
    <section class="sec thin" aria-labelledby="cost-summary">
      <h2 id="cost-summary">{{ t('costs.title') }}</h2>
      <p class="sub">{{ sub() }}</p>
      <table class="data">
        <thead>
          <tr>
            <td></td>
            <th scope="col" class="num">{{ t('costs.plan') }}</th>
            <th scope="col" class="num">{{ t('costs.forecast') }}</th>
            <th scope="col" class="num">{{ t('costs.deviation') }}</th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.row) {
            <tr [class.total]="row.row === 'total'">
              <th scope="row">{{ t(nameOf(row.row)) }}</th>
              <td class="num">
                @if (row.plan !== null) {
                  {{ row.plan | amount: { currency: currency() } }}
                } @else {
                  <span class="faint">{{ t('costs.notStated') }}</span>
                }
              </td>
              <td class="num">
                @if (row.expected !== null) {
                  {{ row.expected | amount: { currency: currency() } }}
                } @else {
                  <span class="faint">{{ t('costs.notStated') }}</span>
                }
              </td>
              <td class="num" [class.neg]="row.isLarge">
                @if (row.deviation !== null) {
                  {{ row.deviation | amount: { currency: currency(), signed: true } }}
                } @else {
                  <span class="faint">–</span>
                }
              </td>
            </tr>
          }
        </tbody>
      </table>
    </section>
  }`,
  styles: `
    :host {
      display: block;
    }
    .sub {
      margin-bottom: 6px;
    }
    th[scope='row'] {
      font-weight: inherit;
    }
  `,
})
export class CostSummary {
  protected readonly t = recordTexts.inject();
  private readonly store = inject(InitiativeStore);
  private readonly format = inject(Format);
  private readonly lines = computed(() => this.store.costs.value()?.items ?? []);
  protected readonly currency = computed(() => this.store.initiative()?.currency ?? '');
  protected readonly rows = computed(() => costSummary(this.lines(), this.currency()));
  protected readonly nameOf = (row: ReturnType<typeof costSummary>[number]['row']) => `costs.row.${row}` as const;
  protected readonly sub = computed(() => {
    const years = [...new Set(this.lines().flatMap(({ priceYear }) => (priceYear === null ? [] : [priceYear])))].sort();
    const unit = this.format.amountUnit(this.currency());
    const [only] = years;
    if (only === undefined) return this.t('costs.unit', { unit });
    return years.length === 1
      ? this.t('costs.unitYear', { unit, year: String(only) })
      : this.t('costs.unitYears', { unit, years: this.format.list(years.map(String)) });
  });
}
