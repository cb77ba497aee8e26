import { Component, inject, input } from '@angular/core';
import { RUNG_LABELS, rungNumber } from '@hoest/finance';
import { AmountPipe, Format, LabelPipe, LadderMark } from '@hoest/ui';
import { financeTexts } from '../finance-texts';
import { period } from '../period-words';
import { ClaimActions, type FinanceEntry } from './claim-actions';

/** Entries of the books, latest first. Nothing in them is changed: what was wrong is reversed by a new, dated entry. */
@Component({
  selector: 'app-entry-list',
  imports: [AmountPipe, LabelPipe, LadderMark],
  template: `@if (entries().length) {
      <ul>
        @for (entry of entries(); track entry.id) {
          <li [class.undone]="entry.reversedById">
            <span>
              <ui-ladder [rung]="number(entry)" [iconOnly]="true" />&ngsp;{{ labels[entry.rung] | label }}&ngsp;
              <span class="muted">{{ months(entry) }}</span>
              <span class="faint small detail">{{
                t('entries.by', {
                  month: monthWord(entry.bookedMonth),
                  reporter: entry.enteredByName,
                  validator: entry.validatedByName,
                })
              }}</span>
              @if (entry.reversesId) {
                <span class="tag">{{ t('claim.reversal') }}</span>
              }
              @if (entry.reversedById) {
                <span class="tag">{{ t('entries.reversed') }}</span>
              } @else if (mayReverse() && !entry.reversesId) {
                <button type="button" class="link small" (click)="actions.reverse(entry, title())">
                  {{ t('reverse.open') }}
                </button>
              }
            </span>
            <span class="num"
              >{{ entry.amountMinor | amount: { currency: entry.currency } }}&ngsp;
              <span class="unit">{{ format.amountUnit(entry.currency) }}</span></span
            >
          </li>
        }
      </ul>
    } @else {
      <p class="muted">{{ t('entries.none') }}</p>
    }`,
  styles: `
    li {
      display: flex;
      justify-content: space-between;
      gap: var(--space-3);
      padding: 7px 0;
      border-bottom: 1px solid var(--rule);
    }
    .detail {
      display: block;
    }
    .undone .num {
      color: var(--ink-3);
      text-decoration: line-through;
    }
    .tag,
    .link {
      margin-right: 8px;
    }
  `,
})
export class EntryList {
  protected readonly format = inject(Format);
  protected readonly actions = inject(ClaimActions);
  protected readonly t = financeTexts.inject();
  readonly entries = input.required<readonly FinanceEntry[]>();
  /** Title of the benefit. */
  readonly title = input.required<string>();
  readonly mayReverse = input(false);
  protected readonly labels = RUNG_LABELS;

  protected number({ rung }: FinanceEntry): 1 | 2 | 3 | 4 {
    return rungNumber(rung);
  }

  protected months({ monthFrom, monthTo }: FinanceEntry): string {
    return period(monthFrom, monthTo, this.t, this.format, 'month');
  }

  protected monthWord(month: string): string {
    return this.format.date(month, 'long-month');
  }
}
