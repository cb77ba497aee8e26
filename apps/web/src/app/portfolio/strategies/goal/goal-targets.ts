import { Component, computed, inject, input, output, signal } from '@angular/core';
import { type Goal, goalRoutes } from '@hoest/contracts';
import type { CalendarDate } from '@hoest/quantities';
import { DateInput, DayPipe, NumberInput } from '@hoest/ui';
import { ApiClient } from '../../../api/api-client';
import { ApiProblem } from '../../../api/api-problem';
import { strategiesTexts } from '../strategies-texts';
import { GoalWords } from './goal-words';

type Target = Goal['targets'][number];

/** What is aimed at, and by when; added and removed one by one, stored as one list. */
@Component({
  selector: 'app-goal-targets',
  imports: [DateInput, DayPipe, NumberInput],
  template: `<section class="sec thin" aria-labelledby="goal-targets">
    <h2 id="goal-targets">{{ t('targets') }}</h2>
    <ul class="rows">
      @for (target of targets(); track target.dueOn) {
        <li>
          <span>{{ target.dueOn | day }}</span>
          <b>{{ words.value(target.value, goal()) }}</b>
          @if (mayEdit()) {
            <button
              type="button"
              class="link small"
              [disabled]="busy()"
              [attr.aria-label]="t('target.removeNamed', { value: words.value(target.value, goal()) })"
              (click)="remove(target)"
            >
              {{ t('remove') }}
            </button>
          }
        </li>
      } @empty {
        <li class="faint">{{ t('targets.none') }}</li>
      }
    </ul>
    @if (mayEdit()) {
      <form novalidate (submit)="add($event)">
        <ui-date-input [label]="t('target.dueOn')" [placeholder]="t('target.dueOn')" [(value)]="dueOn" />
        <ui-number-input
          [label]="t('target.value')"
          [placeholder]="t('target.value')"
          [unit]="goal().kpiUnit ?? ''"
          [(value)]="value"
        />
        <button type="submit" class="btn" [disabled]="busy() || !dueOn() || value() === null">
          {{ t('target.add') }}
        </button>
      </form>
    }
    @if (problem(); as refused) {
      <p class="deviation-text small" role="alert">{{ refused.problem.title }} {{ refused.problem.detail }}</p>
    }
  </section>`,
  styleUrl: './rows.css',
})
export class GoalTargets {
  private readonly client = inject(ApiClient);
  protected readonly t = strategiesTexts.inject();
  protected readonly words = inject(GoalWords);
  readonly goal = input.required<Goal>();
  readonly mayEdit = input.required<boolean>();
  readonly changed = output<Goal>();
  protected readonly targets = computed(() => [...this.goal().targets].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1)));
  protected readonly dueOn = signal<CalendarDate | null>(null);
  protected readonly value = signal<string | null>(null);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    const [dueOn, value] = [this.dueOn(), this.value()];
    if (dueOn === null || value === null) return;
    // A second target for the same day takes the place of the first.
    if (await this.store([...this.targets().filter((one) => one.dueOn !== dueOn), { dueOn, value }])) {
      this.dueOn.set(null);
      this.value.set(null);
    }
  }

  protected async remove(target: Target): Promise<void> {
    await this.store(this.targets().filter((one) => one !== target));
  }

  private async store(targets: Target[]): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      const input = { params: { id: this.goal().id }, body: { targets }, ifMatch: this.goal().version };
      this.changed.emit(await this.client.call(goalRoutes.setGoalTargets, input));
      return true;
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      this.problem.set(problem);
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
