import { Component, computed, inject, signal } from '@angular/core';
import { type PriceIndex, priceIndexRoutes } from '@hoest/contracts';
import { Dialogs, Empty, Format } from '@hoest/ui';
import { read } from '../../api/read';
import { SessionStore } from '../../organisation/session-store';
import { ReadingState } from '../../shell/reading-state';
import { type EstimateRequest, PriceIndexDialog } from './price-index-dialog';
import { financeSettingsTexts } from './settings-texts';

/** The price and wage index: the estimate in force by year, and every estimate before it. */
@Component({
  selector: 'app-price-index-section',
  imports: [Empty, ReadingState],
  templateUrl: './price-index-section.html',
  styleUrl: './settings-section.css',
})
export class PriceIndexSection {
  private readonly format = inject(Format);
  private readonly dialogs = inject(Dialogs);
  private readonly sessions = inject(SessionStore);
  protected readonly t = financeSettingsTexts.inject();
  protected readonly index = read(priceIndexRoutes.readPriceIndex, () => ({ query: {} }), { topics: ['finance'] });
  protected readonly mayEdit = computed(() => this.sessions.may('finance.settings'));
  /** The estimate looked at, where it is not the one in force. */
  private readonly chosen = signal<string | undefined>(undefined);

  protected readonly shown = computed<PriceIndex | null>(() => {
    const answer = this.index.value();
    return answer?.estimates.find(({ id }) => id === this.chosen()) ?? answer?.inForce ?? null;
  });
  protected readonly message = computed(() => {
    const [estimate, asOf] = [this.shown(), this.index.value()?.asOf];
    const next = estimate?.levels.find(({ year }) => year === Number(asOf?.slice(0, 4)) + 1);
    if (!next || next.change === null) return this.t('index.title');
    const key = Number(next.change) < 0 ? 'index.falls' : 'index.rises';
    const rise = this.percent(next.change.replace('-', ''));
    return this.t(key, { rise, year: String(next.year) });
  });
  protected readonly sub = computed(() => {
    const estimate = this.shown();
    if (!estimate) return '';
    const first = estimate.levels[0];
    return [
      this.t('index.title'),
      this.t('index.known', { date: this.format.date(estimate.validFrom) }),
      estimate.source,
      first ? this.t('index.base', { year: String(first.year), level: this.format.number(first.level) }) : '',
      this.t(estimate.id === this.index.value()?.inForce?.id ? 'index.inForce' : 'index.former'),
    ]
      .filter(Boolean)
      .join(' · ');
  });
  protected readonly history = computed(() => {
    const answer = this.index.value();
    return (answer?.estimates ?? []).map((estimate) => ({
      estimate,
      validFrom: this.format.date(estimate.validFrom),
      recorded: this.format.dateTime(estimate.recordedAt),
      years: [estimate.levels[0]?.year, estimate.levels.at(-1)?.year].join('–'),
      status: this.t(
        estimate.id === answer?.inForce?.id
          ? 'status.inForce'
          : estimate.corrected
            ? 'status.corrected'
            : 'status.former',
      ),
      isShown: estimate.id === this.shown()?.id,
    }));
  });

  protected level(level: string): string {
    return this.format.number(level, { minDecimals: 2, maxDecimals: 2 });
  }

  protected percent(change: string): string {
    return this.format.percent(change, { minDecimals: 1, maxDecimals: 1 });
  }

  protected show(estimate: PriceIndex): void {
    this.chosen.set(estimate.id === this.index.value()?.inForce?.id ? undefined : estimate.id);
  }

  protected add(): void {
    const request: EstimateRequest = {
      levels: this.index.value()?.inForce?.levels ?? [],
      today: this.index.value()?.asOf ?? this.format.dateOf(new Date()),
    };
    this.dialogs
      .open<PriceIndex, EstimateRequest>(PriceIndexDialog, { data: request, width: '640px' })
      .closed.subscribe((recorded) => {
        if (!recorded) return;
        this.chosen.set(undefined);
        this.index.reload();
      });
  }
}
