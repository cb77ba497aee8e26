import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, effect, inject, input, numberAttribute, signal } from '@angular/core';
import { Router } from '@angular/router';
import { type ActualAccount, actualRoutes, type MatchingRule } from '@hoest/contracts';
import { Dialogs, Empty, Format, UiControl } from '@hoest/ui';
import { ApiClient } from '../../api/api-client';
import { ApiProblem } from '../../api/api-problem';
import { PageFrame } from '../../shell/page-frame';
import { ReadingState } from '../../shell/reading-state';
import { ScopeLink } from '../../shell/scope-link';
import { ActualsStore } from './actuals-store';
import { actualsTexts } from './actuals-texts';
import { ActualsWords } from './actuals-words';
import { BenefitSpending } from './benefit-spending';
import { LINE_TABS, LinesList, type LineTab } from './lines-list';
import { MatchDialog, type MatchDialogData } from './match-dialog';
import { OpenAccounts } from './open-accounts';
import { RulesList } from './rules-list';

const YEARS_BACK = 3;

/** What the accounting system booked: what still belongs to no benefit first, then what each benefit's accounts say. */
@Component({
  selector: 'app-actuals-page',
  imports: [
    BenefitSpending,
    Empty,
    LinesList,
    NgTemplateOutlet,
    OpenAccounts,
    PageFrame,
    ReadingState,
    RulesList,
    ScopeLink,
    UiControl,
  ],
  providers: [ActualsStore],
  templateUrl: './actuals-page.html',
  styles: `
    .lead {
      margin-bottom: var(--space-4);
    }
    .bar label {
      display: inline-flex;
      gap: var(--space-2);
      align-items: center;
    }
  `,
})
export class ActualsPage {
  private readonly router = inject(Router);
  private readonly dialogs = inject(Dialogs);
  private readonly client = inject(ApiClient);
  private readonly format = inject(Format);
  private readonly words = inject(ActualsWords);
  protected readonly store = inject(ActualsStore);
  protected readonly t = actualsTexts.inject();

  /** From the address: year, kind of match, import. */
  readonly year = input(undefined, { transform: numberAttribute });
  readonly match = input<string>();
  readonly import = input<string>();

  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly asked = computed(() => (Number.isInteger(this.year()) ? this.year() : undefined));
  protected readonly yearText = computed(() => String(this.store.year()));
  protected readonly years = computed(() =>
    Array.from({ length: YEARS_BACK + 1 }, (_, back) => this.store.now() - back),
  );
  protected readonly isEmpty = computed(() => {
    const { unmatched, ambiguous, matched } = this.store.counts();
    return unmatched + ambiguous + matched === 0;
  });
  protected readonly asOf = computed(() => {
    const totals = this.store.totals.value();
    if (!totals) return '';
    const { closedThrough } = totals;
    const year = this.t('asOf', { year: this.yearText() });
    const closed = closedThrough
      ? this.t('closedThrough', { month: this.format.date(closedThrough, 'long-month') })
      : this.t('nothingClosed');
    return `${year} · ${closed}`;
  });
  protected readonly lead = computed(() => {
    const matches = this.store.totals.value()?.matches;
    if (!matches) return '';
    const { unmatched, ambiguous, matched } = this.store.counts();
    const open = unmatched + ambiguous;
    const n = open === 0 ? matched : open;
    const amount = this.words.sums(
      open === 0 ? matches.matched : unmatched > 0 ? matches.unmatched : matches.ambiguous,
    );
    if (open === 0) return this.t('lead.all', { n, amount });
    if (unmatched === 0) return this.t('lead.ambiguous', { n: ambiguous, amount });
    return this.t('lead.unmatched', { n: unmatched, amount, ambiguous });
  });
  protected readonly tab = computed<LineTab>(
    () =>
      LINE_TABS.find((one) => one === this.match()) ??
      LINE_TABS.find((one) => this.store.counts()[one] > 0) ??
      'matched',
  );
  protected readonly tabs = computed(() =>
    LINE_TABS.map((id) => ({
      id,
      label: this.t(`tab.${id}`),
      count: this.format.number(this.store.counts()[id]),
    })),
  );

  constructor() {
    effect(() => this.store.asked.set(this.asked()));
  }

  protected show(year: string): void {
    void this.router.navigate([], {
      queryParams: { year: Number(year) === this.store.now() ? null : year },
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }

  protected chooseBenefit({ account, costCentre, candidates }: ActualAccount): void {
    this.open({ account, costCentre, candidates });
  }

  protected change(rule: MatchingRule): void {
    this.open({ account: rule.account, costCentre: rule.costCentre, rule });
  }

  protected async forget({ id, version }: MatchingRule): Promise<void> {
    this.problem.set(undefined);
    try {
      await this.client.call(actualRoutes.removeMatchingRule, { params: { id }, ifMatch: version });
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      this.problem.set(problem);
    }
    this.store.reload();
  }

  private open(data: MatchDialogData): void {
    this.dialogs.open<boolean, MatchDialogData>(MatchDialog, { data }).closed.subscribe((written) => {
      if (written) this.store.reload();
    });
  }
}
