import { Component, computed, inject, input } from '@angular/core';
import { claimRoutes, entryRoutes } from '@hoest/contracts';
import { type Rung, RUNG_LABELS, RUNGS } from '@hoest/finance';
import { AmountPipe, Format, LabelPipe, LadderMark, StatusMark } from '@hoest/ui';
import { read } from '../../api/read';
import { SessionStore } from '../../organisation/session-store';
import { ReadingState } from '../../shell/reading-state';
import { ScopeLink } from '../../shell/scope-link';
import { ClaimActions } from '../claim/claim-actions';
import { ClaimWords } from '../claim/claim-words';
import { EntryList } from '../claim/entry-list';
import { financeTexts } from '../finance-texts';
import type { ReportBenefit } from '../report/report-draft';
import { ladderYears } from './ladder-sums';

const ENTRIES = 200;

/** "I økonomien" on a benefit's page: what stands on the rungs, what waits with finance, and every entry behind it. */
@Component({
  selector: 'app-finance-benefit-section',
  imports: [AmountPipe, EntryList, LabelPipe, LadderMark, ReadingState, ScopeLink, StatusMark],
  providers: [ClaimActions],
  templateUrl: './finance-benefit-section.html',
  styles: `
    :host {
      display: block;
    }
    .claims li {
      display: flex;
      justify-content: space-between;
      gap: var(--space-3);
      padding: 7px 0;
      border-bottom: 1px solid var(--rule);
    }
    h3 {
      margin-top: var(--space-4);
    }
  `,
})
export class FinanceBenefitSection {
  private readonly sessions = inject(SessionStore);
  protected readonly words = inject(ClaimWords);
  protected readonly actions = inject(ClaimActions);
  protected readonly format = inject(Format);
  protected readonly t = financeTexts.inject();
  readonly benefit = input.required<ReportBenefit>();

  protected readonly entries = read(
    entryRoutes.listEntries,
    () => ({ query: { 'filter[benefitId]': this.benefit().id, limit: ENTRIES } }),
    { topics: ['finance'], keep: true },
  );
  protected readonly claims = read(
    claimRoutes.listClaims,
    () => ({ query: { 'filter[benefitId]': this.benefit().id, 'filter[state]': 'submitted,disputed', limit: 50 } }),
    { topics: ['finance'], keep: true },
  );
  protected readonly years = computed(() => ladderYears(this.entries.value()?.items ?? []));
  protected readonly mayReport = computed(() => this.sessions.may('finance.report'));
  protected readonly rungs = RUNGS;
  protected readonly labels = RUNG_LABELS;

  protected amountOn(amounts: Record<Rung, bigint>, rung: Rung): bigint {
    return amounts[rung];
  }

  protected isDisputed({ state }: { state: string }): boolean {
    return state === 'disputed';
  }
}
