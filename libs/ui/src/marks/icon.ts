import { Component, computed, input } from '@angular/core';

/** Drawn marks of controls; each is a path in a 12 × 12 box, stroked in the text's colour. */
const ICONS = {
  search: 'M8 8l3.4 3.4M8.6 5a3.6 3.6 0 1 1-7.2 0 3.6 3.6 0 0 1 7.2 0z',
  menu: 'M0 2h12M0 6h12M0 10h12',
  down: 'M2 4l4 4 4-4',
  up: 'M2 8l4-4 4 4',
  right: 'M4 2l4 4-4 4',
  left: 'M8 2L4 6l4 4',
  close: 'M2 2l8 8M10 2l-8 8',
  check: 'M1.5 6.5l3 3 6-7',
  box: 'M1.6 1.6h8.8v8.8H1.6z',
  refresh: 'M10.5 6A4.5 4.5 0 1 1 9 2.6M9.4.6v2.6H6.8',
  plus: 'M6 1v10M1 6h10',
  more: 'M1.5 6h.01M6 6h.01M10.5 6h.01',
  lock: 'M2.2 5.4h7.6v5.4H2.2zM4 5.4V3.6a2 2 0 0 1 4 0v1.8',
  external: 'M4.5 2H2v8h8V7.5M7 1.5h3.5V5M10.5 1.5L5.5 6.5',
} as const;
export type IconName = keyof typeof ICONS;

/** A control's mark, hidden from assistive technology; the word or the button's label says it. */
@Component({
  selector: 'ui-icon',
  template: `<svg viewBox="0 0 12 12" aria-hidden="true">
    <path
      [attr.d]="path()"
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </svg>`,
  styles: `
    :host {
      display: inline-block;
      flex: none;
    }
    svg {
      width: 12px;
      height: 12px;
    }
  `,
})
export class Icon {
  readonly name = input.required<IconName>();
  protected readonly path = computed(() => ICONS[this.name()]);
}
