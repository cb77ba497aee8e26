import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, viewChild } from '@angular/core';
import { type Calculator as CalculatorKind, CALCULATOR_LABELS, CALCULATORS, leadMeasure } from '@hoest/benefits';
import { Field, Format, LabelPipe, SaveStatus, UiControl } from '@hoest/ui';
import { BenefitStore } from '../benefit/benefit-store';
import { benefitTexts } from '../benefits-texts';
import { baselineOf, targetOf } from '../path/path-standing';
import { SavedField } from '../../fields/saved-field';
import { EDITED_ROW } from '../../fields/edited-row';
import { Calculator, type KnownFigure } from './calculator';
import { storedCalculation } from './stored-calculation';

/** How the full-year value of the benefit is worked out: visible, live, saved with its drivers, and taken over when the reader says so. */
@Component({
  selector: 'app-calculation-section',
  imports: [Calculator, Field, LabelPipe, NgTemplateOutlet, SaveStatus, SavedField, UiControl],
  providers: [{ provide: EDITED_ROW, useFactory: () => inject(BenefitStore).row() }],
  templateUrl: './calculation-section.html',
  styles: `
    :host {
      display: block;
    }
    .take {
      margin-top: var(--space-3);
    }
    .sechead ui-save-status {
      margin-left: auto;
    }
  `,
})
export class CalculationSection {
  protected readonly store = inject(BenefitStore);
  private readonly format = inject(Format);
  protected readonly t = benefitTexts.inject();
  private readonly calculator = viewChild(Calculator);

  protected readonly kinds = CALCULATORS;
  protected readonly labels = CALCULATOR_LABELS;
  protected readonly benefit = this.store.benefit;
  protected readonly stored = computed(() => storedCalculation(this.benefit()?.calculation));
  protected readonly lead = computed(() => leadMeasure(this.benefit()?.measures ?? []));
  protected readonly sub = computed(() => {
    const benefit = this.benefit();
    return [benefit?.title, benefit?.priceYear ? this.t('prices', { year: String(benefit.priceYear) }) : '']
      .filter(Boolean)
      .join(' · ');
  });

  /** What the measure knows already: value before, value aimed at, rate. */
  protected readonly known = computed<Record<string, KnownFigure>>(() => {
    const measure = this.lead();
    if (!measure || this.stored()?.calculator !== 'unit_saving') return {};
    const baseline = baselineOf(measure);
    const target = targetOf(measure.plan?.points ?? measure.targetPoints);
    return {
      ...(baseline?.value && {
        unitBefore: {
          value: baseline.value,
          source: this.t(baseline.measuredOn ? 'source.baselineOn' : 'source.baseline', {
            date: baseline.measuredOn ? this.format.date(baseline.measuredOn) : '',
          }),
        },
      }),
      ...(target && {
        unitNow: { value: target.value, source: this.t('source.target', { date: this.format.date(target.dueOn) }) },
      }),
    };
  });

  /** The value the calculation makes, where the benefit does not have it yet. */
  protected readonly offered = computed(() => {
    const valid = this.calculator()?.valid();
    const benefit = this.benefit();
    if (!valid?.current || !benefit) return undefined;
    const minor = valid.result.fullYearValueMinor.toString();
    return benefit.monetised && benefit.fullYearValueMinor === minor ? undefined : minor;
  });
  protected readonly offeredText = computed(() => this.amount(this.offered()));
  protected readonly valueText = computed(() => this.amount(this.benefit()?.fullYearValueMinor));
  protected readonly lockedBecause = computed(() => this.store.locked('fullYearValueMinor'));

  protected choose(kind: string): void {
    const calculator = CALCULATORS.find((one) => one === kind);
    void this.store.edit.save('calculation', calculator ? { calculator, drivers: this.begin(calculator) } : null);
  }

  protected save(drivers: Record<string, string>): void {
    const calculator = this.stored()?.calculator;
    if (calculator) void this.store.edit.save('calculation', { calculator, drivers });
  }

  protected takeOver(): void {
    const fullYearValueMinor = this.offered();
    if (fullYearValueMinor !== undefined) void this.store.edit.saveTogether({ fullYearValueMinor, monetised: true });
  }

  /** A new calculation begins with what the measure knows. */
  private begin(calculator: CalculatorKind): Record<string, string> {
    const measure = this.lead();
    if (calculator !== 'unit_saving' || !measure) return {};
    const before = measure.unitBefore ?? baselineOf(measure)?.value;
    const now = targetOf(measure.plan?.points ?? measure.targetPoints)?.value;
    return {
      ...(before && { unitBefore: before }),
      ...(now && { unitNow: now }),
      ...(measure.rateMinor && { rateMinor: measure.rateMinor }),
    };
  }

  private amount(minor: string | null | undefined): string {
    if (minor === null || minor === undefined) return '';
    return this.format.money(minor, { currency: this.benefit()?.currency, showMinor: !minor.endsWith('00') });
  }
}
