import { Component, computed, inject, input } from '@angular/core';
import { actualRoutes } from '@hoest/contracts';
import { Format } from '@hoest/ui';
import { readPages } from '../../api/read-pages';
import { ReadingState } from '../../shell/reading-state';
import { ScopeLink } from '../../shell/scope-link';
import { actualsTexts } from './actuals-texts';
import { ActualsWords } from './actuals-words';

/** Kinds of match a list of lines may be narrowed to, those that need somebody first. */
export const LINE_TABS = ['unmatched', 'ambiguous', 'matched'] as const;
export type LineTab = (typeof LINE_TABS)[number];

/** Single lines as they were booked, newest month first. */
@Component({
  selector: 'app-lines-list',
  imports: [ReadingState, ScopeLink],
  template: `@if (lines.value()) {
      @if (rows().length) {
        <table class="data stackable">
          <thead>
            <tr>
              <th scope="col">{{ t('column.month') }}</th>
              <th scope="col">{{ t('column.place') }}</th>
              <th scope="col">{{ t('column.text') }}</th>
              <th scope="col">{{ t('column.voucher') }}</th>
              <th scope="col">{{ t('column.benefit') }}</th>
              <th scope="col" class="num">{{ t('column.spent') }}</th>
              <th scope="col" class="num">{{ t('column.budget') }}</th>
            </tr>
          </thead>
          <tbody>
            @for (row of rows(); track row.id) {
              <tr class="top">
                <td class="nowrap">{{ row.when }}</td>
                <th scope="row" class="full strong">{{ row.place }}</th>
                <td class="full">{{ row.text }}</td>
                <td class="sub">{{ row.postingRef }}</td>
                <td class="full">
                  @if (row.benefit; as benefit) {
                    <a class="plain" [scopeLink]="['/benefits', benefit.id]">{{ benefit.title }}</a>
                  } @else {
                    <span class="muted">{{ t(row.match === 'ambiguous' ? 'tab.ambiguous' : 'tab.unmatched') }}</span>
                  }
                </td>
                <td class="num" [attr.data-label]="t('column.spent')">{{ row.spent }}</td>
                <td class="num" [attr.data-label]="t('column.budget')">{{ row.budget }}</td>
              </tr>
            }
          </tbody>
        </table>
        @if (lines.hasMore()) {
          <p class="more">
            <button type="button" class="btn" [disabled]="lines.readingMore()" (click)="lines.more()">
              {{ t('more') }}
            </button>
          </p>
        }
      } @else {
        <p class="muted">{{ t('lines.none') }}</p>
      }
    } @else {
      <app-reading [of]="lines" [rows]="8" />
    }`,
  styles: `
    :host {
      display: block;
    }
    .more {
      margin-top: var(--space-4);
    }
  `,
})
export class LinesList {
  private readonly format = inject(Format);
  private readonly words = inject(ActualsWords);
  protected readonly t = actualsTexts.inject();
  readonly tab = input<LineTab>();
  /** Only what this import wrote last. */
  readonly importId = input<string>();
  readonly months = input.required<{ from: string; to: string }>();

  protected readonly lines = readPages(
    actualRoutes.listActuals,
    () => {
      const [tab, importId, { from, to }] = [this.tab(), this.importId(), this.months()];
      return {
        query: {
          limit: 50,
          ...(tab && { 'filter[match]': tab }),
          // An import is shown whole, whatever year its lines are of.
          ...(importId ? { 'filter[importId]': importId } : { 'filter[month][gte]': from, 'filter[month][lte]': to }),
        },
      };
    },
    { topics: ['finance'], keep: true },
  );
  protected readonly rows = computed(() =>
    this.lines.items().map((line) => ({
      ...line,
      when: this.format.date(line.month, 'month'),
      place: this.words.place(line),
      spent: this.words.amount(line.amountMinor, line.currency),
      budget: this.words.amount(line.budgetMinor, line.currency),
    })),
  );
}
