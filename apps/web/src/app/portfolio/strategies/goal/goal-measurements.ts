import { Component, inject, input, output, signal } from '@angular/core';
import { type Goal, goalRoutes } from '@hoest/contracts';
import type { CalendarDate } from '@hoest/quantities';
import { DateInput, DayPipe, Format, NumberInput } from '@hoest/ui';
import { ApiClient } from '../../../api/api-client';
import { ApiProblem } from '../../../api/api-problem';
import { strategiesTexts } from '../strategies-texts';
import { GoalWords } from './goal-words';

/** What was measured, latest first, and a place to record the next. */
@Component({
  selector: 'app-goal-measurements',
  imports: [DateInput, DayPipe, NumberInput],
  template: `<section class="sec thin" aria-labelledby="goal-measurements">
    <h2 id="goal-measurements">{{ t('measurements') }}</h2>
    @if (mayEdit()) {
      <form novalidate (submit)="record($event, comment)">
        <ui-date-input [label]="t('measurement.on')" [max]="today" [(value)]="measuredOn" />
        <ui-number-input
          [label]="t('measurement.value')"
          [placeholder]="t('measurement.value')"
          [unit]="goal().kpiUnit ?? ''"
          [(value)]="value"
        />
        <input
          #comment
          class="input wide"
          maxlength="2000"
          autocomplete="off"
          [attr.aria-label]="t('measurement.comment')"
          [placeholder]="t('measurement.comment')"
        />
        <button type="submit" class="btn" [disabled]="busy() || !measuredOn() || value() === null">
          {{ t('measurement.record') }}
        </button>
      </form>
    }
    @if (problem(); as refused) {
      <p class="deviation-text small" role="alert">
        {{ refused.faultOf('measuredOn') ?? refused.problem.detail }}
      </p>
    }
    <ul class="rows">
      @for (one of goal().measurements; track one.measuredOn) {
        <li>
          <span>{{ one.measuredOn | day }}</span>
          <b>{{ words.value(one.value, goal()) }}</b>
          @if (one.comment) {
            <span class="sub wide">{{ one.comment }}</span>
          }
        </li>
      } @empty {
        <li class="faint">{{ t('measurements.none') }}</li>
      }
    </ul>
  </section>`,
  styleUrl: './rows.css',
})
export class GoalMeasurements {
  private readonly client = inject(ApiClient);
  protected readonly t = strategiesTexts.inject();
  protected readonly words = inject(GoalWords);
  readonly goal = input.required<Goal>();
  readonly mayEdit = input.required<boolean>();
  readonly changed = output<Goal>();
  protected readonly today = inject(Format).dateOf(new Date());
  protected readonly measuredOn = signal<CalendarDate | null>(this.today);
  protected readonly value = signal<string | null>(null);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  protected async record(event: Event, comment: HTMLInputElement): Promise<void> {
    event.preventDefault();
    const [measuredOn, value] = [this.measuredOn(), this.value()];
    if (measuredOn === null || value === null || this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      const body = { measuredOn, value, comment: comment.value };
      this.changed.emit(await this.client.call(goalRoutes.measureGoal, { params: { id: this.goal().id }, body }));
      this.value.set(null);
      comment.value = '';
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      this.problem.set(problem);
    } finally {
      this.busy.set(false);
    }
  }
}
