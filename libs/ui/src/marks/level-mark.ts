import { Component, computed, inject, input } from '@angular/core';
import { UiLocale } from '../language/ui-locale';

export const LEVEL_LABELS = {
  1: { da: 'Tilfældig', en: 'Ad hoc' },
  2: { da: 'Begyndende', en: 'Repeatable' },
  3: { da: 'Defineret', en: 'Defined' },
  4: { da: 'Styret', en: 'Managed' },
  5: { da: 'Optimerende', en: 'Optimising' },
} as const;
export type Level = keyof typeof LEVEL_LABELS;

/** Five growing straws, numeral and word of a maturity level; `short` leaves the word to assistive technology. */
@Component({
  selector: 'ui-level',
  template: `<svg viewBox="0 0 26 16" aria-hidden="true">
      @for (straw of straws; track straw) {
        <rect
          [attr.x]="0.5 + (straw - 1) * 5.4"
          [attr.y]="15.5 - straw * 3"
          width="3.6"
          [attr.height]="straw * 3"
          [attr.class]="straw <= level() ? 'full' : 'empty'"
        />
      }
    </svg>
    <span
      ><b>{{ level() }}</b> <span [class.visually-hidden]="short()">{{ word() }}</span></span
    >`,
  styles: `
    :host {
      display: inline-flex;
      align-items: baseline;
      gap: 6px;
      white-space: nowrap;
    }
    svg {
      flex: none;
      width: 26px;
      height: 16px;
    }
    .full {
      fill: var(--ink-step-5);
    }
    .empty {
      fill: none;
      stroke: var(--ink-step-edge);
    }
  `,
})
export class LevelMark {
  private readonly locale = inject(UiLocale);
  readonly level = input.required<Level>();
  readonly short = input(false);
  protected readonly straws = [1, 2, 3, 4, 5] as const;
  protected readonly word = computed(() => ` ${this.locale.label(LEVEL_LABELS[this.level()])}`);
}
