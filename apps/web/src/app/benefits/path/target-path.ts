import { Component, computed, effect, inject, input, output, signal } from '@angular/core';
import { DEFAULT_TOLERANCE, EVIDENCE_KIND_LABELS, isSamePath, PLAN_VERSION_KIND_LABELS } from '@hoest/benefits';
import type { Measure } from '@hoest/contracts';
import { addMonths, Decimal, type DecimalValue } from '@hoest/quantities';
import {
  ChartFrame,
  Format,
  injectUiText,
  LineChart,
  type MovedPoint,
  SaveStatus,
  seriesTable,
  UiLocale,
} from '@hoest/ui';
import { BenefitStore } from '../benefit/benefit-store';
import { benefitTexts } from '../benefits-texts';
import { BenefitWords } from '../ui/benefit-words';
import { periodName } from '../ui/period-name';
import { withRow } from './edited-path';
import { pathChart } from './path-chart';
import { PathDraft } from './path-draft';
import { baselineOf, currentValues, pathStanding } from './path-standing';
import { PointsTable } from './points-table';

/**
 * The curve of a measure: plan, tolerance, measured values, today; and while the plan is not frozen, its points to drag, to move by
 * arrow keys or to type. The message is computed from the data.
 */
@Component({
  selector: 'app-target-path',
  imports: [ChartFrame, LineChart, PointsTable, SaveStatus],
  providers: [PathDraft],
  templateUrl: './target-path.html',
  host: { '(window:beforeunload)': 'warn($event)' },
  styles: `
    :host {
      display: block;
    }
    .points {
      margin-top: var(--space-4);
    }
  `,
})
export class TargetPath {
  protected readonly store = inject(BenefitStore);
  protected readonly draft = inject(PathDraft);
  private readonly format = inject(Format);
  private readonly locale = inject(UiLocale);
  private readonly words = inject(BenefitWords);
  private readonly ui = injectUiText();
  protected readonly t = benefitTexts.inject();
  readonly measure = input.required<Measure>();
  readonly level = input<2 | 3>(2);
  /** The reader wants to type a measurement. */
  readonly record = output();
  /** The reader wants to change a frozen plan. */
  readonly rebaseline = output();

  protected readonly typing = signal(false);
  protected readonly mayChange = computed(() => this.store.mayEdit() && this.store.frozenOn() === undefined);
  /** A draft can always be moved; the draft beside an approved plan only when the reader asks, so that nobody drags it by accident. */
  private readonly editable = computed(() => {
    const { plan, targetPoints } = this.measure();
    const beside = plan !== null && plan.kind !== 'draft' && isSamePath(plan.points, targetPoints);
    return this.mayChange() && (!beside || this.typing());
  });
  protected readonly chart = computed(() => {
    const view = {
      measure: this.measure(),
      draft: this.draft.points(),
      editable: this.editable(),
      today: this.store.today(),
    };
    const isNewPlan = this.store.benefit()?.planVersions.some(({ kind }) => kind === 'rebaselined');
    return pathChart(view, {
      plan: {
        draft: this.t('path.draft'),
        approved: this.locale.label(PLAN_VERSION_KIND_LABELS.approved),
        frozen_at_go_live: this.t('path.frozen'),
        rebaselined: this.locale.label(PLAN_VERSION_KIND_LABELS.rebaselined),
      },
      draft: this.t(isNewPlan ? 'path.newPlan' : 'path.proposal'),
      measured: this.t('path.measured'),
      band: this.t('path.band'),
      number: (value) => this.words.quantity(value),
      date: (date) => this.format.date(date),
      baseline: (value, date) =>
        date
          ? this.t('path.baselineOn', { value: this.words.quantity(value), date: this.format.date(date) })
          : this.t('path.baseline', { value: this.words.quantity(value) }),
      gap: (distance, above, planned) =>
        this.t(above ? 'path.above' : 'path.below', { distance: this.words.quantity(round(distance, planned)) }),
    });
  });
  protected readonly moments = computed(() => [{ date: this.store.today(), label: this.ui('today') }]);
  protected readonly write = (value: DecimalValue) => this.format.number(value, { maxDecimals: 2 });
  protected readonly table = computed(() =>
    seriesTable(this.chart().series, {
      dateHeading: this.ui('date'),
      formatDate: (date) => this.format.date(date),
      format: this.write,
      band: this.chart().band,
    }),
  );

  protected readonly message = computed(() => {
    const measure = this.measure();
    const standing = pathStanding(measure);
    const quantity = (value: DecimalValue) => this.words.quantity(value, measure.unit);
    const language = this.locale.language();
    switch (standing.kind) {
      case 'no-plan':
        return measure.name;
      case 'not-measured':
        return this.t('message.notMeasured', {
          target: quantity(standing.target),
          date: this.format.date(standing.by),
        });
      case 'missing': {
        const period = periodName(standing.periodStart, standing.periodEnd, language);
        return standing.latest === null
          ? this.t('message.missing', { period })
          : this.t('message.missingSince', { period, value: quantity(standing.latest) });
      }
      case 'not-comparable':
        return this.t('message.notComparable', { value: quantity(standing.value) });
      case 'reached':
        return this.t('message.reached', {
          value: quantity(standing.value),
          target: this.words.quantity(standing.target),
        });
      default: {
        const values = {
          value: quantity(standing.value),
          planned: this.words.quantity(round(standing.planned)),
          distance: this.words.quantity(round(standing.distance, standing.planned)),
        };
        if (standing.kind === 'on-plan') return this.t('message.onPlan', values);
        const side = standing.above ? 'above' : 'below';
        return standing.kind === 'behind'
          ? this.t(`message.behind.${side}`, values)
          : this.t(`message.ahead.${side}`, values);
      }
    }
  });
  protected readonly sub = computed(() => {
    const { name, unit } = this.measure();
    const band = this.chart().band
      ? this.t('path.bandWhat', { tolerance: this.format.percent(DEFAULT_TOLERANCE) })
      : '';
    return [`${name}, ${unit}.`, band].filter(Boolean).join(' ');
  });
  protected readonly source = computed(() => {
    const measure = this.measure();
    const latest = currentValues(measure).at(-1);
    if (!latest) return measure.source ?? '';
    const evidence = this.locale.label(EVIDENCE_KIND_LABELS[latest.evidenceKind]).toLowerCase();
    return this.t('path.source', {
      date: this.format.date(latest.date),
      evidence: [evidence, measure.source].filter(Boolean).join(', '),
    });
  });
  protected readonly nextDay = computed(() => {
    const last = this.draft.points().at(-1);
    return last && addMonths(last.dueOn, 6);
  });

  constructor() {
    effect(() => this.draft.measure.set(this.measure()));
  }

  protected warn(event: BeforeUnloadEvent): void {
    if (this.draft.unsaved()) event.preventDefault();
  }

  protected move({ index, value }: MovedPoint): void {
    this.draft.move(index, new Decimal(value).toFixed());
  }

  /** Opens the table; an empty path begins with the baseline, which is where every path starts. */
  protected startTyping(): void {
    this.typing.set(true);
    if (this.draft.rows().length > 0) return;
    const baseline = baselineOf(this.measure());
    const start = baseline?.measuredOn ? { dueOn: baseline.measuredOn, value: baseline.value ?? undefined } : {};
    this.draft.begin(withRow(withRow([], start)));
  }
}

/** A computed quantity is shown with as many decimals as people measure with, not as many as the division gave; `like` sets how many. */
function round(value: Decimal, like = value): Decimal {
  const size = like.abs();
  return value.toDecimalPlaces(size.greaterThanOrEqualTo(100) ? 0 : size.greaterThanOrEqualTo(10) ? 1 : 2);
}
