import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { goalRoutes, type Strategy, strategyRoutes } from '@hoest/contracts';
import { Dialogs, Empty, Format } from '@hoest/ui';
import { read } from '../../api/read';
import { SessionStore } from '../../organisation/session-store';
import { PageFrame } from '../../shell/page-frame';
import { ReadingState } from '../../shell/reading-state';
import { NewStrategyDialog } from './strategy/new-strategy-dialog';
import { StrategySection } from './strategy/strategy-section';
import { strategiesTexts } from './strategies-texts';

/** What the organisation has decided to reach, and which initiatives carry it. */
@Component({
  selector: 'app-strategies-page',
  imports: [Empty, PageFrame, ReadingState, StrategySection],
  templateUrl: './strategies-page.html',
  styles: `
    .lead {
      margin-bottom: var(--space-6);
    }
  `,
})
export class StrategiesPage {
  protected readonly t = strategiesTexts.inject();
  private readonly sessions = inject(SessionStore);
  private readonly dialogs = inject(Dialogs);
  private readonly router = inject(Router);
  private readonly format = inject(Format);

  /** Id of the strategy that is edited. */
  readonly edit = input<string>();

  protected readonly mayEdit = computed(() => this.sessions.may('strategy.edit'));
  protected readonly strategies = read(strategyRoutes.listStrategies, () => ({}), { topics: ['strategy'] });
  protected readonly goals = read(goalRoutes.listGoals, () => ({ query: {} }), { topics: ['strategy', 'initiative'] });
  private readonly today = computed(() => this.format.dateOf(this.strategies.readAt() ?? new Date()));

  /** Those in force first, newest first; past ones after. */
  protected readonly shown = computed(() => {
    const goals = this.goals.value()?.items ?? [];
    const all = (this.strategies.value()?.items ?? []).map((strategy) => ({
      strategy,
      past: this.isPast(strategy),
      goals: goals
        .filter(({ strategyId }) => strategyId === strategy.id)
        // DS-2 before DS-10.
        .sort((a, b) => a.code.localeCompare(b.code, 'da', { numeric: true })),
    }));
    return [...all.filter(({ past }) => !past), ...all.filter(({ past }) => past)];
  });
  /** "Ét af 13 gældende mål bæres ikke af nogen aktiv indsats." */
  protected readonly message = computed(() => {
    if (!this.goals.value()) return '';
    const valid = this.shown()
      .filter(({ past }) => !past)
      .flatMap(({ goals }) => goals);
    const without = valid.filter(({ activeInitiatives }) => activeInitiatives === 0).length;
    if (valid.length === 0) return '';
    return without === 0
      ? this.t('lead.allCarried', { of: valid.length })
      : this.t('lead.without', { n: without, of: valid.length });
  });

  protected add(): void {
    this.dialogs.open(NewStrategyDialog).closed.subscribe((added) => {
      if (!added) return;
      this.strategies.reload();
      void this.startEditing((added as Strategy).id);
    });
  }

  protected startEditing(id: string | undefined): Promise<boolean> {
    return this.router.navigate([], {
      queryParams: { edit: id ?? null },
      queryParamsHandling: 'merge',
      scroll: 'manual',
      replaceUrl: true,
    });
  }

  protected take(strategy: Strategy): void {
    const items = this.strategies.value()?.items ?? [];
    this.strategies.set({ items: items.map((one) => (one.id === strategy.id ? strategy : one)) });
  }

  private isPast({ validTo }: Strategy): boolean {
    return validTo !== null && validTo < this.today();
  }
}
