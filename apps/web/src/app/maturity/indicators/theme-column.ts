import { Component, computed, inject, input } from '@angular/core';
import type { IndicatorValue } from '@hoest/contracts';
import { catalogueEntry, THEME_LABELS } from '@hoest/maturity';
import { CONFIDENCE_LABELS, Format, LabelPipe, LevelMark, NumberPipe, UiLocale } from '@hoest/ui';
import { maturityTexts } from '../maturity-texts';
import { IndicatorRow } from './indicator-row';
import { indicatorsOf, missingBasis, type ThemeValue } from './theme-basis';

/** A theme with its nine indicators. Its rows are rows of the grid around it, so that neighbours stand level. */
@Component({
  selector: 'app-theme-column',
  imports: [IndicatorRow, LabelPipe, LevelMark, NumberPipe],
  templateUrl: './theme-column.html',
  styleUrl: './theme-column.css',
})
export class ThemeColumn {
  private readonly locale = inject(UiLocale);
  private readonly format = inject(Format);
  protected readonly t = maturityTexts.inject();
  protected readonly labels = THEME_LABELS;
  protected readonly one = { minDecimals: 1, maxDecimals: 1 } as const;
  protected readonly signed = { ...this.one, signed: true };

  readonly theme = input.required<ThemeValue>();
  readonly indicators = input.required<readonly IndicatorValue[]>();
  readonly lowestFirst = input(false);

  protected readonly own = computed(() => indicatorsOf(this.indicators(), this.theme().id, this.lowestFirst()));
  protected readonly basis = computed(() => {
    const { valued, counted, confidence, confidenceBand } = this.theme();
    const coverage = this.t('theme.coverage', { n: valued, of: counted });
    if (confidence === null || confidenceBand === null) return coverage;
    return `${coverage} ${this.t('theme.confidence', {
      value: this.format.number(confidence, { maxDecimals: 0 }),
      word: this.locale.label(CONFIDENCE_LABELS[confidenceBand]),
    })}`;
  });
  /** Which star holds the level down, or what a theme without a score lacks. */
  protected readonly watch = computed(() => {
    const theme = this.theme();
    if (theme.cappedBy !== null) {
      const star = this.locale.label(catalogueEntry(theme.cappedBy).names);
      return this.t('theme.capped', { star, level: theme.level ?? '' });
    }
    const missing = missingBasis(theme, this.indicators());
    if (!missing) return '';
    return [missing.values && this.t('theme.lacks', { n: missing.values }), missing.star && this.t('theme.lacksStar')]
      .filter(Boolean)
      .join(' ');
  });
}
