import { Component, input, output } from '@angular/core';
import { exchangeTexts } from '../exchange-texts';

/** Something the file does not say: what was assumed, and the answer that it holds. Any other choice answers it too. */
@Component({
  selector: 'app-assumed',
  template: `<svg viewBox="0 0 12 12" aria-hidden="true"><path d="M6 .8 11.6 11H.4z" fill="currentColor" /></svg>
    <span
      >{{ text() }}
      @if (answerable()) {
        <button
          type="button"
          class="link"
          [attr.aria-label]="about() ? t('columns.rightNamed', { column: about() }) : null"
          (click)="right.emit()"
        >
          {{ t('columns.right') }}
        </button>
      }
    </span>`,
  styles: `
    :host {
      display: flex;
      gap: 6px;
      margin-top: 4px;
      color: var(--watch);
      font-size: var(--text-sm);
      line-height: 1.35;
    }
    svg {
      flex: none;
      width: 10px;
      height: 10px;
      margin-top: 4px;
      color: var(--watch-mark);
    }
    .link {
      min-height: var(--target-min);
    }
  `,
})
export class Assumed {
  protected readonly t = exchangeTexts.inject();
  readonly text = input.required<string>();
  /** Heading of the column it is about, for the button's name. */
  readonly about = input('');
  readonly answerable = input(false);
  readonly right = output();
}
