import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Dialogs, Format, Icon } from '@hoest/ui';
import { ReadingState } from '../../shell/reading-state';
import { sentence, ShowAll } from '../../overview/public';
import { FinanceStore } from '../finance-store';
import { financeTexts } from '../finance-texts';
import { CloseDialog, type CloseRequest } from './close-dialog';

const FEW = 4;

/** Closed accounting months, by whom and when, with their figures; and the one that can be closed next. */
@Component({
  selector: 'app-periods-section',
  imports: [Icon, ReadingState, RouterLink, ShowAll],
  template: `<section class="sec" aria-labelledby="periods-title">
    <div class="sechead">
      <h2 id="periods-title">{{ t('periods.title') }}</h2>
      @if (items().length > few) {
        <app-show-all
          class="end"
          name="periods"
          controls="periods-rows"
          [all]="all()"
          [more]="t('showAll', { n: items().length })"
          [fewer]="t('showFewer')"
        />
      }
    </div>
    @if (store.periods.value(); as periods) {
      @if (periods.next; as next) {
        <div class="next">
          <p>
            <b>{{ t('periods.next', { month: sentence(word(next)) }) }}</b>&ngsp;
            <span class="muted">{{
              periods.waitingInNext ? t('periods.waiting', { n: periods.waitingInNext }) : t('periods.nothingWaits')
            }}</span>
          </p>
          @if (store.mayClose()) {
            <button type="button" class="btn print-hidden" (click)="close(next, periods.waitingInNext)">
              {{ t('periods.close', { month: word(next) }) }}
            </button>
          }
        </div>
      }
      @if (items().length) {
        <ul id="periods-rows">
          @for (period of shown(); track period.month) {
            <li>
              <span>
                <ui-icon name="lock" />&ngsp;<b>{{ sentence(word(period.month)) }}</b
                >&ngsp;
                <span class="muted small detail">{{
                  t('periods.closedBy', {
                    name: period.closedByName,
                    date: format.date(format.dateOf(period.closedAt)),
                  })
                }}</span>
                @if (period.note) {
                  <span class="muted small detail">{{ period.note }}</span>
                }
              </span>
              @if (store.view().closed === period.month) {
                <a class="small" [routerLink]="[]" [queryParams]="store.linkTo({ closed: null })">{{
                  t('figures.showNow')
                }}</a>
              } @else {
                <a
                  class="small"
                  [routerLink]="[]"
                  [queryParams]="store.linkTo({ closed: period.month })"
                  [attr.aria-label]="t('periods.figures') + ', ' + t('figures.closed', { month: word(period.month) })"
                  >{{ t('periods.figures') }}</a
                >
              }
            </li>
          }
        </ul>
        <p class="src">{{ t('periods.corrections') }}</p>
      } @else {
        <p class="muted">{{ t('periods.none') }}</p>
      }
    } @else {
      <app-reading [of]="store.periods" [rows]="4" />
    }
  </section>`,
  styles: `
    .next {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--space-2) var(--space-4);
      padding: var(--space-2) 0;
      border-bottom: 1px solid var(--rule);
    }
    li {
      display: flex;
      align-items: baseline;
      justify-content: space-between;
      gap: var(--space-3);
      padding: 7px 0;
      border-bottom: 1px solid var(--rule);
    }
    .detail {
      display: block;
    }
    ui-icon {
      vertical-align: -1px;
    }
  `,
})
export class PeriodsSection {
  protected readonly store = inject(FinanceStore);
  private readonly dialogs = inject(Dialogs);
  protected readonly format = inject(Format);
  protected readonly t = financeTexts.inject();
  protected readonly few = FEW;
  protected readonly sentence = sentence;
  protected readonly items = computed(() => this.store.periods.value()?.items ?? []);
  protected readonly all = computed(() => this.store.listed('periods'));
  protected readonly shown = computed(() => this.items().slice(0, this.all() ? undefined : FEW));

  protected word(month: string): string {
    return this.format.date(month, 'long-month');
  }

  protected close(month: string, waiting: number): void {
    this.dialogs.open<void, CloseRequest>(CloseDialog, {
      data: { month, word: this.word(month), waiting, done: () => this.store.periods.reload() },
    });
  }
}
