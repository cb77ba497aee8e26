import { Component, computed, inject } from '@angular/core';
import { MONTH_STATUS_LABELS } from '@hoest/benefits';
import { benefitRoutes } from '@hoest/contracts';
import { Decimal, type DecimalValue } from '@hoest/quantities';
import { ChartFrame, Format, injectUiText, LineChart, UiLocale } from '@hoest/ui';
import { read } from '../../api/read';
import { ReadingState } from '../../shell/reading-state';
import { BenefitStore } from '../benefit/benefit-store';
import { benefitTexts } from '../benefits-texts';
import { seriesLines, seriesRows, seriesToDate, type SeriesWords } from './series-chart';

const THOUSANDS_BELOW_MINOR = 500_000_000;

/** Planned, forecast and realised per month, in money or in the unit of the lead measure. */
@Component({
  selector: 'app-series-section',
  imports: [ChartFrame, LineChart, ReadingState],
  template: `<section class="sec thin" aria-labelledby="benefit-series-title">
    <div class="sechead">
      <h2 id="benefit-series-title">{{ t('series') }}</h2>
      <span class="sub">{{ t('series.what') }}</span>
    </div>
    @if (series.value(); as read) {
      @if (read.items.length) {
        <ui-chart-frame
          [level]="3"
          [message]="message()"
          [sub]="sub()"
          [table]="table()"
          [source]="source()"
          fileName="gevinst-pr-maaned"
        >
          <ui-line-chart
            [series]="lines()"
            [moments]="moments()"
            [label]="t('series')"
            [format]="axis"
            [height]="240"
          />
        </ui-chart-frame>
      } @else {
        <p class="muted">{{ t('series.none') }}</p>
      }
    } @else {
      <app-reading [of]="series" [rows]="4" />
    }
  </section>`,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class SeriesSection {
  private readonly store = inject(BenefitStore);
  private readonly format = inject(Format);
  private readonly locale = inject(UiLocale);
  private readonly ui = injectUiText();
  protected readonly t = benefitTexts.inject();
  protected readonly series = read(
    benefitRoutes.readSeries,
    () => {
      const id = this.store.id();
      return id ? { params: { id } } : undefined;
    },
    { topics: ['benefit'], follows: (change) => change.id === null || change.id === this.store.id() },
  );

  private readonly currency = computed(() => {
    const unit = this.series.value()?.unit;
    return unit?.kind === 'money' ? unit.currency : undefined;
  });
  private readonly unit = computed(() => {
    const unit = this.series.value()?.unit;
    if (unit?.kind === 'measure') return unit.unit;
    if (this.scale() !== 'thousand') return this.format.amountUnit(this.currency());
    const currency = this.currency() ?? this.locale.currency();
    return currency === 'DKK' ? this.t('unit.thousand') : this.t('unit.thousandOf', { currency });
  });
  /** Months are smaller than years: thousands where the reader's millions would show the same figure on every line of the axis. */
  private readonly scale = computed<'thousand' | 'reader'>(() => {
    const amounts = (this.series.value()?.items ?? []).flatMap(({ planned, forecast, realised }) =>
      [planned, forecast, realised].flatMap((value) => (value === null ? [] : [new Decimal(value).abs()])),
    );
    const largest = amounts.length > 0 ? Decimal.max(...amounts) : new Decimal(0);
    return this.locale.amountUnit() === 'million' && largest.lessThan(THOUSANDS_BELOW_MINOR) ? 'thousand' : 'reader';
  });
  private readonly words = computed<SeriesWords>(() => ({
    planned: this.t('series.planned'),
    rebaselined: this.t('series.rebaselined', { number: this.series.value()?.rebaselined?.number ?? '' }),
    forecast: this.t('series.forecast'),
    realised: this.t('series.realised'),
    month: this.t('series.month'),
    status: this.t('obligation.status'),
    statuses: {
      measured: this.locale.label(MONTH_STATUS_LABELS.measured).toLowerCase(),
      not_measured: this.locale.label(MONTH_STATUS_LABELS.not_measured).toLowerCase(),
      not_due: this.locale.label(MONTH_STATUS_LABELS.not_due).toLowerCase(),
    },
    formatMonth: (month) => this.format.date(month, 'month'),
    format: (value) => this.exact(value),
  }));
  protected readonly lines = computed(() => {
    const series = this.series.value();
    return series ? seriesLines(series, this.words()) : [];
  });
  protected readonly table = computed(() => {
    const series = this.series.value();
    return series && seriesRows(series, this.words());
  });
  protected readonly moments = computed(() => [{ date: this.store.today(), label: this.ui('today') }]);
  /** On the axis in the reader's unit, so that months of hundreds of thousands stay readable. */
  protected readonly axis = (value: DecimalValue): string => {
    const currency = this.currency();
    if (!currency) return this.format.number(value, { maxDecimals: 2 });
    const minor = new Decimal(value).toDecimalPlaces(0).toFixed();
    return this.scale() === 'thousand'
      ? this.format.money(minor, { currency, scale: 'thousand' })
      : this.format.amount(minor, { currency });
  };

  protected readonly message = computed(() => {
    const series = this.series.value();
    if (!series) return '';
    if (series.unit.kind === 'measure' || !series.totals) return this.t('series.unitMessage');
    const { planned, realised, notMeasured } = seriesToDate(series);
    const plannedAll = this.amount(new Decimal(series.totals.planned));
    const forecast = this.amount(new Decimal(series.totals.forecast));
    if (planned.isZero() && realised.isZero()) return this.t('series.nothingDue', { planned: plannedAll });
    const values = {
      realised: this.amount(realised),
      planned: this.amount(planned),
      forecast,
      plannedAll,
      n: notMeasured,
    };
    return this.t(notMeasured > 0 ? 'series.messageMissing' : 'series.message', values);
  });
  protected readonly sub = computed(() => {
    const frozen = this.store.frozenOn() !== undefined;
    const measured = this.series.value()?.unit.kind === 'measure';
    const words = measured ? 'series.subUnit' : frozen ? 'series.subFrozen' : 'series.subPlan';
    return [this.t(words, { unit: this.unit() }), this.beside()].filter(Boolean).join(' ');
  });
  /** What the re-baselined plan promises, beside the headline. */
  private readonly beside = computed(() => {
    const series = this.series.value();
    if (!series?.rebaselined) return '';
    const { number, totals } = series.rebaselined;
    if (!totals || !series.totals) return this.t('series.beside', { number });
    return this.t('series.besideMoney', {
      number,
      planned: this.amount(new Decimal(totals.planned)),
      frozen: this.amount(new Decimal(series.totals.planned)),
    });
  });
  protected readonly source = computed(() => {
    const asOf = this.series.value()?.asOf;
    return asOf ? this.t('series.asOf', { date: this.format.date(asOf) }) : '';
  });

  private amount(minor: Decimal): string {
    return this.format.amountWithUnit(minor.toFixed(0), { currency: this.currency() });
  }

  private exact(value: string): string {
    const currency = this.currency();
    return currency
      ? this.format.money(new Decimal(value).toFixed(0), { currency, showMinor: false })
      : this.format.number(value, { maxDecimals: 6 });
  }
}
