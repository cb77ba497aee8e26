import { Component, computed, inject } from '@angular/core';
import { PLAN_TERM_LABELS, PLAN_VERSION_KIND_LABELS, planInForce } from '@hoest/benefits';
import { DayPipe, Dialogs, Format, LabelPipe, PercentPipe, UiLocale } from '@hoest/ui';
import { BenefitStore } from '../benefit/benefit-store';
import { benefitTexts } from '../benefits-texts';
import { RebaselineDialog } from './rebaseline-dialog';

/** The plan's versions, which of them the figures are held against, and the way to a new one once it is frozen. */
@Component({
  selector: 'app-plan-section',
  imports: [DayPipe, LabelPipe, PercentPipe],
  templateUrl: './plan-section.html',
  styles: `
    :host {
      display: block;
    }
    .versions li {
      padding: 8px 0;
      border-bottom: 1px solid var(--rule);
    }
    .lock {
      display: inline-block;
      width: 11px;
      height: 12px;
      margin-right: 5px;
      vertical-align: -1px;
    }
    .beside {
      margin-top: var(--space-2);
    }
    .actions {
      margin-top: var(--space-3);
    }
  `,
})
export class PlanSection {
  protected readonly store = inject(BenefitStore);
  private readonly dialogs = inject(Dialogs);
  private readonly format = inject(Format);
  private readonly locale = inject(UiLocale);
  protected readonly t = benefitTexts.inject();
  protected readonly kinds = PLAN_VERSION_KIND_LABELS;
  protected readonly benefit = this.store.benefit;

  protected readonly versions = computed(() => [...(this.benefit()?.planVersions ?? [])].reverse());
  private readonly inForce = computed(() => planInForce(this.benefit()?.planVersions ?? [], this.store.today())?.id);
  protected readonly lead = computed(() => {
    const frozen = this.store.frozenOn();
    if (frozen) return this.t('plan.frozen', { date: this.format.date(frozen) });
    const changed = (this.benefit()?.planChanges ?? []).map((term) => this.locale.label(PLAN_TERM_LABELS[term]));
    if (changed.length > 0) return this.t('plan.changed', { terms: this.format.list(changed) });
    return this.versions().length > 0 ? this.t('plan.approved') : this.t('plan.draft');
  });

  /** Where each measure stands against the re-baselined plan: beside the headline, which stays on the frozen one. */
  protected readonly rebaselined = computed(() => {
    const measures = this.benefit()?.measures ?? [];
    return measures.flatMap(({ name, rebaselined }) => {
      if (!rebaselined) return [];
      const standing = rebaselined.status;
      const values = {
        number: rebaselined.number,
        reached: rebaselined.achievement === null ? '' : this.format.percent(rebaselined.achievement),
        planned: rebaselined.plannedShare === null ? '' : this.format.percent(rebaselined.plannedShare),
        status: this.t(`plan.status.${standing}`),
      };
      const words =
        rebaselined.achievement === null || rebaselined.plannedShare === null
          ? this.t('plan.besideUnmeasured', values)
          : this.t('plan.beside', values);
      return [measures.length > 1 ? `${name}: ${words}` : words];
    });
  });

  protected isInForce(id: string): boolean {
    return id === this.inForce();
  }

  protected money(minor: string): string {
    return this.format.amountWithUnit(minor, { currency: this.benefit()?.currency });
  }

  openRebaseline(): void {
    this.dialogs.open(RebaselineDialog, { data: { store: this.store }, width: '760px' });
  }
}
