import { booleanAttribute, Component, computed, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { type Job, maturityRoutes } from '@hoest/contracts';
import { CONFIDENCE_BANDS } from '@hoest/maturity';
import { isCalendarDate } from '@hoest/quantities';
import { ConfidenceMark, Format, Note, StarMark, UiControl } from '@hoest/ui';
import { ApiClient } from '../api/api-client';
import { ApiProblem } from '../api/api-problem';
import { read } from '../api/read';
import { JobProgress } from '../exchange/job/job-progress';
import { SessionStore } from '../organisation/session-store';
import { PageFrame } from '../shell/page-frame';
import { ReadingState } from '../shell/reading-state';
import { Scope } from '../shell/scope';
import { HistoryChart } from './history/history-chart';
import { ImprovementsSection } from './improvements/improvements-section';
import { ThemeColumn } from './indicators/theme-column';
import { maturityTexts } from './maturity-texts';
import { MovementSection } from './movement/movement-section';
import { OverallScore } from './overall/overall-score';
import { RecalculationNote } from './recalculation/recalculation-note';
import { UnitMatrix } from './units/unit-matrix';

/**
 * The digital maturity of a unit: overall figure, history, 36 indicators, why it moved, what would lift it, units compared. The
 * address holds the unit, the day (`asOf`), the order (`sort`), and what is explained between which days.
 */
@Component({
  selector: 'app-maturity-page',
  imports: [
    ConfidenceMark,
    HistoryChart,
    ImprovementsSection,
    JobProgress,
    MovementSection,
    Note,
    OverallScore,
    PageFrame,
    ReadingState,
    RecalculationNote,
    StarMark,
    ThemeColumn,
    UiControl,
    UnitMatrix,
  ],
  templateUrl: './maturity-page.html',
  styleUrl: './maturity-page.css',
})
export class MaturityPage {
  private readonly router = inject(Router);
  private readonly client = inject(ApiClient);
  protected readonly format = inject(Format);
  protected readonly scope = inject(Scope);
  protected readonly sessions = inject(SessionStore);
  protected readonly t = maturityTexts.inject();

  /** Day whose figures are shown; today without. */
  readonly asOf = input<string>();
  readonly sort = input<string>();
  readonly why = input<string>();
  readonly from = input<string>();
  readonly to = input<string>();
  readonly who = input<string>();
  readonly all = input(false, { transform: booleanAttribute });
  readonly matrix = input<string>();

  private readonly day = computed(() => {
    const day = this.asOf();
    return day && isCalendarDate(day) ? day : undefined;
  });
  protected readonly maturity = read(
    maturityRoutes.readMaturity,
    () => ({ query: { unitId: this.scope.unitId(), asOf: this.day() } }),
    // A change of a record is followed at once, so that the note about the recalculation it causes shows.
    { topics: ['maturity', 'initiative', 'benefit', 'strategy'], keep: true },
  );
  protected readonly history = read(maturityRoutes.readHistory, () => ({ query: { unitId: this.scope.unitId() } }), {
    topics: ['maturity'],
    keep: true,
  });
  protected readonly days = computed(() => (this.history.value()?.items ?? []).map(({ asOf }) => asOf));
  /** Month ends one can look back at, the latest first. */
  protected readonly pastDays = computed(() => this.days().slice(0, -1).reverse());
  protected readonly isPast = computed(() => (this.maturity.value()?.knownAt ?? null) !== null);
  protected readonly items = computed(() => {
    const asOf = this.isPast() ? this.maturity.value()?.asOf : undefined;
    const items = this.history.value()?.items ?? [];
    return asOf ? items.filter((item) => item.asOf <= asOf) : items;
  });

  protected readonly line = computed(() => {
    const maturity = this.maturity.value();
    if (!maturity) return '';
    const { computedAt, asOf, comparedWith, definitionVersion } = maturity;
    const when = this.isPast() || computedAt === null ? this.format.date(asOf) : this.format.dateTime(computedAt);
    return [
      computedAt === null ? this.t('line.never') : this.t('line.computed', { when }),
      comparedWith && this.t('line.compared', { date: this.format.date(comparedWith) }),
      this.t('line.scale'),
      this.t('line.definition', { version: definitionVersion }),
    ]
      .filter(Boolean)
      .join(' · ');
  });

  protected readonly past = computed(() => {
    const { asOf, knownAt } = this.maturity.value() ?? {};
    if (!asOf || !knownAt) return null;
    return {
      heading: this.t('past.heading', { date: this.format.date(asOf) }),
      what: this.t('past.what', { time: this.format.dateTime(knownAt) }),
    };
  });

  protected readonly jobId = signal<string | undefined>(undefined);
  protected readonly refused = signal<ApiProblem | undefined>(undefined);
  protected readonly starting = signal(false);

  protected readonly bands = CONFIDENCE_BANDS.toReversed();
  protected readonly lowestFirst = computed(() => this.sort() === 'lowest');

  protected choose(params: Record<string, string | null>): void {
    void this.router.navigate([], { queryParams: params, queryParamsHandling: 'merge' });
  }

  protected async recalculate(): Promise<void> {
    this.refused.set(undefined);
    this.starting.set(true);
    try {
      this.jobId.set((await this.client.call(maturityRoutes.requestRecalculation, {})).jobId);
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      this.refused.set(problem);
    } finally {
      this.starting.set(false);
    }
  }

  /** A failed job stays in view with the way to try again; otherwise the new figures are the answer. */
  protected ended(job: Job): void {
    if (job.state !== 'failed') this.jobId.set(undefined);
    this.maturity.reload();
    this.history.reload();
  }
}
