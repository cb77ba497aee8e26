import { Component, computed, inject, input } from '@angular/core';
import { Format } from '../language/format';
import { injectUiText } from '../language/ui-texts';

/**
 * Long work: its name, how far (done of total), what it adds (content: rejected so far, time left), a 6 px bar. Without
 * `total` the bar runs without an end; where done and total are no numbers of things, give `share` instead. Actions such as cancel go into `progressActions`.
 */
@Component({
  selector: 'ui-progress',
  template: `<p>
      <b>{{ name() }}</b>&ngsp;<span class="muted">{{ counted() }}&ngsp;<ng-content /></span>
    </p>
    <div
      class="track"
      role="progressbar"
      [attr.aria-label]="name()"
      [attr.aria-valuenow]="percent()"
      aria-valuemin="0"
      aria-valuemax="100"
      [attr.aria-valuetext]="counted() || null"
      [class.endless]="percent() === null"
    >
      <i [style.width.%]="percent() ?? 100"></i>
    </div>
    <ng-content select="[progressActions]" />`,
  styles: `
    :host {
      display: block;
    }
    .track {
      height: 6px;
      margin: 6px 0;
      border: 1px solid var(--ink-step-edge);
      overflow: hidden;
    }
    i {
      display: block;
      height: 100%;
      background: var(--ink-step-4);
      transition: width var(--motion-move) var(--ease);
    }
    .endless i {
      background: repeating-linear-gradient(-45deg, var(--ink-step-4) 0 4px, var(--ink-step-2) 4px 8px);
    }
  `,
})
export class Progress {
  private readonly format = inject(Format);
  private readonly t = injectUiText();
  readonly name = input.required<string>();
  readonly done = input(0);
  /** Null while the total is not known. */
  readonly total = input<number | null>(null);
  /** Part done, 0–1; null = see `done` and `total`. */
  readonly share = input<number | null>(null);
  protected readonly percent = computed(() => {
    const [total, share] = [this.total(), this.share()];
    if (share !== null) return Math.min(100, Math.round(100 * share));
    return total === null || total <= 0 ? null : Math.min(100, Math.round((100 * this.done()) / total));
  });
  protected readonly counted = computed(() => {
    const [total, share] = [this.total(), this.share()];
    if (share !== null) return this.format.percent(share, { maxDecimals: 0 });
    return total === null
      ? ''
      : this.t('progressOf', { done: this.format.number(this.done()), total: this.format.number(total) });
  });
}
