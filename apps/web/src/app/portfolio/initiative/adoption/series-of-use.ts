import { Component, computed, type ElementRef, inject, input, signal, viewChild } from '@angular/core';
import { type AdoptionSeries, adoptionRoutes } from '@hoest/contracts';
import { addMonths, type CalendarDate, Decimal, startOfMonth } from '@hoest/quantities';
import {
  ChartFrame,
  type ChartSeries,
  type ChartTable,
  DayPipe,
  Field,
  Format,
  LineChart,
  PercentInput,
  PercentPipe,
  readPastedBlock,
  SaveStatus,
  type SaveState,
  UiControl,
  UiLocale,
} from '@hoest/ui';
import { ApiClient } from '../../../api/api-client';
import { ApiProblem } from '../../../api/api-problem';
import { editRow, type RowEditor } from '../../../api/edit-row';
import { EDITED_ROW, type EditedRow } from '../../../fields/edited-row';
import { SavedField } from '../../../fields/saved-field';
import { Notices } from '../../../shell/notices';
import { recordTexts } from '../../portfolio-texts';
import { InitiativeStore } from '../initiative-store';
import { readAdoptionBlock } from './adoption-block';

/** Months offered for typing; more come in by pasting. */
const MONTHS_TYPED = 6;

/** One series of use: the curve with its aim; while edited, its facts, its latest months, and a place to paste a block into. */
@Component({
  selector: 'app-series-of-use',
  imports: [ChartFrame, DayPipe, Field, LineChart, PercentInput, PercentPipe, SavedField, SaveStatus, UiControl],
  providers: [{ provide: EDITED_ROW, useExisting: SeriesOfUse }],
  templateUrl: './series-of-use.html',
  styleUrl: './series-of-use.css',
})
export class SeriesOfUse implements EditedRow {
  protected readonly t = recordTexts.inject();
  protected readonly store = inject(InitiativeStore);
  private readonly client = inject(ApiClient);
  private readonly notices = inject(Notices);
  private readonly format = inject(Format);
  private readonly locale = inject(UiLocale);
  private readonly block = viewChild<ElementRef<HTMLTextAreaElement>>('block');

  readonly series = input.required<AdoptionSeries>();
  readonly editing = input.required<boolean>();

  readonly anchor = 'adoption';
  readonly writers = new Map<string, (value: unknown) => string>();
  readonly edit = editRow(adoptionRoutes.changeAdoptionSeries, {
    row: () => this.series(),
    params: ({ id }: AdoptionSeries) => ({ id }),
    saved: (series) => this.take(series),
    show: (field, value) => this.writers.get(field)?.(value) ?? String(value ?? ''),
  }) as RowEditor<never> as RowEditor<Record<string, unknown>>;

  protected readonly unitName = computed(() => {
    const { unitId } = this.series();
    return unitId === null ? '' : (this.store.unitName(unitId) ?? '');
  });
  protected readonly latest = computed(() => this.series().points.at(-1));
  /** "71 % i oktober 2026, 9 procentpoint under målet på 80 %." */
  protected readonly message = computed(() => {
    const { name, targetRate } = this.series();
    const latest = this.latest();
    if (!latest) return this.t('adoption.noPoints', { name });
    const gap = new Decimal(targetRate).minus(latest.actualRate).times(100);
    const params = {
      name,
      rate: this.format.percent(latest.actualRate, { maxDecimals: 0 }),
      month: this.format.date(latest.month, 'long-month'),
      target: this.format.percent(targetRate, { maxDecimals: 0 }),
      gap: this.format.number(gap.abs(), { maxDecimals: 0 }),
    };
    return this.t(gap.greaterThan(0) ? 'adoption.below' : 'adoption.reached', params);
  });
  protected readonly sub = computed(() => {
    const { intended } = this.series();
    return [
      this.t('adoption.what'),
      this.unitName(),
      intended === null ? '' : this.t('adoption.intendedIs', { n: this.format.number(intended) }),
    ]
      .filter(Boolean)
      .join(' · ');
  });
  protected readonly percent = (value: Parameters<Format['number']>[0]) =>
    this.format.percent(value, { maxDecimals: 0 });
  protected readonly lines = computed<readonly ChartSeries[]>(() => [
    {
      id: 'actual',
      name: this.t('adoption.actual'),
      kind: 'own',
      points: this.series().points.map(({ month, actualRate }) => ({ date: month, value: actualRate })),
    },
  ]);
  protected readonly guides = computed(() => [
    {
      value: this.series().targetRate,
      label: this.t('adoption.aim', { target: this.percent(this.series().targetRate) }),
    },
  ]);
  protected readonly table = computed<ChartTable>(() => ({
    columns: [this.t('adoption.month'), this.t('adoption.actual')],
    rows: this.series().points.map(({ month, actualRate }) => [
      this.format.date(month, 'long-month'),
      this.format.percent(actualRate),
    ]),
  }));
  /** The latest months up to the present one, newest first, each with its rate or null. */
  protected readonly months = computed(() => {
    const present = startOfMonth(this.store.today());
    const rates = new Map(this.series().points.map(({ month, actualRate }) => [month, actualRate]));
    return Array.from({ length: MONTHS_TYPED }, (_, back) => {
      const month = addMonths(present, -back);
      return { month, rate: rates.get(month) ?? null };
    });
  });

  protected readonly pasting = signal(false);
  protected readonly pasted = signal<ReturnType<typeof readAdoptionBlock>>([]);
  protected readonly points = computed(() => this.pasted().filter((one) => one.kind === 'point'));
  protected readonly unread = computed(() =>
    this.format.list(
      this.pasted().flatMap((one) => (one.kind === 'fault' ? [this.t('adoption.quoted', { text: one.text })] : [])),
    ),
  );
  protected readonly state = signal<SaveState>({ kind: 'idle' });

  value(field: string): unknown {
    return (this.series() as Record<string, unknown>)[field];
  }

  protected readBlock(): void {
    const cells = readPastedBlock(this.block()?.nativeElement.value ?? '');
    this.pasted.set(readAdoptionBlock(cells, this.locale.language() === 'da' ? 'comma' : 'point'));
  }

  protected async keepBlock(): Promise<void> {
    const points = this.points().map(({ month, rate }) => ({ month, actualRate: rate }));
    if (points.length === 0 || !(await this.setPoints(points))) return;
    this.pasting.set(false);
    this.pasted.set([]);
  }

  protected setMonth(month: CalendarDate, rate: string | null): void {
    void this.setPoints([{ month, actualRate: rate }]);
  }

  protected async remove(): Promise<void> {
    const { id, version, name } = this.series();
    try {
      await this.client.call(adoptionRoutes.removeAdoptionSeries, { params: { id }, ifMatch: version });
      this.store.adoption.reload();
      this.notices.tell({ text: this.t('adoption.removed', { name }) });
    } catch (problem) {
      this.refuse(problem);
    }
  }

  private async setPoints(points: { month: CalendarDate; actualRate: string | null }[]): Promise<boolean> {
    const { id, version } = this.series();
    this.state.set({ kind: 'saving' });
    try {
      const input = { params: { id }, body: { points }, ifMatch: version };
      this.take(await this.client.call(adoptionRoutes.setAdoptionPoints, input));
      this.state.set({ kind: 'saved', at: new Date(), undoable: false });
      return true;
    } catch (problem) {
      this.refuse(problem);
      return false;
    }
  }

  private refuse(problem: unknown): void {
    if (!(problem instanceof ApiProblem)) throw problem;
    this.state.set({ kind: 'refused', text: problem.problem.title, detail: problem.problem.detail });
    if (problem.problem.status === 412) this.store.adoption.reload();
  }

  private take(series: AdoptionSeries): void {
    const items = this.store.adoption.value()?.items ?? [];
    this.store.adoption.set({ items: items.map((one) => (one.id === series.id ? series : one)) });
    this.store.latest.reload();
  }
}
