import { Component, computed, inject } from '@angular/core';
import type { Goal } from '@hoest/contracts';
import { Choose, Format, MarkChange, SaveStatus } from '@hoest/ui';
import { EDITED_ROW } from '../../../fields/edited-row';
import { SavedField } from '../../../fields/saved-field';
import { ScopeLink } from '../../../shell/scope-link';
import { initiativeTexts } from '../../portfolio-texts';
import { EditSwitch } from '../edit-switch';
import { InitiativeStore } from '../initiative-store';

/** What the initiative is for: its primary goal, and others it helps. */
@Component({
  selector: 'app-goals-section',
  imports: [Choose, EditSwitch, MarkChange, SavedField, SaveStatus, ScopeLink],
  providers: [{ provide: EDITED_ROW, useFactory: () => inject(InitiativeStore).rowOf('goals') }],
  templateUrl: './goals-section.html',
  styles: `
    :host {
      display: block;
    }
    section {
      outline: none;
    }
    li {
      display: flex;
      gap: var(--space-3);
      justify-content: space-between;
      padding: 3px 0;
    }
    .goal {
      padding: 8px 0;
      border-bottom: 1px solid var(--rule);
    }
    h3 {
      margin-top: var(--space-4);
    }
  `,
})
export class GoalsSection {
  protected readonly t = initiativeTexts.inject();
  protected readonly store = inject(InitiativeStore);
  private readonly format = inject(Format);
  protected readonly edit = this.store.edit;
  protected readonly editing = computed(() => this.store.mayEdit() && this.store.editing() === 'goals');
  private readonly goals = computed(
    () => new Map((this.store.goals.value()?.items ?? []).map((goal) => [goal.id, goal])),
  );

  /** Primary goal first. */
  protected readonly shown = computed(() => {
    const initiative = this.store.initiative();
    return [initiative?.primaryGoalId ?? null, ...(initiative?.secondaryGoalIds ?? [])].flatMap((id, index) => {
      const goal = id === null ? undefined : this.goals().get(id);
      return goal ? [{ goal, primary: index === 0 }] : [];
    });
  });
  protected readonly secondary = computed(() => this.shown().filter(({ primary }) => !primary));
  protected readonly left = computed(() => {
    const chosen = new Set(this.shown().map(({ goal }) => goal.id));
    return this.store.goalOptions().filter(({ id }) => !chosen.has(id));
  });
  protected readonly missing = computed(() => this.store.missing().get('goals')?.has('primaryGoalId') ?? false);

  constructor() {
    this.store.writes('secondaryGoalIds', (value) =>
      this.format.list((value as string[]).map((id) => this.goals().get(id)?.title ?? '')),
    );
  }

  /** "Mål: 75 % den 29.02.2028; senest målt 66 % den 03.10.2026." */
  protected standing(goal: Goal): string {
    const unit = goal.kpiUnit ? `\u00a0${goal.kpiUnit}` : '';
    const number = (value: string) => `${this.format.number(value)}${unit}`;
    const target = goal.targets.find(({ dueOn }) => dueOn >= this.store.today()) ?? goal.targets.at(-1);
    const [latest] = goal.measurements;
    return [
      goal.kpi,
      target && this.t('goal.target', { value: number(target.value), date: this.format.date(target.dueOn) }),
      latest
        ? this.t('goal.latest', { value: number(latest.value), date: this.format.date(latest.measuredOn) })
        : this.t('goal.notMeasured'),
    ]
      .filter(Boolean)
      .join(' · ');
  }

  protected add(goalId: string | null): void {
    const goals = this.store.initiative()?.secondaryGoalIds ?? [];
    if (goalId !== null) void this.edit.save('secondaryGoalIds', [...goals, goalId]);
  }

  protected remove(goalId: string): void {
    const goals = this.store.initiative()?.secondaryGoalIds ?? [];
    void this.edit.save(
      'secondaryGoalIds',
      goals.filter((id) => id !== goalId),
    );
  }
}
