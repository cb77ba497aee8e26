import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { type Goal, goalRoutes, strategyRoutes } from '@hoest/contracts';
import { GOAL_DIRECTION_LABELS, GOAL_DIRECTIONS } from '@hoest/portfolio';
import {
  ChartFrame,
  type ChartSeries,
  Format,
  LineChart,
  MarkChange,
  type Option,
  seriesTable,
  UiLocale,
} from '@hoest/ui';
import { editRow, type RowEditor } from '../../../api/edit-row';
import { read } from '../../../api/read';
import { EDITED_ROW, type EditedRow } from '../../../fields/edited-row';
import { SavedField } from '../../../fields/saved-field';
import { People } from '../../../organisation/people';
import { SessionStore } from '../../../organisation/session-store';
import { PageFrame } from '../../../shell/page-frame';
import { ReadingState } from '../../../shell/reading-state';
import { ScopeLink } from '../../../shell/scope-link';
import { strategiesTexts } from '../strategies-texts';
import { GoalMeasurements } from './goal-measurements';
import { GoalTargets } from './goal-targets';
import { GoalWords } from './goal-words';

/** One goal: its key figure from baseline over measurements to targets, who answers for it, and who carries it. */
@Component({
  selector: 'app-goal-page',
  imports: [
    ChartFrame,
    GoalMeasurements,
    GoalTargets,
    LineChart,
    MarkChange,
    PageFrame,
    ReadingState,
    SavedField,
    ScopeLink,
  ],
  providers: [{ provide: EDITED_ROW, useExisting: GoalPage }],
  templateUrl: './goal-page.html',
})
export class GoalPage implements EditedRow {
  protected readonly t = strategiesTexts.inject();
  private readonly format = inject(Format);
  private readonly locale = inject(UiLocale);
  private readonly router = inject(Router);
  private readonly people = inject(People);
  private readonly sessions = inject(SessionStore);
  protected readonly words = inject(GoalWords);

  readonly id = input.required<string>();
  /** `edit` while the goal's own fields are edited. */
  readonly mode = input<string>();

  protected readonly goals = read(goalRoutes.listGoals, () => ({ query: {} }), { topics: ['strategy', 'initiative'] });
  private readonly strategies = read(strategyRoutes.listStrategies, () => ({}), { topics: ['strategy'] });
  protected readonly goal = computed(() => this.goals.value()?.items.find(({ id }) => id === this.id()));
  protected readonly strategy = computed(() =>
    this.strategies.value()?.items.find(({ id }) => id === this.goal()?.strategyId),
  );
  protected readonly mayEdit = computed(() => this.sessions.may('strategy.edit'));
  readonly editing = computed(() => this.mayEdit() && this.mode() === 'edit');

  readonly anchor = 'goal';
  readonly writers = new Map<string, (value: unknown) => string>();
  readonly edit = editRow(goalRoutes.changeGoal, {
    row: () => this.goal(),
    params: ({ id }: Goal) => ({ id }),
    saved: (goal) => this.take(goal),
    show: (field, value) => this.writers.get(field)?.(value) ?? String(value ?? ''),
  }) as RowEditor<never> as RowEditor<Record<string, unknown>>;

  protected readonly peopleOptions = this.people.options;
  protected readonly directions = computed<readonly Option[]>(() =>
    GOAL_DIRECTIONS.map((id) => ({ id, label: this.locale.label(GOAL_DIRECTION_LABELS[id]) })),
  );
  protected readonly parents = computed<readonly Option[]>(() =>
    (this.goals.value()?.items ?? [])
      .filter(({ id, strategyId }) => id !== this.id() && strategyId === this.goal()?.strategyId)
      .map(({ id, title, code }) => ({ id, label: title, hint: code })),
  );
  protected readonly sub = computed(() => [this.goal()?.kpi, this.goal()?.kpiUnit].filter(Boolean).join(', '));
  /** Under the title: who answers for it; where the goal stands, when no chart says it. */
  protected readonly asOf = computed(() => {
    const goal = this.goal();
    if (!goal) return '';
    const owner = goal.ownerName ? this.t('ownedBy', { name: goal.ownerName }) : '';
    return this.series().length > 0 ? owner : [this.words.standing(goal), owner].filter(Boolean).join(' · ');
  });
  protected readonly series = computed<readonly ChartSeries[]>(() => {
    const goal = this.goal();
    if (!goal) return [];
    const start = goal.baselineOn && goal.baselineValue ? [{ date: goal.baselineOn, value: goal.baselineValue }] : [];
    const targets = [...goal.targets].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
    const plan = [...start, ...targets.map(({ dueOn, value }) => ({ date: dueOn, value }))];
    const measured = [...goal.measurements].reverse().map(({ measuredOn, value }) => ({ date: measuredOn, value }));
    return [
      { id: 'plan', name: this.t('chart.target'), kind: 'plan' as const, points: plan },
      { id: 'own', name: this.t('chart.measured'), kind: 'own' as const, points: [...start, ...measured] },
    ].filter(({ points }) => points.length > 1);
  });
  protected readonly moments = computed(() => [
    { date: this.format.dateOf(this.goals.readAt() ?? new Date()), label: this.t('chart.today') },
  ]);
  protected readonly table = computed(() =>
    seriesTable(this.series(), {
      dateHeading: this.t('date'),
      formatDate: (date) => this.format.date(date),
      format: (value) => this.format.number(value),
    }),
  );

  constructor() {
    void this.people.load();
  }

  value(field: string): unknown {
    return (this.goal() as Record<string, unknown> | undefined)?.[field];
  }

  protected take(goal: Goal): void {
    const items = this.goals.value()?.items ?? [];
    this.goals.set({ items: items.map((one) => (one.id === goal.id ? goal : one)) });
  }

  protected startEditing(on: boolean): void {
    void this.router.navigate([], {
      queryParams: { mode: on ? 'edit' : null },
      queryParamsHandling: 'merge',
      scroll: 'manual',
      replaceUrl: true,
    });
  }
}
