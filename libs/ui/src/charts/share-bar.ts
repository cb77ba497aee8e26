import { Component, computed, input } from '@angular/core';

/** A share as a small bar with its figure beside it (content): "61 %". More than the whole fills the bar; null draws nothing. */
@Component({
  selector: 'ui-share-bar',
  template: `@if (width() !== null) {
      <svg viewBox="0 0 64 12" aria-hidden="true">
        <rect class="frame" x="0.5" y="2.5" width="63" height="7" />
        <rect class="part" x="0.5" y="2.5" [attr.width]="width()" height="7" />
      </svg>
    }
    <span><ng-content /></span>`,
  styles: `
    :host {
      display: inline-grid;
      grid-template-columns: 64px minmax(34px, auto);
      gap: 8px;
      align-items: center;
      justify-content: end;
    }
    span {
      grid-column: 2;
      text-align: right;
    }
    svg {
      width: 64px;
      height: 12px;
    }
    .frame {
      fill: none;
      stroke: var(--ink-step-edge);
    }
    .part {
      fill: var(--ink-step-4);
    }
  `,
})
export class ShareBar {
  /** 0–1 (or beyond) as a number or decimal string; null = there is none. */
  readonly share = input.required<number | string | null>();
  protected readonly width = computed(() => {
    const share = this.share();
    return share === null ? null : 63 * Math.min(1, Math.max(0, Number(share)));
  });
}
