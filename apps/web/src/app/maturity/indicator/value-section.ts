import { Component, computed, inject, input } from '@angular/core';
import { BENEFICIARY_LABELS } from '@hoest/benefits';
import type { IndicatorValue } from '@hoest/contracts';
import type { IndicatorDefinition } from '@hoest/maturity';
import { Decimal } from '@hoest/quantities';
import { ConfidenceMark, Format, LevelMark, NumberPipe, PercentPipe, ScoreBar, UiLocale } from '@hoest/ui';
import { absenceOf } from '../indicators/absence';
import { maturityTexts } from '../maturity-texts';

/** What an indicator is worth now and what that rests on; without a value, exactly why. */
@Component({
  selector: 'app-value-section',
  imports: [ConfidenceMark, LevelMark, NumberPipe, PercentPipe, ScoreBar],
  templateUrl: './value-section.html',
  styleUrl: './value-section.css',
})
export class ValueSection {
  private readonly format = inject(Format);
  private readonly locale = inject(UiLocale);
  protected readonly t = maturityTexts.inject();
  protected readonly one = { minDecimals: 1, maxDecimals: 1 } as const;

  readonly value = input.required<IndicatorValue>();
  readonly definition = input.required<IndicatorDefinition>();

  protected readonly absent = computed(() => {
    const value = this.value();
    const absence = absenceOf(value);
    return absence && this.t(`absent.${absence}`, { n: value.n, min: value.minN });
  });
  protected readonly reason = computed(() => {
    const { reason } = this.value();
    return reason ? this.locale.label(reason) : '';
  });
  /** What the value is a quotient of, in words. */
  protected readonly parts = computed(() => {
    const { numerator, denominator, n } = this.value();
    if (numerator === null || denominator === null) return '';
    switch (this.definition().kind) {
      case 'proportion':
        return this.t('value.of', { n: this.plain(numerator), of: this.plain(denominator) });
      case 'ratio':
        return this.t('value.of', {
          n: this.format.amount(whole(numerator)),
          of: this.format.amountWithUnit(whole(denominator)),
        });
      case 'mean':
        return this.t('value.mean', { n: this.format.number(n) });
      case 'step':
        return this.t('value.step', { step: this.plain(numerator) });
    }
  });
  protected readonly range = computed(() => {
    const range = this.value().levelRange;
    if (!range) return '';
    const [from, to] = range;
    return from === to ? this.t('value.rangeOne', { level: from }) : this.t('value.rangeLevels', { from, to });
  });
  protected readonly freshness = computed(() => {
    const [{ freshness }, { updateLimit }] = [this.value(), this.definition()];
    if (freshness === null || !updateLimit) return this.t('value.noAge');
    return this.t('value.fresh', {
      share: this.format.percent(freshness, { maxDecimals: 0 }),
      record: this.locale.label(updateLimit.record),
      limit: updateLimit.days
        ? this.t('value.freshDays', { n: updateLimit.days })
        : this.t('value.freshMonths', { n: updateLimit.months ?? 0 }),
    });
  });
  protected readonly counted = computed(() => {
    const { n, minN } = this.value();
    return this.t('value.atLeast', { n: this.t(`kind.${this.definition().objectKind}`, { n }), min: minN });
  });
  protected readonly groups = computed(() =>
    this.value().groups.map(({ group, value, n }) => {
      const label = BENEFICIARY_LABELS[group as keyof typeof BENEFICIARY_LABELS];
      return { name: label ? this.locale.label(label) : group, value, n };
    }),
  );

  private plain(decimal: string): string {
    return this.format.number(decimal, { maxDecimals: 1 });
  }
}

const whole = (decimal: string) => new Decimal(decimal).toFixed(0);
