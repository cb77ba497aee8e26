import { Component, computed, inject, input } from '@angular/core';
import { type BenefitSectionName, BenefitStore } from '../benefit/benefit-store';
import { benefitTexts } from '../benefits-texts';

/** Opens a section for editing and ends it; nothing for people who may not. Fields save by themselves, so ending loses nothing. */
@Component({
  selector: 'app-benefit-edit-switch',
  template: `@if (store.mayEdit()) {
    <button
      type="button"
      class="link small"
      [attr.aria-pressed]="on()"
      [attr.aria-label]="t(on() ? 'edit.endNamed' : 'edit.startNamed', { what: what() })"
      (click)="store.open(section(), !on())"
    >
      {{ on() ? t('edit.end') : t('edit.start') }}
    </button>
  }`,
})
export class EditSwitch {
  protected readonly t = benefitTexts.inject();
  protected readonly store = inject(BenefitStore);
  readonly section = input.required<BenefitSectionName>();
  /** Name of the section, for people who only hear the button. */
  readonly what = input.required<string>();
  protected readonly on = computed(() => this.store.isOpen(this.section()));
}
