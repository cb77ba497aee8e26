import { Component, computed, inject, input } from '@angular/core';
import { Format } from '../language/format';
import { injectUiText } from '../language/ui-texts';

/**
 * A score on the scale 0–100: five fields for the levels, filled up to the level reached, and a line at the score. A
 * missing score is never a bar of length zero: without `score` nothing is drawn and the words (`absent`) stand there.
 */
@Component({
  selector: 'ui-score-bar',
  template: `@if (at() === null) {
      <span class="absent">
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <circle
            cx="6"
            cy="6"
            r="4.6"
            fill="none"
            stroke="currentColor"
            stroke-width="1.6"
            stroke-dasharray="2.4 1.9"
          />
        </svg>
        {{ absent() }}
      </span>
    } @else {
      <svg class="scale" viewBox="0 0 84 20" role="img" [attr.aria-label]="spoken()">
        @for (field of fields; track field) {
          <rect
            [attr.x]="0.5 + field * 16.6"
            y="6.5"
            width="15.6"
            height="8"
            [class.reached]="field < (level() ?? 0)"
          />
        }
        <line [attr.x1]="line()" [attr.x2]="line()" y1="2" y2="19" />
      </svg>
    }`,
  styles: `
    :host {
      display: inline-block;
    }
    .scale {
      width: 84px;
      height: 20px;
    }
    rect {
      fill: none;
      stroke: var(--ink-step-edge);
    }
    .reached {
      fill: var(--ink-step-2);
    }
    line {
      stroke: var(--accent-strong);
      stroke-width: 2.5;
    }
    .absent {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      color: var(--unknown);
      font-size: var(--text-sm);
    }
    .absent svg {
      width: 12px;
      height: 12px;
    }
  `,
})
export class ScoreBar {
  private readonly format = inject(Format);
  private readonly t = injectUiText();
  /** 0–100 as a number or decimal string; null = there is none. */
  readonly score = input.required<number | string | null>();
  /** Level 1–5 reached, by the indicator's own thresholds. */
  readonly level = input<number | null>(null);
  /** Why there is no score: "for få (2 af 3)", "ingen data". */
  readonly absent = input('');
  protected readonly fields = [0, 1, 2, 3, 4];
  protected readonly at = computed(() => {
    const score = this.score();
    return score === null ? null : Math.min(100, Math.max(0, Number(score)));
  });
  protected readonly line = computed(() => 1 + ((this.at() ?? 0) / 100) * 82);
  protected readonly spoken = computed(() => {
    const score = this.t('score', { score: this.format.number(this.score() ?? 0, { maxDecimals: 0 }) });
    const level = this.level();
    return level === null ? score : `${score}, ${this.t('level', { level })}`;
  });
}
