import { Component, computed, inject, input } from '@angular/core';
import type { Maturity } from '@hoest/contracts';
import { THEME_LABELS } from '@hoest/maturity';
import { ConfidenceMark, Format, LevelMark, NumberPipe, PercentPipe, UiLocale } from '@hoest/ui';
import { missingBasis } from '../indicators/theme-basis';
import { maturityTexts } from '../maturity-texts';

const ONE = { minDecimals: 1, maxDecimals: 1 } as const;

/** The one overall figure with what it rests on; or in words why there is none, which is never 0. */
@Component({
  selector: 'app-overall-score',
  imports: [ConfidenceMark, LevelMark, NumberPipe, PercentPipe],
  templateUrl: './overall-score.html',
  styleUrl: './overall-score.css',
})
export class OverallScore {
  private readonly locale = inject(UiLocale);
  private readonly format = inject(Format);
  protected readonly t = maturityTexts.inject();
  protected readonly one = ONE;
  protected readonly signed = { ...ONE, signed: true };

  readonly maturity = input.required<Maturity>();
  protected readonly overall = computed(() => this.maturity().overall);
  protected readonly valued = computed(() => this.maturity().themes.reduce((sum, { valued }) => sum + valued, 0));
  protected readonly counted = computed(() => this.maturity().themes.reduce((sum, { counted }) => sum + counted, 0));
  /** Themes without a score, each with what it lacks. */
  protected readonly lacking = computed(() =>
    this.maturity().themes.flatMap((theme) => {
      const missing = missingBasis(theme, this.maturity().indicators);
      return missing ? [{ theme, name: this.locale.label(THEME_LABELS[theme.id]), missing }] : [];
    }),
  );
  protected readonly withBasis = computed(() =>
    this.format.list(
      this.maturity()
        .themes.filter(({ status }) => status === 'ok')
        .map(({ id }) => this.locale.label(THEME_LABELS[id])),
    ),
  );
  protected readonly change = computed(() => {
    const { overall, comparedWith } = this.maturity();
    if (overall.change === null || comparedWith === null) return '';
    const date = this.format.dayAndMonth(comparedWith);
    return Math.abs(overall.change) < 0.05
      ? this.t('overall.unchanged', { date })
      : this.t('overall.change', { change: this.format.number(overall.change, this.signed), date });
  });
}
