import { Component, computed, inject, input, signal } from '@angular/core';
import { isMoneyTarget, MONEY_SCALES } from '@hoest/exchange';
import { exchangeTexts } from '../exchange-texts';
import { ImportStore } from '../wizard/import-store';
import { Assumed } from './assumed';
import { chooseMoney, type ImportColumn } from './column-choice';
import { ColumnEditing } from './column-editing';
import { isCurrency } from './currencies';

/** How the amounts of a column are read: what they count in, their currency, and the year of a cost. */
@Component({
  selector: 'app-column-money',
  imports: [Assumed],
  template: `@if (isMoney()) {
    <div class="money">
      <select
        #unit
        class="input"
        [attr.aria-label]="t('columns.unitOf', { column: column().heading })"
        [disabled]="!store.editable()"
        (change)="chooseUnit(unit.value)"
      >
        @for (scale of scales; track scale.id) {
          <option [value]="scale.id" [selected]="scale.id === column().unit">{{ t(scale.label) }}</option>
        }
      </select>
      <input
        #currency
        class="input code"
        type="text"
        maxlength="3"
        list="known-currencies"
        autocomplete="off"
        spellcheck="false"
        [attr.aria-label]="t('columns.currencyOf', { column: column().heading })"
        [disabled]="!store.editable()"
        [value]="column().currency ?? ''"
        (change)="chooseCurrency(currency.value)"
      />
      @if (takesYear()) {
        <input
          #year
          class="input year"
          type="text"
          inputmode="numeric"
          maxlength="4"
          autocomplete="off"
          [placeholder]="t('columns.noYear')"
          [attr.aria-label]="t('columns.yearOf', { column: column().heading })"
          [disabled]="!store.editable()"
          [value]="column().year ?? ''"
          (change)="chooseYear(year.value)"
        />
      }
    </div>
    @if (fault(); as fault) {
      <p class="deviation-text small" role="alert">{{ fault }}</p>
    }
    @if (column().assumptions.length) {
      <app-assumed [text]="assumed()" [about]="column().heading" [answerable]="store.editable()" (right)="confirm()" />
    }
  }`,
  styles: `
    :host {
      display: block;
    }
    .money {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
    }
    select {
      flex: 1 1 120px;
      min-width: 120px;
    }
    .code {
      flex: none;
      width: 76px;
    }
    .year {
      flex: none;
      width: 86px;
    }
    @media screen and (max-width: 720px) {
      .money {
        margin-top: 4px;
      }
      .code,
      .year {
        width: 100px;
      }
    }
  `,
})
export class ColumnMoney {
  protected readonly store = inject(ImportStore);
  private readonly editing = inject(ColumnEditing);
  protected readonly t = exchangeTexts.inject();
  readonly column = input.required<ImportColumn>();

  protected readonly scales = MONEY_SCALES.map((id) => ({ id, label: `scale.${id}` as const }));
  protected readonly isMoney = computed(() => {
    const { target } = this.column();
    return target !== null && isMoneyTarget(target);
  });
  /** Only costs belong to single years. */
  protected readonly takesYear = computed(() => this.column().target?.startsWith('cost') ?? false);
  /** What the file does not say about the amounts. */
  protected readonly assumed = computed(() => {
    const { assumptions } = this.column();
    const both = assumptions.includes('currency') && assumptions.includes('scale');
    return this.t(both ? 'assumed.both' : assumptions.includes('scale') ? 'assumed.scale' : 'assumed.currency');
  });
  /** What was typed and cannot be. */
  protected readonly fault = signal<string | undefined>(undefined);

  protected chooseUnit(value: string): void {
    const unit = MONEY_SCALES.find((known) => known === value);
    if (unit) this.save({ unit });
  }

  protected chooseCurrency(text: string): void {
    const currency = text.trim().toUpperCase();
    this.fault.set(isCurrency(currency) ? undefined : this.t('columns.currencyFault'));
    if (isCurrency(currency)) this.save({ currency });
  }

  protected chooseYear(text: string): void {
    const year = text.trim() === '' ? null : Number(text.trim());
    const valid = year === null || (Number.isInteger(year) && year >= 1990 && year <= 2100);
    this.fault.set(valid ? undefined : this.t('columns.yearFault'));
    if (valid) this.save({ year });
  }

  /** What was assumed about the amounts holds. */
  protected confirm(): void {
    const { unit, currency } = this.column();
    this.save({ unit, currency });
  }

  private save(money: Parameters<typeof chooseMoney>[1]): void {
    this.editing.save(this.column(), (column) => chooseMoney(column, money), money);
  }
}
