import { afterNextRender, Component, computed, inject, Injector, input, viewChild } from '@angular/core';
import { Format, Note } from '@hoest/ui';
import { SessionStore } from '../organisation/session-store';
import { PageFrame } from '../shell/page-frame';
import { ReadingState } from '../shell/reading-state';
import { Scope } from '../shell/scope';
import { AttentionSection } from './attention/attention-section';
import { CurveSection } from './curve/curve-section';
import { GuideMemory } from './guide/guide-memory';
import { GuidedPath } from './guide/guided-path';
import { HarvestSection } from './harvest/harvest-section';
import { OverviewStore } from './overview-store';
import { overviewTexts } from './overview-texts';
import { MaturityBlock } from './side/maturity-block';
import { MoneyTable } from './side/money-table';
import { RecentSection } from './side/recent-section';
import { RunningMatrix } from './side/running-matrix';
import { WaitingSection } from './waiting/waiting-section';

/** The start page: what of the promised money has come, what waits for the reader, what needs attention, when it comes. */
@Component({
  selector: 'app-overview-page',
  imports: [
    AttentionSection,
    CurveSection,
    GuidedPath,
    HarvestSection,
    MaturityBlock,
    MoneyTable,
    Note,
    PageFrame,
    ReadingState,
    RecentSection,
    RunningMatrix,
    WaitingSection,
  ],
  providers: [OverviewStore],
  templateUrl: './overview-page.html',
  styles: `
    .body {
      margin-top: var(--space-8);
    }
    .stale {
      margin-bottom: var(--space-4);
    }
    .stack > * {
      display: block;
    }
    @media (min-width: 721px) and (max-width: 1279px) {
      .body {
        grid-template-columns: minmax(0, 1fr) 328px;
        gap: var(--space-8) var(--space-6);
      }
    }
  `,
})
export class OverviewPage {
  private readonly sessions = inject(SessionStore);
  private readonly scope = inject(Scope);
  private readonly format = inject(Format);
  private readonly injector = inject(Injector);
  private readonly guide = viewChild(GuidedPath);
  protected readonly memory = inject(GuideMemory);
  protected readonly store = inject(OverviewStore);
  protected readonly t = overviewTexts.inject();

  /** `?waiting=all`, `?attention=all`, `?recent=all`: which lists are shown in full. */
  readonly waiting = input<string>();
  readonly attention = input<string>();
  readonly recent = input<string>();

  /** Whom the guided path is for; undefined outside the demo. */
  protected readonly person = computed(() =>
    this.sessions.organisation()?.isDemo ? this.sessions.person()?.id : undefined,
  );
  protected readonly scopeNote = computed(() => {
    const overview = this.store.reading.value();
    if (!overview) return '';
    return this.t(this.scope.unit() ? 'scope.unit' : 'scope.whole', { n: overview.initiativeCount });
  });
  protected readonly asOf = computed(() => {
    const overview = this.store.reading.value();
    if (!overview) return '';
    const line = this.t('asOf', { date: this.format.date(overview.asOf), unit: this.format.amountUnit() });
    if (overview.otherCurrencies.length === 0) return line;
    return `${line} · ${this.t('asOf.leftOut', { currencies: this.format.list(overview.otherCurrencies) })}`;
  });

  protected showGuide(personId: string): void {
    this.memory.hide(personId, false);
    afterNextRender(() => this.guide()?.focus(), { injector: this.injector });
  }
}
