import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { addMonths, type CalendarDate } from '@hoest/quantities';
import { Format, UiControl, UiLocale } from '@hoest/ui';
import { FinanceStore } from './finance-store';
import { financeTexts } from './finance-texts';

/** Years before and after the one shown that can be chosen. */
const YEARS_BACK = 3;
const YEARS_AHEAD = 1;

/** What the page counts: year, which benefits, in whose prices, in which unit, and as of now or as a month was closed. */
@Component({
  selector: 'app-finance-controls',
  imports: [RouterLink, UiControl],
  template: `<div class="bar">
    <label>
      <span class="muted">{{ t('choose.year') }}</span>
      <select #year uiControl class="input" (change)="chooseYear(year.value)">
        @for (one of years(); track one) {
          <option [value]="one" [selected]="one === view().year">{{ one }}</option>
        }
      </select>
    </label>
    <div class="seg" role="group" [attr.aria-label]="t('choose.classes')">
      @for (one of classes; track one) {
        <a
          [routerLink]="[]"
          [queryParams]="store.linkTo({ classes: one })"
          [attr.aria-current]="view().classes === one ? 'true' : null"
          >{{ classWord(one) }}</a
        >
      }
    </div>
    <div class="seg" role="group" [attr.aria-label]="t('choose.prices')">
      @for (one of levels; track one) {
        <a
          [routerLink]="[]"
          [queryParams]="store.linkTo({ priceLevel: one, priceYear: null })"
          [attr.aria-current]="view().priceLevel === one ? 'true' : null"
          >{{ priceWord(one) }}</a
        >
      }
    </div>
    @if (view().priceLevel === 'fixed') {
      <label>
        <span class="muted">{{ t('choose.priceYear') }}</span>
        <select #priceYear uiControl class="input" (change)="choosePriceYear(priceYear.value)">
          @for (one of years(); track one) {
            <option [value]="one" [selected]="one === (view().priceYear ?? view().year)">{{ one }}</option>
          }
        </select>
      </label>
    }
    <div class="seg" role="group" [attr.aria-label]="t('choose.unit')">
      @for (one of units; track one) {
        <a
          [routerLink]="[]"
          [queryParams]="store.linkTo({ amounts: one })"
          [attr.aria-current]="locale.amountUnit() === one ? 'true' : null"
          >{{ unitWord(one) }}</a
        >
      }
    </div>
    @if (closings().length) {
      <label>
        <span class="muted">{{ t('choose.figures') }}</span>
        <select #closed uiControl class="input" (change)="chooseClosing(closed.value)">
          <option value="" [selected]="view().closed === null">{{ t('figures.now') }}</option>
          @for (one of closings(); track one.month) {
            <option [value]="one.month" [selected]="one.month === view().closed">{{ one.words }}</option>
          }
        </select>
      </label>
    }
  </div>`,
  styles: `
    /* The page's row lays them out, so that what follows can stand on the last line. */
    :host,
    .bar {
      display: contents;
    }
    label {
      display: inline-flex;
      align-items: center;
      gap: 6px;
    }
    select {
      width: auto;
    }
    @media (max-width: 720px) {
      label,
      .seg {
        flex: 1 1 100%;
      }
      .seg > a {
        flex: 1;
        justify-content: center;
        min-height: 40px;
      }
      select {
        flex: 1;
      }
    }
  `,
})
export class FinanceControls {
  protected readonly store = inject(FinanceStore);
  protected readonly locale = inject(UiLocale);
  private readonly format = inject(Format);
  protected readonly t = financeTexts.inject();

  protected readonly view = this.store.view;
  protected readonly classes = ['cash', 'all'] as const;
  protected readonly levels = ['current', 'fixed'] as const;
  protected readonly units = ['thousand', 'million'] as const;

  protected readonly years = computed(() => {
    const today = Number(this.store.today().slice(0, 4));
    const { year, priceYear } = this.view();
    const around = Array.from({ length: YEARS_BACK + YEARS_AHEAD + 1 }, (_, index) => today - YEARS_BACK + index);
    return [...new Set([...around, year, ...(priceYear === null ? [] : [priceYear])])].sort((a, b) => b - a);
  });
  /** Closings that froze figures of the year shown, latest first. */
  protected readonly closings = computed(() => {
    const { year, closed } = this.view();
    const months = (this.store.periods.value()?.items ?? []).map(({ month }) => month);
    const known = [...new Set([...months, ...(closed ? [closed] : [])])].sort().reverse();
    return known
      .filter((month) => month >= `${year}-01-01` && month <= addMonths(`${year}-12-01`, 12))
      .map((month) => ({ month, words: this.t('figures.closed', { month: this.monthWord(month) }) }));
  });
  protected readonly currencyWord = computed(() => {
    const currency = this.store.ledger.value()?.currency ?? this.locale.currency();
    return currency === 'DKK' && this.locale.language() === 'da' ? 'kr.' : currency;
  });

  protected classWord(one: 'cash' | 'all'): string {
    return this.t(`classes.${one}`);
  }

  protected priceWord(one: 'current' | 'fixed'): string {
    return this.t(`prices.${one}`);
  }

  protected unitWord(one: 'thousand' | 'million'): string {
    return this.t(`unit.${one}`, { currency: this.currencyWord() });
  }

  protected chooseYear(year: string): void {
    void this.store.show({ year: Number(year), closed: null, behind: null });
  }

  protected choosePriceYear(year: string): void {
    void this.store.show({ priceYear: Number(year) === this.view().year ? null : Number(year) });
  }

  protected chooseClosing(month: string): void {
    void this.store.show({ closed: month || null });
  }

  private monthWord(month: CalendarDate): string {
    return this.format.date(month, 'long-month');
  }
}
