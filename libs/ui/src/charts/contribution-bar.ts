import { Component, computed, input } from '@angular/core';

/** What one cause adds or takes away, as a bar to the right or left of a standing line; `most` is the largest size among its neighbours. */
@Component({
  selector: 'ui-contribution-bar',
  template: `<svg viewBox="0 0 200 14" preserveAspectRatio="none" aria-hidden="true">
    <rect [attr.x]="x()" y="1" [attr.width]="width()" height="12" [class.negative]="value() < 0" />
    <line x1="100" x2="100" y1="0" y2="14" />
  </svg>`,
  styles: `
    :host {
      display: block;
      width: 100%;
      min-width: 60px;
    }
    svg {
      width: 100%;
      height: 14px;
    }
    rect {
      fill: var(--div-pos-2);
    }
    .negative {
      fill: var(--div-neg-2);
    }
    line {
      stroke: var(--rule-strong);
      vector-effect: non-scaling-stroke;
    }
  `,
})
export class ContributionBar {
  readonly value = input.required<number>();
  readonly most = input.required<number>();
  protected readonly width = computed(() => (this.most() > 0 ? (Math.abs(this.value()) / this.most()) * 98 : 0));
  protected readonly x = computed(() => (this.value() < 0 ? 100 - this.width() : 100));
}
