import { Component, inject, input } from '@angular/core';
import { UiLocale } from '../language/ui-locale';

const NAME = { da: 'Loft-indikator', en: 'Cap indicator' };

/** The star of a cap indicator; its accessible name comes before the indicator's own, unless a legend shows it (`decorative`). */
@Component({
  selector: 'ui-star',
  template: `<svg
    viewBox="0 0 12 12"
    [attr.role]="decorative() ? null : 'img'"
    [attr.aria-hidden]="decorative() ? true : null"
    [attr.aria-label]="decorative() ? null : locale.label(name)"
  >
    <path d="M6 .6l1.6 3.5 3.8.4-2.8 2.6.8 3.8L6 9l-3.4 1.9.8-3.8L.6 4.5l3.8-.4z" fill="currentColor" />
  </svg>`,
  styles: `
    :host {
      display: inline-block;
      color: var(--accent);
      vertical-align: -1px;
    }
    svg {
      width: 12px;
      height: 12px;
    }
  `,
})
export class StarMark {
  protected readonly locale = inject(UiLocale);
  readonly decorative = input(false);
  protected readonly name = NAME;
}
