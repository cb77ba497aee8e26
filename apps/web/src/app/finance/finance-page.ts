import { Component, computed, inject } from '@angular/core';
import { ledgerExportRoutes } from '@hoest/contracts';
import type { CalendarDate } from '@hoest/quantities';
import { Format, Icon, Note, UiLocale } from '@hoest/ui';
import { urlOf } from '../api/call-input';
import { PageFrame } from '../shell/page-frame';
import { ReadingState } from '../shell/reading-state';
import { ScopeLink } from '../shell/scope-link';
import { ClaimActions } from './claim/claim-actions';
import { FinanceCurve } from './curve/curve-section';
import { DeviationsSection } from './deviations/deviations-section';
import { DoubleCountingSection } from './deviations/double-counting-section';
import { FinanceControls } from './finance-controls';
import { FinanceStore } from './finance-store';
import { financeTexts } from './finance-texts';
import { ClaimPanel } from './inbox/claim-panel';
import { InboxSection } from './inbox/inbox-section';
import { Ledger } from './ledger/ledger';
import { BehindSection } from './leakage/behind-section';
import { LeakageSection } from './leakage/leakage-section';
import { PeriodsSection } from './periods/periods-section';
import { closedMonths, through } from './period-words';

/** The finance workspace: where the money leaks, what finance must decide now, and the ledger behind both. */
@Component({
  selector: 'app-finance-page',
  imports: [
    BehindSection,
    ClaimPanel,
    DeviationsSection,
    DoubleCountingSection,
    FinanceControls,
    FinanceCurve,
    Icon,
    InboxSection,
    LeakageSection,
    Ledger,
    Note,
    PageFrame,
    PeriodsSection,
    ReadingState,
    ScopeLink,
  ],
  providers: [ClaimActions, FinanceStore],
  templateUrl: './finance-page.html',
  styleUrl: './finance-page.css',
})
export class FinancePage {
  protected readonly store = inject(FinanceStore);
  private readonly actions = inject(ClaimActions);
  private readonly format = inject(Format);
  protected readonly locale = inject(UiLocale);
  protected readonly t = financeTexts.inject();

  private readonly ledger = computed(() => this.store.ledger.value());
  protected readonly scopeNote = computed(() => {
    const ledger = this.ledger();
    return ledger
      ? this.t('scopeNote', { year: String(ledger.year), period: through(ledger, this.t, this.format) })
      : '';
  });
  protected readonly asOf = computed(() => {
    const ledger = this.ledger();
    if (!ledger) return '';
    const { year, priceLevel, priceYear } = ledger;
    return [
      this.t('asOf', { date: this.format.date(ledger.asOf) }),
      priceLevel === 'fixed' ? this.t('asOf.fixed', { year: String(priceYear ?? year) }) : this.t('asOf.current'),
      this.format.amountUnit(ledger.currency),
      closedMonths(year, ledger.closedThrough, this.t, this.format),
    ].join(' · ');
  });
  /** Money that is not counted, by its reason. */
  protected readonly leftOut = computed(() => {
    const ledger = this.ledger();
    if (!ledger) return '';
    const { otherCurrencies, unknownPriceYears } = ledger;
    return [
      otherCurrencies.length ? this.t('leftOut.currencies', { list: this.format.list(otherCurrencies) }) : '',
      unknownPriceYears.length
        ? this.t('leftOut.priceYears', { list: this.format.list(unknownPriceYears.map(String)) })
        : '',
    ]
      .filter(Boolean)
      .join(' ');
  });
  /** The workbook of exactly what the page shows. */
  protected readonly workbook = computed(() => {
    const query = new URLSearchParams(
      Object.entries(this.store.ledgerQuery()).map(([name, value]): [string, string] => [name, String(value)]),
    );
    return `${urlOf(ledgerExportRoutes.exportLedger)}?${query}`;
  });

  protected monthWord(month: CalendarDate): string {
    return this.format.date(month, 'long-month');
  }

  protected report(): void {
    this.actions.report({ year: this.store.view().year });
  }
}
