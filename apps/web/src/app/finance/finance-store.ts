import { computed, effect, inject, Injectable } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, type Params, Router } from '@angular/router';
import { type EventTopic, ledgerRoutes, periodRoutes } from '@hoest/contracts';
import { Format, UiLocale } from '@hoest/ui';
import { read } from '../api/read';
import { SessionStore } from '../organisation/session-store';
import { Scope } from '../shell/scope';
import { type FinanceView, ledgerQueryOf, readFinanceView, writeFinanceView } from './finance-view';
import { behindStep } from './leakage/waterfall-steps';

/** Kinds of rows whose change moves money on the page; `maturity` tells that the money per month has been worked out anew. */
export const FINANCE_TOPICS: readonly EventTopic[] = ['finance', 'benefit', 'initiative', 'maturity'];

/** What the sections of the finance page show: the view in the address, and the ledger all of them speak of. */
@Injectable()
export class FinanceStore {
  private readonly router = inject(Router);
  private readonly scope = inject(Scope);
  private readonly locale = inject(UiLocale);
  private readonly format = inject(Format);
  readonly sessions = inject(SessionStore);
  private readonly params = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });

  /** Today where the organisation is; the server's day once it has answered. */
  readonly today = computed(() => this.ledger.value()?.asOf ?? this.format.dateOf(new Date()));
  readonly view = computed<FinanceView>(
    () => readFinanceView((name) => this.params().get(name), Number(this.format.dateOf(new Date()).slice(0, 4))),
    { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  /** Input of the months; ledger, curve and workbook add the closing. */
  readonly query = computed(() => ledgerQueryOf(this.view(), this.scope.unitId()));
  readonly ledgerQuery = computed(() => {
    const { closed } = this.view();
    return closed ? { ...this.query(), closed } : this.query();
  });

  readonly ledger = read(ledgerRoutes.readLedger, () => ({ query: this.ledgerQuery() }), {
    topics: FINANCE_TOPICS,
    keep: true,
  });
  readonly periods = read(periodRoutes.listPeriods, () => ({}), { topics: ['finance'], keep: true });

  /** Rows of the ledger that the address asks for: all, or those behind one part of the waterfall. */
  readonly shownItems = computed(() => behindStep(this.ledger.value()?.items ?? [], this.view().behind));

  readonly mayReport = computed(() => this.sessions.may('finance.report'));
  readonly mayValidate = computed(() => this.sessions.may('finance.validate'));
  readonly mayClose = computed(() => this.sessions.may('finance.close'));

  constructor() {
    // The address decides the unit of amounts where it names one; the choice stays the reader's own afterwards.
    effect(() => {
      const { amounts } = this.view();
      if (amounts) this.locale.amountUnit.set(amounts);
    });
  }

  /** Whether a shortened list is shown in full (`?deviations=all`). */
  listed(name: string): boolean {
    return this.params().get(name) === 'all';
  }

  /** Query parameters of a link that changes the view and keeps the rest. */
  linkTo(change: Partial<FinanceView>): Params {
    return { ...this.scope.params(), ...this.current(), ...writeFinanceView(change) };
  }

  async show(change: Partial<FinanceView>): Promise<void> {
    await this.router.navigate([], {
      queryParams: writeFinanceView(change),
      queryParamsHandling: 'merge',
      scroll: 'manual',
    });
  }

  private current(): Params {
    const params = this.params();
    return Object.fromEntries(params.keys.map((name) => [name, params.get(name)]));
  }
}
