import { Component, computed, inject, input } from '@angular/core';
import { UiLocale } from '../language/ui-locale';

export const RUNG_LABELS = {
  0: { da: 'Estimeret', en: 'Estimated' },
  1: { da: 'Kvalitetssikret', en: 'Assured' },
  2: { da: 'Indarbejdet', en: 'Budgeted' },
  3: { da: 'Udmøntet', en: 'Taken out' },
  4: { da: 'Bekræftet', en: 'Confirmed' },
} as const;
export type Rung = keyof typeof RUNG_LABELS;

/** Finance ladder: four squares filled by the certainty ramp, the empty ones dashed, with the rung's word. */
@Component({
  selector: 'ui-ladder',
  template: `<svg viewBox="0 0 46 10" aria-hidden="true">
      @for (step of [1, 2, 3, 4]; track step) {
        <rect
          [attr.x]="0.5 + (step - 1) * 12"
          y="0.5"
          width="9"
          height="9"
          [attr.class]="step <= rung() ? 'full step-' + step : 'empty'"
        />
      }
    </svg>
    <span [class.visually-hidden]="iconOnly()">{{ word() }}</span>`,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 7px;
      white-space: nowrap;
    }
    svg {
      flex: none;
      width: 46px;
      height: 10px;
    }
    rect {
      fill: none;
      stroke: var(--ink-step-edge);
    }
    .empty {
      stroke-dasharray: 2 1.6;
    }
    .step-1 {
      fill: var(--ink-step-2);
    }
    .step-2 {
      fill: var(--ink-step-3);
    }
    .step-3 {
      fill: var(--ink-step-4);
    }
    .step-4 {
      fill: var(--ink-step-5);
    }
  `,
})
export class LadderMark {
  private readonly locale = inject(UiLocale);
  readonly rung = input.required<Rung>();
  readonly iconOnly = input(false);
  protected readonly word = computed(() => this.locale.label(RUNG_LABELS[this.rung()]));
}
