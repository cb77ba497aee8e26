import { Component, computed, inject } from '@angular/core';
import type { Measure } from '@hoest/contracts';
import { Dialogs } from '@hoest/ui';
import { FinanceBenefitSection } from '../../finance/public';
import { benefitTexts } from '../benefits-texts';
import { CalculationSection } from '../calculation/calculation-section';
import { AddMeasure } from '../measure/add-measure';
import { MeasureSection } from '../measure/measure-section';
import { MeasurementsSection } from '../measurements/measurements-section';
import { RecordDialog, type RecordRequest } from '../measurements/record-dialog';
import { TargetPath } from '../path/target-path';
import { MovedPlanNote } from '../plan/moved-plan';
import { PlanSection } from '../plan/plan-section';
import { RebaselineDialog } from '../plan/rebaseline-dialog';
import { AcceptanceTests } from '../profile/acceptance-tests';
import { ProfileSection } from '../profile/profile-section';
import { ValueSection } from '../profile/value-section';
import { SeriesSection } from '../series/series-section';
import { HandedOver } from '../state/handed-over';
import { StateSection } from '../state/state-section';
import { EditSwitch } from '../ui/edit-switch';
import { BenefitStore } from './benefit-store';

/** Everything about one benefit, below whatever names it: curve and calculation first, state and plan beside them, profile and measurements after. */
@Component({
  selector: 'app-benefit-body',
  imports: [
    AcceptanceTests,
    AddMeasure,
    CalculationSection,
    EditSwitch,
    FinanceBenefitSection,
    HandedOver,
    MeasureSection,
    MeasurementsSection,
    MovedPlanNote,
    PlanSection,
    ProfileSection,
    SeriesSection,
    StateSection,
    TargetPath,
    ValueSection,
  ],
  templateUrl: './benefit-body.html',
  styleUrl: './benefit-body.css',
})
export class BenefitBody {
  protected readonly store = inject(BenefitStore);
  private readonly dialogs = inject(Dialogs);
  protected readonly t = benefitTexts.inject();
  protected readonly measures = computed(() => this.store.benefit()?.measures ?? []);
  protected readonly several = computed(() => this.measures().length > 1);

  /** What the section of the accounts needs; benefits without money have none. */
  protected readonly financeOf = computed(() => {
    const benefit = this.store.benefit();
    if (!benefit?.monetised) return undefined;
    return {
      id: benefit.id,
      title: benefit.title,
      initiativeCode: benefit.initiativeCode,
      class: benefit.class,
      account: benefit.account,
      costCentre: benefit.costCentre,
    };
  });

  protected record(measure: Measure): void {
    this.dialogs.open<unknown, RecordRequest>(RecordDialog, { data: { store: this.store, measure } });
  }

  protected rebaseline(): void {
    this.dialogs.open(RebaselineDialog, { data: { store: this.store }, width: '760px' });
  }
}
