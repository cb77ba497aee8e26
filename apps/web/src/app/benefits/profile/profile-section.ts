import { Component, computed, inject } from '@angular/core';
import {
  BENEFICIARIES,
  BENEFICIARY_LABELS,
  BENEFIT_CLASS_LABELS,
  BENEFIT_CLASSES,
  POLARITY_LABELS,
} from '@hoest/benefits';
import type { Label } from '@hoest/quantities';
import { type Option, UiLocale } from '@hoest/ui';
import { BenefitStore } from '../benefit/benefit-store';
import { ScopeLink } from '../../shell/scope-link';
import { benefitTexts } from '../benefits-texts';
import { EditSwitch } from '../ui/edit-switch';
import { SavedField } from '../../fields/saved-field';
import { EDITED_ROW } from '../../fields/edited-row';

/** What the benefit is, for whom, and who answers for it. */
@Component({
  selector: 'app-profile-section',
  imports: [EditSwitch, SavedField, ScopeLink],
  providers: [{ provide: EDITED_ROW, useFactory: () => inject(BenefitStore).row('profile') }],
  templateUrl: './profile-section.html',
  styleUrl: '../ui/pairs.css',
})
export class ProfileSection {
  protected readonly store = inject(BenefitStore);
  private readonly locale = inject(UiLocale);
  protected readonly t = benefitTexts.inject();
  protected readonly classes = computed(() => this.options(BENEFIT_CLASSES, BENEFIT_CLASS_LABELS));
  protected readonly beneficiaries = computed(() => this.options(BENEFICIARIES, BENEFICIARY_LABELS));
  protected readonly polarities = computed<Option[]>(() => [
    { id: '1', label: this.locale.label(POLARITY_LABELS[1]) },
    { id: '-1', label: this.locale.label(POLARITY_LABELS[-1]) },
  ]);

  protected readonly contributors = computed(() => this.store.benefit()?.contributors ?? []);

  private options<Value extends string>(values: readonly Value[], labels: Record<Value, Label>): Option[] {
    return values.map((id) => ({ id, label: this.locale.label(labels[id]) }));
  }
}
