import { Component, computed, inject, input } from '@angular/core';
import type { Overview } from '@hoest/contracts';
import { Decimal, type DecimalValue } from '@hoest/quantities';
import { ChartFrame, type ChartSeries, type ChartTable, Format, LineChart, UiLocale } from '@hoest/ui';
import { numberWord } from '../number-words';
import { OverviewStore } from '../overview-store';
import { overviewTexts } from '../overview-texts';
import { curveFigures, curveGap } from './curve-figures';

/** Promised, realised and expected money, accumulated: when it comes, and how far it is behind. */
@Component({
  selector: 'app-curve-section',
  imports: [ChartFrame, LineChart],
  template: `<section class="sec">
    <ui-chart-frame
      [message]="message()"
      [sub]="hasPlan() ? t('curve.sub', { from: from(), unit: format.amountUnit() }) : ''"
      [table]="hasPlan() ? table() : undefined"
      [source]="hasPlan() ? source() : ''"
      [fileName]="t('curve.file')"
    >
      @if (hasPlan()) {
        <ui-line-chart
          [series]="series()"
          [moments]="[{ date: overview().asOf, label: format.date(overview().asOf) }]"
          [gap]="gap()"
          [label]="t('curve.label')"
          [format]="axis()"
          [height]="290"
        />
      } @else {
        <p class="muted">{{ t('curve.empty') }}</p>
      }
    </ui-chart-frame>
  </section>`,
})
export class CurveSection {
  private readonly store = inject(OverviewStore);
  private readonly locale = inject(UiLocale);
  protected readonly format = inject(Format);
  protected readonly t = overviewTexts.inject();
  readonly overview = input.required<Overview>();

  /** The drawing ends with next year; the table and the file go on as far as the forecast does. */
  private readonly drawn = computed(() => {
    const lastYear = String(Number(this.overview().asOf.slice(0, 4)) + 1);
    return this.overview().curve.filter(({ month }) => month.slice(0, 4) <= lastYear);
  });
  private readonly figures = computed(() => curveFigures(this.drawn()));

  /** Whether anything was promised or came at all. */
  protected readonly hasPlan = computed(() =>
    this.overview().curve.some(({ planned, realised }) => planned !== '0' || (realised ?? '0') !== '0'),
  );
  protected readonly from = computed(() => this.format.date(this.overview().curve[0]?.month ?? this.overview().asOf));
  protected readonly message = computed(() => {
    const { claim } = this.figures();
    if (claim.kind !== 'late') return this.t(`curve.${claim.kind}`);
    const late = this.t('curve.late', { n: claim.months, word: numberWord(claim.months, this.locale.language()) });
    return claim.trend === 'steady' ? late : `${late}${this.t(`curve.trend.${claim.trend}`)}`;
  });
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
      return last == null ? [] : [{ ...one, endLabel: `${one.name} ${this.format.amount(last.toString())}` }];
    });
  });
  protected readonly gap = computed(() => curveGap(this.figures().latest, (minor) => this.signed(minor)));

  /** Figures of axis and lines in the reader's unit; whole ones without decimals, so that the axis stays calm. */
  protected readonly axis = computed(() => {
    const lastDigit = this.store.step();
    const decimals = this.locale.amountUnit() === 'million' ? 1 : 0;
    const unit = new Decimal(lastDigit.toString()).times(10 ** decimals);
    return (value: DecimalValue) => this.format.number(new Decimal(value).dividedBy(unit), { maxDecimals: decimals });
  });

  protected readonly table = computed<ChartTable>(() => {
    const written = (minor: string | null, missing: string) => (minor === null ? missing : this.format.amount(minor));
    const unit = this.format.amountUnit();
    return {
      columns: [
        this.t('curve.month'),
        ...(['planned', 'realised', 'forecast'] as const).map((line) => `${this.t(`curve.${line}`)}, ${unit}`),
      ],
      rows: this.overview().curve.map(({ month, planned, realised, forecast }) => [
        this.format.date(month, 'month'),
        this.format.amount(planned),
        written(realised, this.t('curve.notDue')),
        written(forecast, '–'),
      ]),
    };
  });

  private signed(minor: bigint): string {
    return this.format.amount(minor, { signed: true });
  }
}
