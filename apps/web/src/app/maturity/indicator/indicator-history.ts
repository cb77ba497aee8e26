import { Component, computed, inject, input } from '@angular/core';
import { ChartFrame, type ChartSeries, type ChartTable, type ChartZone, Format, LineChart } from '@hoest/ui';
import { type HistoryItem, levelSpan } from '../history/history-message';
import { maturityTexts } from '../maturity-texts';

const ONE = { minDecimals: 1, maxDecimals: 1 } as const;

/** Score of one indicator at each month end, with the levels as bands. */
@Component({
  selector: 'app-indicator-history',
  imports: [ChartFrame, LineChart],
  template: `<ui-chart-frame
    [message]="message()"
    [sub]="sub()"
    [table]="table()"
    [source]="t('history.source')"
    fileName="modenhed-indikator"
  >
    @if (scored().length > 1) {
      <ui-line-chart [series]="series()" [zones]="zones()" [fromZero]="false" [height]="200" [label]="message()" />
    } @else {
      <p class="muted">{{ t('trend.none') }}</p>
    }
  </ui-chart-frame>`,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class IndicatorHistory {
  private readonly format = inject(Format);
  protected readonly t = maturityTexts.inject();
  readonly items = input.required<readonly HistoryItem[]>();
  readonly name = input.required<string>();

  protected readonly scored = computed(() => this.items().flatMap(({ indicator }) => indicator?.score ?? []));
  protected readonly series = computed((): ChartSeries[] => [
    {
      id: 'score',
      name: this.t('matrix.score'),
      kind: 'own',
      markers: false,
      endLabel: this.format.number(this.scored().at(-1) ?? 0, ONE),
      points: this.items().map(({ asOf, indicator }) => ({
        date: asOf,
        value: indicator?.score?.toString() ?? null,
      })),
    },
  ]);
  protected readonly zones = computed((): ChartZone[] => {
    const { from, to } = levelSpan(this.scored());
    return [0, 20, 40, 60, 80]
      .filter((low) => low >= from && low < to)
      .map((low) => ({
        from: low,
        to: low + 20,
        label: this.t('value.rangeOne', { level: low / 20 + 1 }),
        tinted: low % 40 === 0,
      }));
  });
  protected readonly message = computed(() => {
    const [first, last] = [this.scored()[0], this.scored().at(-1)];
    const name = this.name();
    if (first === undefined || last === undefined || Math.abs(last - first) < 0.5)
      return this.t('trend.title', { name });
    const params = { name, from: this.format.number(first, ONE), to: this.format.number(last, ONE) };
    return this.t(last > first ? 'trend.rose' : 'trend.fell', params);
  });
  protected readonly sub = computed(() => {
    const [first, last] = [this.items()[0], this.items().at(-1)];
    if (!first || !last) return '';
    return this.t('trend.sub', {
      from: this.format.date(first.asOf, 'long-month'),
      to: this.format.date(last.asOf),
    });
  });
  protected readonly table = computed((): ChartTable => ({
    columns: [
      this.t('history.date'),
      this.t('trend.value'),
      this.t('matrix.score'),
      this.t('matrix.level'),
      this.t('trend.n'),
    ],
    rows: this.items().map(({ asOf, indicator }) => [
      this.format.date(asOf),
      indicator && indicator.value !== null ? this.format.percent(indicator.value) : this.t('absent.noData'),
      indicator && indicator.score !== null ? this.format.number(indicator.score, ONE) : this.t('trend.noScore'),
      indicator?.level?.toString() ?? this.t('trend.noScore'),
      this.format.number(indicator?.n ?? 0),
    ]),
  }));
}
