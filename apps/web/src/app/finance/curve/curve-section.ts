import { Component, computed, inject } from '@angular/core';
import { ledgerRoutes } from '@hoest/contracts';
import { Decimal, type DecimalValue } from '@hoest/quantities';
import { ChartFrame, type ChartSeries, type ChartTable, Format, LineChart, UiLocale } from '@hoest/ui';
import { read } from '../../api/read';
import { curveFigures, curveGap, numberWord, sentence, shownStep } from '../../overview/public';
import { ReadingState } from '../../shell/reading-state';
import { FINANCE_TOPICS, FinanceStore } from '../finance-store';
import { financeTexts } from '../finance-texts';
import { accumulated } from './curve-points';

/** Expected, realised and forecast money of the year, accumulated: when it comes, and how far it is behind. */
@Component({
  selector: 'app-finance-curve',
  imports: [ChartFrame, LineChart, ReadingState],
  template: `<section class="sec">
    @if (curve.value(); as value) {
      <ui-chart-frame
        [message]="message()"
        [sub]="hasPlan() ? sub() : ''"
        [table]="hasPlan() ? table() : undefined"
        [source]="hasPlan() ? source() : ''"
        [fileName]="t('curve.file')"
      >
        @if (hasPlan()) {
          <ui-line-chart
            [series]="series()"
            [moments]="[{ date: value.asOf, label: format.date(value.asOf) }]"
            [gap]="gap()"
            [label]="t('curve.label')"
            [format]="axis()"
            [height]="290"
          />
        } @else {
          <p class="muted">{{ t('curve.empty') }}</p>
        }
      </ui-chart-frame>
    } @else {
      <app-reading [of]="curve" [rows]="8" />
    }
  </section>`,
})
export class FinanceCurve {
  private readonly store = inject(FinanceStore);
  private readonly locale = inject(UiLocale);
  protected readonly format = inject(Format);
  protected readonly t = financeTexts.inject();

  protected readonly curve = read(ledgerRoutes.readCurve, () => ({ query: this.store.ledgerQuery() }), {
    topics: FINANCE_TOPICS,
    keep: true,
  });
  private readonly points = computed(() => accumulated(this.curve.value()?.items ?? []));
  private readonly figures = computed(() => curveFigures(this.points()));
  private readonly currency = computed(() => this.curve.value()?.currency ?? this.locale.currency());

  /** Whether anything was promised or came at all. */
  protected readonly hasPlan = computed(() =>
    this.points().some(({ planned, realised }) => planned !== '0' || (realised ?? '0') !== '0'),
  );
  protected readonly message = computed(() => {
    const { claim } = this.figures();
    if (claim.kind !== 'late') return this.t(`curve.${claim.kind}`);
    const late = this.t('curve.late', { n: claim.months, word: numberWord(claim.months, this.locale.language()) });
    return claim.trend === 'steady' ? late : `${late}${this.t(`curve.trend.${claim.trend}`)}`;
  });
  protected readonly sub = computed(() =>
    this.t('curve.sub', {
      year: String(this.store.view().year),
      unit: sentence(this.format.amountUnit(this.currency())),
    }),
  );
  protected readonly source = computed(() => {
    const { latest } = this.figures();
    return latest ? this.t('curve.source', { date: this.format.date(latest.date) }) : this.t('curve.sourcePlan');
  });
  protected readonly series = computed<ChartSeries[]>(() => {
    const { planned, realised, forecast } = this.figures();
    const lines: ChartSeries[] = [
      { id: 'planned', name: this.t('curve.planned'), kind: 'plan', points: planned, markers: false },
      { id: 'forecast', name: this.t('curve.forecast'), kind: 'forecast', points: forecast, markers: false },
      { id: 'realised', name: this.t('curve.realised'), kind: 'own', points: realised, markers: false },
    ];
    return lines.flatMap((one) => {
      const last = one.points.findLast(({ value }) => value !== null)?.value;
      return last == null ? [] : [{ ...one, endLabel: `${one.name} ${this.amount(last.toString())}` }];
    });
  });
  protected readonly gap = computed(() =>
    curveGap(this.figures().latest, (minor) => this.format.amount(minor, { signed: true, currency: this.currency() })),
  );
  /** Figures of axis and lines in the reader's unit; whole ones without decimals, so that the axis stays calm. */
  protected readonly axis = computed(() => {
    const decimals = this.locale.amountUnit() === 'million' ? 1 : 0;
    const step = shownStep(this.locale.amountUnit(), this.currency());
    const unit = new Decimal(step.toString()).times(10 ** decimals);
    return (value: DecimalValue) => this.format.number(new Decimal(value).dividedBy(unit), { maxDecimals: decimals });
  });
  protected readonly table = computed<ChartTable>(() => {
    const unit = this.format.amountUnit(this.currency());
    return {
      columns: [
        this.t('curve.month'),
        ...(['planned', 'realised', 'forecast'] as const).map((line) => `${this.t(`curve.${line}`)}, ${unit}`),
      ],
      rows: this.points().map(({ month, planned, realised, forecast }) => [
        this.format.date(month, 'month'),
        this.amount(planned),
        realised === null ? this.t('curve.notDue') : this.amount(realised),
        forecast === null ? '–' : this.amount(forecast),
      ]),
    };
  });

  private amount(minor: string): string {
    return this.format.amount(minor, { currency: this.currency() });
  }
}
