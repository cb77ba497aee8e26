import { Component, effect, inject, input } from '@angular/core';
import { leadMeasure } from '@hoest/benefits';
import type { Measure } from '@hoest/contracts';
import { Dialogs } from '@hoest/ui';
import { ReadingState } from '../../shell/reading-state';
import { ScopeLink } from '../../shell/scope-link';
import { BenefitStore } from '../benefit/benefit-store';
import { benefitTexts } from '../benefits-texts';
import { CalculationSection } from '../calculation/calculation-section';
import { RecordDialog, type RecordRequest } from '../measurements/record-dialog';
import { TargetPath } from '../path/target-path';
import { RebaselineDialog } from '../plan/rebaseline-dialog';

/** Curve and calculation of the benefit that is chosen in a list above. */
@Component({
  selector: 'app-selected-benefit',
  imports: [CalculationSection, ReadingState, ScopeLink, TargetPath],
  providers: [BenefitStore],
  template: `@if (store.benefit(); as benefit) {
      @if (lead(benefit.measures); as measure) {
        <section class="sec thin">
          <app-target-path [measure]="measure" [level]="3" (record)="record(measure)" (rebaseline)="rebaseline()" />
        </section>
      } @else {
        <section class="sec thin">
          <p class="muted">{{ t('measures.none') }}</p>
        </section>
      }
      <app-calculation-section />
      <p class="open">
        <a [scopeLink]="['/benefits', benefit.id]">{{ t('open', { title: benefit.title }) }}</a>
      </p>
    } @else {
      <app-reading [of]="store.reading" [rows]="5" />
    }`,
  styles: `
    :host {
      display: block;
    }
    app-calculation-section,
    .open {
      display: block;
      margin-top: var(--space-8);
    }
    .open {
      margin-top: var(--space-4);
    }
  `,
})
export class SelectedBenefit {
  protected readonly store = inject(BenefitStore);
  private readonly dialogs = inject(Dialogs);
  protected readonly t = benefitTexts.inject();
  protected readonly lead = leadMeasure<Measure>;
  readonly id = input.required<string>();

  constructor() {
    effect(() => this.store.id.set(this.id()));
  }

  protected record(measure: Measure): void {
    this.dialogs.open<unknown, RecordRequest>(RecordDialog, { data: { store: this.store, measure } });
  }

  protected rebaseline(): void {
    this.dialogs.open(RebaselineDialog, { data: { store: this.store }, width: '760px' });
  }
}
