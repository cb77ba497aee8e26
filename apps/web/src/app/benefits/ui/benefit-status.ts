import { Component, computed, input } from '@angular/core';
import type { BenefitSummary } from '@hoest/contracts';
import { type Status, StatusMark } from '@hoest/ui';
import { benefitsTexts } from '../benefits-texts';

/** Status of a benefit against its plan: mark and word; `not_due` and `no_plan` are words alone, because nothing is known that a mark could say. */
@Component({
  selector: 'app-benefit-status',
  imports: [StatusMark],
  template: `@if (marked(); as status) {
      <ui-status [status]="status" />
    } @else {
      <span class="faint">{{ status() === 'no_plan' ? t('status.no_plan') : t('status.not_due') }}</span>
    }`,
})
export class BenefitStatus {
  protected readonly t = benefitsTexts.inject();
  readonly status = input.required<BenefitSummary['status']>();
  protected readonly marked = computed<Status | undefined>(() => {
    const status = this.status();
    return status === 'not_due' || status === 'no_plan' ? undefined : status;
  });
}
