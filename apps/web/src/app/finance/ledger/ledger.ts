import { Component, computed, effect, inject, input, signal, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { type AmountUnit, elementWidth, Format, SidePanel } from '@hoest/ui';
import { LEDGER_FIGURES } from '@hoest/contracts';
import { ReadingState } from '../../shell/reading-state';
import { LedgerGrid } from './grid/ledger-grid';
import { LedgerEntry } from './ledger-entry';
import { type LedgerReading, LedgerStore, type LedgerTerms, type MonthFigure } from './ledger-store';
import { ledgerTexts } from './ledger-texts';
import { LedgerList } from './list/ledger-list';
import { LedgerPrint } from './print/ledger-print';
import { printing } from './print/printing';
import { PastePreview } from './grid/paste-preview';
import { ReportBar } from './report/report-bar';
import { BenefitEntries } from './side/benefit-entries';

const PHONE_PX = 720;
const NARROW_PX = 1120;
const PANEL_PX = 416;
const COMPACT_KEY = 'hoest.ledger.compact';

/**
 * Where every promised krone is: the benefits of a year by administration, from promised to confirmed, or one figure month by month.
 * A grid with spreadsheet keys; a list on phones. The page's guard must load the texts (`ledgerTexts.load`).
 *
 * ```html
 * <app-ledger [reading]="store.ledger" [query]="store.ledgerQuery()" [unit]="locale.amountUnit()" />
 * ```
 */
@Component({
  selector: 'app-ledger',
  imports: [BenefitEntries, LedgerGrid, LedgerList, LedgerPrint, PastePreview, ReadingState, ReportBar, SidePanel],
  providers: [LedgerStore, LedgerEntry],
  templateUrl: './ledger.html',
  styleUrl: './ledger.css',
})
export class Ledger {
  private readonly route = inject(ActivatedRoute);
  private readonly router = inject(Router);
  private readonly format = inject(Format);
  protected readonly store = inject(LedgerStore);
  protected readonly entry = inject(LedgerEntry);
  protected readonly t = ledgerTexts.inject();
  protected readonly grid = viewChild(LedgerGrid);

  /** The reading of the ledger that the whole page shows. */
  readonly reading = input.required<LedgerReading>();
  /** What it was asked for; the months are asked for in the same terms. */
  readonly query = input.required<LedgerTerms>();
  readonly unit = input<AmountUnit>('thousand');

  private readonly width = elementWidth(1200);
  /** What the side panel leaves of it. */
  protected readonly gridWidth = computed(() => this.width() - (this.chosen() ? PANEL_PX : 0));
  protected readonly phone = computed(() => this.width() < PHONE_PX);
  protected readonly onPaper = printing();
  protected readonly compact = signal(this.storedCompact());
  protected readonly figures = LEDGER_FIGURES;
  protected readonly spans = [12, 24, 36, 60];
  private readonly params = toSignal(this.route.queryParamMap, { requireSync: true });
  /** The benefit in the address, as far as it is in the ledger. */
  protected readonly chosen = computed(() => {
    const id = this.params().get('benefit');
    return id === null ? undefined : this.store.benefits().get(id);
  });
  protected readonly sub = computed(() => {
    const ledger = this.store.ledger();
    const through = ledger?.through;
    return this.t('sub', {
      unit: this.store.unitWord(),
      prices:
        ledger?.priceLevel === 'fixed'
          ? this.t('prices.fixed', { year: String(ledger.priceYear ?? ledger.year) })
          : this.t('prices.current'),
      period: this.store.monthly()
        ? this.t('period.months', { n: this.store.monthCount() })
        : through
          ? this.t('period.through', { month: this.format.date(through, 'long-month') })
          : this.t('period.none'),
    });
  });

  constructor() {
    effect(() => {
      this.store.reading.set(this.reading());
      this.store.terms.set(this.query());
    });

    effect(() => this.store.unit.set(this.unit()));
    effect(() => this.store.narrow.set(this.gridWidth() < NARROW_PX));
  }

  protected setCompact(compact: boolean): void {
    this.compact.set(compact);
    try {
      localStorage.setItem(COMPACT_KEY, compact ? 'yes' : 'no');
    } catch {
      // Without storage the choice lasts as long as the tab.
    }
  }

  protected setFigure(figure: string): void {
    this.store.figure.set(figure as MonthFigure);
  }

  protected setSpan(months: string): void {
    this.store.monthCount.set(Number(months));
  }

  protected choose(benefit: string | null): void {
    void this.router.navigate([], {
      relativeTo: this.route,
      queryParams: { benefit },
      queryParamsHandling: 'merge',
      preserveFragment: true,
      replaceUrl: true,
      scroll: 'manual',
    });
  }

  protected pasted(): void {
    this.entry.confirmPaste();
    this.grid()?.focus();
  }

  protected notPasted(): void {
    this.entry.cancelPaste();
    this.grid()?.focus();
  }

  protected closePanel(): void {
    this.choose(null);
    this.grid()?.focus();
  }

  private storedCompact(): boolean {
    try {
      return localStorage.getItem(COMPACT_KEY) === 'yes';
    } catch {
      return false;
    }
  }
}
