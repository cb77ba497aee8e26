import { Component, computed, inject, input, output } from '@angular/core';
import type { ActualAccount } from '@hoest/contracts';
import { ScopeLink } from '../../shell/scope-link';
import { actualsTexts } from './actuals-texts';
import { ActualsWords } from './actuals-words';

/** Accounts that belong to no benefit yet, or that several claim; each with the way to decide it. */
@Component({
  selector: 'app-open-accounts',
  imports: [ScopeLink],
  template: `<table class="data stackable">
    <thead>
      <tr>
        <th scope="col">{{ t('column.place') }}</th>
        <th scope="col">{{ t('column.texts') }}</th>
        <th scope="col">{{ t('column.months') }}</th>
        <th scope="col" class="num">{{ t('column.lines') }}</th>
        <th scope="col" class="num">{{ t('column.spent') }}</th>
        <td></td>
      </tr>
    </thead>
    <tbody>
      @for (row of rows(); track row.key) {
        <tr>
          <th scope="row" class="full strong">{{ row.place }}</th>
          <td class="full">
            {{ row.texts }}
            @if (row.account.candidates.length) {
              <span class="muted small claims"
                >{{ t('claimedBy') }}
                @for (one of row.account.candidates; track one.id) {
                  <a [scopeLink]="['/benefits', one.id]">{{ one.title }}</a>{{ $last ? '' : ', ' }}
                }
              </span>
            }
          </td>
          <td class="nowrap">{{ row.months }}</td>
          <td class="num" [attr.data-label]="t('column.lines')">{{ row.account.lines }}</td>
          <td class="num" [attr.data-label]="t('column.spent')">{{ row.spent }}</td>
          <td class="num">
            @if (mayMatch()) {
              <button
                type="button"
                class="btn"
                [attr.aria-label]="t('match.named', { place: row.place })"
                (click)="match.emit(row.account)"
              >
                {{ t('match.open') }}
              </button>
            }
          </td>
        </tr>
      }
    </tbody>
  </table>`,
  styles: `
    :host {
      display: block;
    }
    .claims {
      display: block;
    }
  `,
})
export class OpenAccounts {
  private readonly words = inject(ActualsWords);
  protected readonly t = actualsTexts.inject();
  readonly accounts = input.required<readonly ActualAccount[]>();
  readonly mayMatch = input.required<boolean>();
  readonly match = output<ActualAccount>();

  protected readonly rows = computed(() =>
    this.accounts().map((account) => ({
      account,
      key: JSON.stringify([account.account, account.costCentre, account.currency, account.candidates]),
      place: this.words.place(account),
      texts: account.texts.join(' · '),
      months: this.words.months(account.firstMonth, account.lastMonth),
      spent: this.words.amount(account.spentMinor, account.currency),
    })),
  );
}
