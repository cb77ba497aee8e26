import { Component, computed, inject, input } from '@angular/core';
import { administrationTexts } from '../administration-texts';
import { OpenedRow } from './opened-row';

/** The filters find nothing: says what was sought, and drops them on demand. */
@Component({
  selector: 'app-nothing-listed',
  template: `<div class="sec thin">
    <p class="strong">{{ heading() }}</p>
    <p class="muted">
      {{ what() }}
      <button type="button" class="link" (click)="drop()">{{ t('search.dropAll') }}</button>
    </p>
  </div>`,
})
export class NothingFound {
  private readonly opened = inject(OpenedRow);
  protected readonly t = administrationTexts.inject();
  readonly heading = input.required<string>();
  /** Names of the filters in the address. */
  readonly filters = input.required<readonly string[]>();
  protected readonly what = computed(() => {
    const q = this.opened.filter('q');
    return q ? this.t('search.what', { q }) : this.t('search.filtered');
  });

  protected drop(): void {
    void this.opened.narrow(Object.fromEntries(['q', ...this.filters()].map((name) => [name, null])));
  }
}
