import { Component, computed, DOCUMENT, effect, inject, input, untracked } from '@angular/core';
import { Dialogs, Format, StatusMark } from '@hoest/ui';
import { daysBetween } from '@hoest/quantities';
import { BenefitsSection } from '../../benefits/public';
import { focusField } from '../../fields/edited-row';
import { PageFrame } from '../../shell/page-frame';
import { ReadingState } from '../../shell/reading-state';
import { ScopeLink } from '../../shell/scope-link';
import { Shortcuts } from '../../shell/shortcuts';
import { initiativeTexts, portfolioTexts } from '../portfolio-texts';
import { AdoptionSection } from './adoption/adoption-section';
import { PageContents } from './contents/page-contents';
import { CostSummary } from './costs/cost-summary';
import { CostsSection } from './costs/costs-section';
import { DecisionsSection } from './decisions/decisions-section';
import { FactsSection } from './facts/facts-section';
import { GateStrip } from './gates/gate-strip';
import { NextGate } from './gates/next-gate';
import { GoalsSection } from './goals/goals-section';
import { HistorySection } from './history/history-section';
import { LatestEvents } from './history/latest-events';
import { EDITED_SECTIONS, InitiativeStore } from './initiative-store';
import { PhaseDialog } from './moves/phase-dialog';
import { StatusDialog } from './moves/status-dialog';
import { TimeSection } from './time/time-section';

/** Everything about one initiative on one page, by sections that fill up as its phase demands; what is still missing stands beside it. */
@Component({
  selector: 'app-initiative-page',
  imports: [
    AdoptionSection,
    BenefitsSection,
    CostsSection,
    CostSummary,
    DecisionsSection,
    FactsSection,
    GateStrip,
    GoalsSection,
    HistorySection,
    LatestEvents,
    NextGate,
    PageContents,
    PageFrame,
    ReadingState,
    ScopeLink,
    StatusMark,
    TimeSection,
  ],
  providers: [InitiativeStore],
  templateUrl: './initiative-page.html',
  styleUrl: './initiative-page.css',
})
export class InitiativePage {
  protected readonly t = initiativeTexts.inject();
  protected readonly list = portfolioTexts.inject();
  protected readonly store = inject(InitiativeStore);
  private readonly dialogs = inject(Dialogs);
  private readonly format = inject(Format);
  private readonly document = inject(DOCUMENT);

  readonly id = input.required<string>();
  /** Section that is edited. */
  readonly edit = input<string>();

  protected readonly initiative = this.store.initiative;
  /** Why the status is what it is, as far as dates say it. */
  protected readonly reason = computed(() => {
    const initiative = this.initiative();
    if (!initiative) return '';
    const { goLivePlanned: planned, slipDays, status, statusConfirmedOn } = initiative;
    if (initiative.late && planned)
      return this.t('status.late', { days: this.format.number(daysBetween(planned, this.store.today())) });
    if (status === 'unknown') return this.t(statusConfirmedOn ? 'status.stale' : 'status.never');
    if (slipDays && slipDays > 0) return this.t('status.slipped', { days: this.format.number(slipDays) });
    return '';
  });
  protected readonly confirmed = computed(() => {
    const { statusConfirmedOn: on, statusConfirmedByName: by } = this.initiative() ?? {};
    if (!on) return '';
    const date = this.format.date(on);
    return by ? this.t('status.confirmedBy', { date, name: by }) : this.t('status.confirmed', { date });
  });
  protected readonly moves = computed(() => this.store.mayEdit() && this.movable());
  private readonly movable = computed(
    () => (this.initiative()?.allowedTransitions.length ?? 0) > 0 || this.initiative()?.nextGate?.to === null,
  );

  constructor() {
    effect(() => {
      const [id, edit] = [this.id(), this.edit()];
      untracked(() => {
        this.store.id.set(id);
        this.store.editing.set(EDITED_SECTIONS.find((one) => one === edit));
      });
    });
    inject(Shortcuts).add([
      {
        keys: 'e',
        describe: () => this.t('keys.edit'),
        run: () => void this.store.editSection(this.store.editing() ? undefined : 'facts'),
      },
      { keys: 'b', describe: () => this.t('status.confirm'), run: () => this.confirmStatus() },
    ]);
  }

  protected confirmStatus(): void {
    if (this.store.mayEdit()) this.dialogs.open(StatusDialog, { data: this.store });
  }

  protected movePhase(): void {
    if (this.moves()) this.dialogs.open(PhaseDialog, { data: this.store, width: '640px' });
  }

  protected showHistory(): void {
    focusField(this.document, 'history');
  }
}
