import { Component, computed, input } from '@angular/core';
import { injectUiText } from '../language/ui-texts';

const WIDTHS = [62, 84, 48, 71, 56, 78];

/** Grey lines at the final row height, for what takes longer than 300 ms; `rows` as many as are expected. */
@Component({
  selector: 'ui-skeleton',
  template: `<span class="visually-hidden" role="status">{{ t('loading') }}</span>
    @for (width of lines(); track $index) {
      <div class="row" aria-hidden="true"><i [style.width.%]="width"></i></div>
    }`,
  styles: `
    :host {
      display: block;
    }
    .row {
      display: flex;
      align-items: center;
      height: var(--row);
    }
    i {
      display: block;
      height: 10px;
      border-radius: var(--radius-1);
      background: var(--unknown-soft);
    }
  `,
})
export class Skeleton {
  protected readonly t = injectUiText();
  readonly rows = input(3);
  protected readonly lines = computed(() =>
    Array.from({ length: this.rows() }, (_, index) => WIDTHS[index % WIDTHS.length]),
  );
}
