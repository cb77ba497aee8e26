import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AmountPipe, Format } from '@hoest/ui';
import { ScopeLink } from '../../shell/scope-link';
import { FinanceStore } from '../finance-store';
import { financeTexts } from '../finance-texts';
import { amountOf, isLevel, type WaterfallStep } from './waterfall-steps';

const MOST_SHOWN = 50;

/** The benefits behind one bar of the waterfall, most money first. */
@Component({
  selector: 'app-behind-section',
  imports: [AmountPipe, RouterLink, ScopeLink],
  template: `@if (step(); as step) {
    <section class="sec" aria-labelledby="behind-title">
      <div class="sechead">
        <h2 id="behind-title">{{ t('behind.title', { step: name(step), n: rows().length }) }}</h2>
        <span class="sub">{{ t('behind.sub', { amount: total(), unit: unit() }) }}</span>
        <a class="end small" [routerLink]="[]" [queryParams]="store.linkTo({ behind: null })">{{
          t('behind.close')
        }}</a>
      </div>
      @if (rows().length) {
        <table class="data stackable" aria-labelledby="behind-title">
          <thead>
            <tr>
              <th scope="col">{{ t('column.benefit') }}</th>
              <th scope="col">{{ t('column.unit') }}</th>
              <th scope="col">{{ t('column.owner') }}</th>
              <th scope="col" class="num">{{ name(step) }}</th>
              <th scope="col" class="num">{{ t('column.promised') }}</th>
            </tr>
          </thead>
          <tbody>
            @for (row of rows().slice(0, most); track row.item.benefitId) {
              <tr class="top">
                <th scope="row" class="full">
                  <a class="plain" [scopeLink]="['/benefits', row.item.benefitId]">{{ row.item.title }}</a>
                  <br /><span class="muted">{{ row.item.initiativeCode }} · {{ row.item.initiativeTitle }}</span>
                </th>
                <td class="muted full">{{ row.item.unitName }}</td>
                <td class="muted full">{{ row.item.ownerName ?? t('none') }}</td>
                <td class="num" [attr.data-label]="name(step)">{{ row.amount | amount: { currency: currency() } }}</td>
                <td class="num" [attr.data-label]="t('column.promised')">
                  {{ row.item.leakage.promised | amount: { currency: currency() } }}
                </td>
              </tr>
            }
          </tbody>
        </table>
        @if (rows().length > most) {
          <p class="src">{{ t('behind.more', { n: rows().length - most }) }}</p>
        }
      } @else {
        <p class="muted">{{ t('behind.none') }}</p>
      }
    </section>
  }`,
})
export class BehindSection {
  protected readonly store = inject(FinanceStore);
  private readonly format = inject(Format);
  protected readonly t = financeTexts.inject();
  protected readonly most = MOST_SHOWN;

  protected readonly step = computed(() => this.store.view().behind);
  protected readonly currency = computed(() => this.store.ledger.value()?.currency);
  protected readonly unit = computed(() => this.format.amountUnit(this.currency()));
  protected readonly rows = computed(() => {
    const step = this.step();
    if (step === null) return [];
    return this.store.shownItems().map((item) => ({ item, amount: this.signed(amountOf(item.leakage, step), step) }));
  });
  protected readonly total = computed(() => {
    const sum = this.rows().reduce((all, { amount }) => all + amount, 0n);
    return this.format.amount(sum, { currency: this.currency() });
  });

  protected name(step: WaterfallStep | 'surplus'): string {
    return step === 'surplus' ? this.t('leakage.step.surplus') : this.t(`leakage.step.${step}`).replace('|', ' ');
  }

  /** What did not come is written with a minus, as in the waterfall. */
  private signed(amount: bigint, step: WaterfallStep | 'surplus'): bigint {
    return step === 'surplus' || isLevel(step) ? amount : -amount;
  }
}
