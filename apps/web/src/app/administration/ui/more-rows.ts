import { Component, computed, inject, input } from '@angular/core';
import { Format, Icon } from '@hoest/ui';
import type { PagedReading } from '../../api/read-pages';
import { administrationTexts } from '../administration-texts';

/** The end of a list that is read page by page: how much is shown, and a button for more. */
@Component({
  selector: 'app-more-rows',
  imports: [Icon],
  template: `@if (list().hasMore()) {
      <p>
        <button type="button" class="btn" [disabled]="list().readingMore()" (click)="list().more()">
          <ui-icon name="down" /> {{ list().readingMore() ? t('more.reading') : t('more') }}
        </button>
        <span class="sub">{{ t('more.shown', { shown: list().items().length, total: total() }) }}</span>
      </p>
    }
    @if (list().moreProblem(); as failed) {
      <p class="deviation-text" role="alert">{{ failed.problem.title }} {{ failed.problem.detail }}</p>
    }`,
  styles: `
    p {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-3);
      margin-top: var(--space-4);
    }
  `,
})
export class MoreRows {
  private readonly format = inject(Format);
  protected readonly t = administrationTexts.inject();
  readonly list = input.required<PagedReading<unknown, unknown>>();
  protected readonly total = computed(() => {
    const total = this.list().total() ?? 0;
    return typeof total === 'number'
      ? this.format.number(total)
      : this.t('atLeast', { n: this.format.number(total.atLeast) });
  });
}
