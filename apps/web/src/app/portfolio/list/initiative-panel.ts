import { Component, computed, effect, inject, input, output, untracked, viewChild } from '@angular/core';
import { benefitRoutes, type BenefitSummary, costRoutes, initiativeRoutes } from '@hoest/contracts';
import { type CalendarDate, daysBetween } from '@hoest/quantities';
import { AmountPipe, DayPipe, Format, LabelPipe, SidePanel, StatusMark } from '@hoest/ui';
import { read } from '../../api/read';
import { ReadingState } from '../../shell/reading-state';
import { ScopeLink } from '../../shell/scope-link';
import { costSummary } from '../initiative/costs/cost-years';
import { gateSteps } from '../initiative/gates/gate-steps';
import { initiativeTexts, portfolioTexts, recordTexts } from '../portfolio-texts';

/** The initiative of a row beside the list: why this status, what the next gate lacks, gains, cost, people. */
@Component({
  selector: 'app-initiative-panel',
  imports: [AmountPipe, DayPipe, LabelPipe, ReadingState, ScopeLink, SidePanel, StatusMark],
  templateUrl: './initiative-panel.html',
  styleUrl: './initiative-panel.css',
})
export class InitiativePanel {
  protected readonly t = portfolioTexts.inject();
  protected readonly page = initiativeTexts.inject();
  protected readonly records = recordTexts.inject();
  protected readonly format = inject(Format);
  private readonly panel = viewChild(SidePanel);

  readonly id = input.required<string>();
  readonly closed = output();

  protected readonly reading = read(initiativeRoutes.readInitiative, () => ({ params: { id: this.id() } }), {
    topics: ['initiative', 'benefit'],
    keep: true,
  });
  private readonly costs = read(costRoutes.listCostLines, () => ({ params: { id: this.id() } }), {
    topics: ['initiative'],
  });
  private readonly benefits = read(benefitRoutes.listInitiativeBenefits, () => ({ params: { id: this.id() } }), {
    topics: ['benefit'],
  });
  /** What was read, unless it is still that of the row before. */
  protected readonly initiative = computed(() => {
    const initiative = this.reading.value();
    return initiative?.id === this.id() ? initiative : undefined;
  });
  protected readonly reason = computed(() => {
    const it = this.initiative();
    if (!it) return '';
    if (it.late && it.goLivePlanned)
      return this.page('status.late', { days: this.format.number(daysBetween(it.goLivePlanned, this.today())) });
    if (it.status === 'unknown') return this.page(it.statusConfirmedOn ? 'status.stale' : 'status.never');
    return it.slipDays && it.slipDays > 0 ? this.page('status.slipped', { days: this.format.number(it.slipDays) }) : '';
  });
  protected readonly gateNumber = computed(() => Number(this.initiative()?.nextGate?.gate.slice(1) ?? 0));
  protected readonly gateOn = computed<CalendarDate | null>(() => {
    const it = this.initiative();
    return (it && gateSteps(it, []).find(({ gate }) => gate === it.nextGate?.gate)?.plannedOn) ?? null;
  });
  private readonly required = computed(() =>
    (this.initiative()?.nextGate?.items ?? []).filter(({ required }) => required),
  );
  protected readonly open = computed(() => this.required().filter(({ fulfilled }) => !fulfilled));
  protected readonly fulfilled = computed(() => this.required().length - this.open().length);
  protected readonly gains = computed(() =>
    (this.benefits.value()?.items ?? [])
      .filter(({ state }) => state !== 'rejected' && state !== 'written_off')
      .map((benefit) => ({ id: benefit.id, title: benefit.title, value: this.valueOf(benefit) })),
  );
  protected readonly cost = computed(() => {
    const currency = this.initiative()?.currency ?? '';
    return costSummary(this.costs.value()?.items ?? [], currency).find(({ row }) => row === 'total');
  });
  private readonly today = computed(() => this.format.dateOf(this.reading.readAt() ?? new Date()));

  constructor() {
    effect(() => {
      this.id();
      const panel = this.panel();
      // Keys go on in the panel that was just opened; Esc there closes it.
      untracked(() => panel?.focus());
    });
  }

  /** `3,4 mio. kr./år`, else from what to what it is measured. */
  private valueOf(benefit: BenefitSummary): string {
    if (benefit.monetised && benefit.fullYearValueMinor !== null) {
      const minor = BigInt(benefit.fullYearValueMinor) * BigInt(benefit.polarity);
      return this.t('panel.perYear', { amount: this.format.amountWithUnit(minor, { currency: benefit.currency }) });
    }
    if (benefit.baselineValue === null || benefit.targetValue === null) return this.t('panel.noFigures');
    return this.t('panel.fromTo', {
      from: this.format.number(benefit.baselineValue),
      to: this.format.number(benefit.targetValue),
      unit: benefit.measureUnit ?? '',
    });
  }
}
