import { inject, Service } from '@angular/core';
import { BENEFICIARY_LABELS, BENEFIT_CLASS_LABELS, POLARITY_LABELS } from '@hoest/benefits';
import type { BenefitSummary } from '@hoest/contracts';
import type { DecimalValue } from '@hoest/quantities';
import { Format, UiLocale } from '@hoest/ui';
import { benefitsTexts } from '../benefits-texts';

/** A text, and whether it is a value or says why there is none (grey). */
export interface Worded {
  text: string;
  missing: boolean;
}

const value = (text: string): Worded => ({ text, missing: false });
const missing = (text: string): Worded => ({ text, missing: true });

/** The figures of a benefit in words: six different texts for what is missing, never a bare dash for something unknown. */
@Service()
export class BenefitWords {
  private readonly format = inject(Format);
  private readonly locale = inject(UiLocale);
  private readonly t = benefitsTexts.inject();

  /** `340 ture/uge`; without unit when it stands beside. */
  quantity(amount: DecimalValue, unit = ''): string {
    return [this.format.number(amount, { maxDecimals: 2 }), unit].filter(Boolean).join('\u00a0');
  }

  /** What a year at full effect is worth; negative for disbenefits, and "worth" for freed time, which is not cash. */
  fullYear(
    benefit: Pick<BenefitSummary, 'monetised' | 'fullYearValueMinor' | 'currency' | 'polarity' | 'class'>,
  ): Worded {
    if (!benefit.monetised) return missing(this.t('value.notMoney'));
    if (benefit.fullYearValueMinor === null) return missing(this.t('value.none'));
    const minor = BigInt(benefit.fullYearValueMinor) * BigInt(benefit.polarity);
    const amount = this.format.amountWithUnit(minor, { currency: benefit.currency });
    return value(this.t(benefit.class === 'capacity' ? 'value.worth' : 'value.perYear', { amount }));
  }

  /** What it is, for whom: `budgeteffekt · egen organisation`; a disbenefit says so first. */
  kind(benefit: Pick<BenefitSummary, 'class' | 'beneficiary' | 'polarity'>): string {
    const labels = [BENEFIT_CLASS_LABELS[benefit.class], BENEFICIARY_LABELS[benefit.beneficiary]];
    const all = benefit.polarity < 0 ? [POLARITY_LABELS[-1], ...labels] : labels;
    return all.map((label) => this.locale.label(label).toLowerCase()).join(' · ');
  }

  /** `412 – 60 ture/uge`. */
  baselineAndTarget(
    benefit: Pick<BenefitSummary, 'measureName' | 'measureUnit' | 'baselineValue' | 'targetValue'>,
  ): Worded {
    if (benefit.measureName === null) return missing(this.t('measure.none'));
    if (benefit.baselineValue === null) return missing(this.t('baseline.none'));
    const from = this.quantity(benefit.baselineValue);
    if (benefit.targetValue === null) return missing(this.t('target.none', { from }));
    return value(`${from}\u202f–\u202f${this.quantity(benefit.targetValue, benefit.measureUnit ?? '')}`);
  }

  /** That the go-live has moved and the plan has not; empty where it has not. */
  moved({ goLiveMovedDays }: Pick<BenefitSummary, 'goLiveMovedDays'>): string {
    if (goLiveMovedDays === null) return '';
    const days = Math.abs(goLiveMovedDays);
    return this.t(goLiveMovedDays > 0 ? 'moved.later' : 'moved.earlier', { days });
  }

  /** Latest measured value; or that it is not measured, not due yet, or does not apply. */
  now(benefit: Pick<BenefitSummary, 'measureName' | 'latestValue' | 'status' | 'overdueCount'>): Worded {
    if (benefit.latestValue !== null) return value(this.quantity(benefit.latestValue));
    if (benefit.measureName === null) return missing('–');
    return missing(this.t(benefit.status === 'unknown' || benefit.overdueCount > 0 ? 'now.notMeasured' : 'now.notDue'));
  }
}
