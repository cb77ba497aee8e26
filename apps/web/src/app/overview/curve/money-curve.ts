import { Component, computed, inject, input } from '@angular/core';
import type { Overview } from '@hoest/contracts';
import { type CalendarDate, Decimal, type DecimalValue } from '@hoest/quantities';
import { ChartFrame, type ChartSeries, type ChartTable, Format, LineChart, UiLocale } from '@hoest/ui';
import type { Translate } from '../../language/text-area';
import { numberWord } from '../number-words';
import { shownStep } from '../shown-amounts';
import { curveFigures, curveGap } from './curve-figures';

const LINES = ['planned', 'realised', 'forecast'] as const;

/** Texts of the curve that an area writes in its own words, with the same places. */
type CurveWord =
  | `curve.${(typeof LINES)[number] | 'none' | 'on_plan' | 'ahead' | 'late' | 'trend.growing' | 'trend.shrinking'}`
  | `curve.${'empty' | 'file' | 'label' | 'month' | 'notDue' | 'source' | 'sourcePlan'}`;

/** Planned, realised and forecast money, accumulated: the sentence it proves, the drawing, the table. Asks nobody. */
@Component({
  selector: 'app-money-curve',
  imports: [ChartFrame, LineChart],
  template: `<ui-chart-frame
    [message]="message()"
    [sub]="hasPlan() ? sub() : ''"
    [table]="hasPlan() ? table() : undefined"
    [source]="hasPlan() ? source() : ''"
    [fileName]="t()('curve.file')"
  >
    @if (hasPlan()) {
      <ui-line-chart
        [series]="series()"
        [moments]="[{ date: asOf(), label: format.date(asOf()) }]"
        [gap]="gap()"
        [label]="t()('curve.label')"
        [format]="axis()"
        [height]="290"
      />
    } @else {
      <p class="muted">{{ t()('curve.empty') }}</p>
    }
  </ui-chart-frame>`,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class MoneyCurve {
  private readonly locale = inject(UiLocale);
  protected readonly format = inject(Format);

  /** Sums up to the end of each month, minor units, in order; table and file hold all of them. */
  readonly points = input.required<Overview['curve']>();
  /** The last month that is drawn; null = all. */
  readonly drawnThrough = input<CalendarDate | null>(null);
  readonly asOf = input.required<CalendarDate>();
  readonly currency = input.required<string>();
  /** What, in which unit, by which method: the line below the sentence. */
  readonly sub = input.required<string>();
  readonly t = input.required<Translate<CurveWord>>();

  private readonly figures = computed(() => {
    const last = this.drawnThrough();
    return curveFigures(this.points().filter(({ month }) => last === null || month <= last));
  });
  /** Whether anything was promised or came at all. */
  protected readonly hasPlan = computed(() =>
    this.points().some(({ planned, realised }) => planned !== '0' || (realised ?? '0') !== '0'),
  );
  protected readonly message = computed(() => {
    const [{ claim }, t] = [this.figures(), this.t()];
    if (claim.kind !== 'late') return t(`curve.${claim.kind}`);
    const late = t('curve.late', { n: claim.months, word: numberWord(claim.months, this.locale.language()) });
    return claim.trend === 'steady' ? late : `${late}${t(`curve.trend.${claim.trend}`)}`;
  });
  protected readonly source = computed(() => {
    const { latest } = this.figures();
    return latest ? this.t()('curve.source', { date: this.format.date(latest.date) }) : this.t()('curve.sourcePlan');
  });
  protected readonly series = computed<ChartSeries[]>(() => {
    const { planned, realised, forecast } = this.figures();
    const t = this.t();
    const lines: ChartSeries[] = [
      { id: 'planned', name: t('curve.planned'), kind: 'plan', points: planned, markers: false },
      { id: 'forecast', name: t('curve.forecast'), kind: 'forecast', points: forecast, markers: false },
      { id: 'realised', name: t('curve.realised'), kind: 'own', points: realised, markers: false },
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
    const unit = this.locale.amountUnit();
    const decimals = unit === 'million' ? 1 : 0;
    const one = new Decimal(shownStep(unit, this.currency()).toString()).times(10 ** decimals);
    return (value: DecimalValue) => this.format.number(new Decimal(value).dividedBy(one), { maxDecimals: decimals });
  });
  protected readonly table = computed<ChartTable>(() => {
    const [t, unit] = [this.t(), this.format.amountUnit(this.currency())];
    const written = (minor: string | null, missing: string) => (minor === null ? missing : this.amount(minor));
    return {
      columns: [t('curve.month'), ...LINES.map((line) => `${t(`curve.${line}`)}, ${unit}`)],
      rows: this.points().map(({ month, planned, realised, forecast }) => [
        this.format.date(month, 'month'),
        this.amount(planned),
        written(realised, t('curve.notDue')),
        written(forecast, '–'),
      ]),
    };
  });

  private amount(minor: string): string {
    return this.format.amount(minor, { currency: this.currency() });
  }
}
