import { Component, computed, inject, input } from '@angular/core';
import { Format } from '../language/format';

/** A cell of level and score; too few objects or no data are words in a dashed cell, never a pale colour. */
@Component({
  selector: 'ui-heat-cell',
  template: `@if (level(); as level) {
      <b>{{ level }}</b> {{ shown() }}
    } @else {
      {{ absent() }}
    }`,
  host: { '[class]': "level() === null ? 'none' : 'level-' + level()" },
  styles: `
    :host {
      display: flex;
      align-items: center;
      justify-content: center;
      gap: 6px;
      min-height: 30px;
      padding: 0 4px;
      border: 1px solid var(--ink-step-edge);
      border-radius: var(--radius-1);
      font-weight: var(--weight-medium);
      print-color-adjust: exact;
    }
    :host(.none) {
      border-style: dashed;
      color: var(--unknown);
      font-size: var(--text-sm);
      font-weight: var(--weight-normal);
    }
    :host(.level-1) {
      background: var(--ink-step-1);
      color: var(--on-step-low);
    }
    :host(.level-2) {
      background: var(--ink-step-2);
      color: var(--on-step-low);
    }
    :host(.level-3) {
      background: var(--ink-step-3);
      color: var(--on-step-mid);
    }
    :host(.level-4) {
      background: var(--ink-step-4);
      color: var(--on-step-high);
    }
    :host(.level-5) {
      background: var(--ink-step-5);
      color: var(--on-step-high);
    }
  `,
})
export class HeatCell {
  private readonly format = inject(Format);
  readonly level = input.required<number | null>();
  readonly score = input<number | string | null>(null);
  readonly absent = input('');
  protected readonly shown = computed(() => {
    const score = this.score();
    return score === null ? '' : this.format.number(score, { maxDecimals: 0 });
  });
}
