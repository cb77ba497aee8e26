import { Component, computed, inject, signal } from '@angular/core';
import { type Decision, decisionRoutes } from '@hoest/contracts';
import { DECISION_KIND_LABELS, DECISION_OUTCOME_LABELS } from '@hoest/portfolio';
import type { CalendarDate } from '@hoest/quantities';
import { DateInput, DayPipe, Dialogs, Empty, LabelPipe, MarkChange, Note } from '@hoest/ui';
import { ApiClient } from '../../../api/api-client';
import { ApiProblem } from '../../../api/api-problem';
import { ReadingState } from '../../../shell/reading-state';
import { initiativeTexts, recordTexts } from '../../portfolio-texts';
import { InitiativeStore } from '../initiative-store';
import { DecisionDialog } from './decision-dialog';

/** The decision log of the initiative: who decided what on which mandate, what was asked for, and whether it was done. */
@Component({
  selector: 'app-decisions-section',
  imports: [DateInput, DayPipe, Empty, LabelPipe, MarkChange, Note, ReadingState],
  templateUrl: './decisions-section.html',
  styleUrl: './decisions-section.css',
})
export class DecisionsSection {
  protected readonly t = recordTexts.inject();
  protected readonly sections = initiativeTexts.inject();
  protected readonly store = inject(InitiativeStore);
  private readonly client = inject(ApiClient);
  private readonly dialogs = inject(Dialogs);
  protected readonly kindLabels = DECISION_KIND_LABELS;
  protected readonly outcomeLabels = DECISION_OUTCOME_LABELS;

  protected readonly reading = this.store.decisions;
  private readonly reversed = computed(
    () =>
      new Map((this.reading.value()?.items ?? []).flatMap((one) => (one.reversesId ? [[one.reversesId, one]] : []))),
  );
  /** The decision whose execution is being dated. */
  protected readonly dating = signal<string | undefined>(undefined);
  protected readonly executedOn = signal<CalendarDate | null>(null);
  protected readonly busy = signal(false);
  protected readonly problem = signal<{ id: string; problem: ApiProblem } | undefined>(undefined);

  protected record(): void {
    this.dialogs.open(DecisionDialog, { data: this.store, width: '680px' });
  }

  protected reversedBy(decision: Decision): Decision | undefined {
    return this.reversed().get(decision.id);
  }

  protected openConditions(decision: Decision): number {
    return decision.conditions.filter(({ closedOn }) => closedOn === null).length;
  }

  protected isDue(date: CalendarDate | null, done: CalendarDate | null): boolean {
    return date !== null && done === null && date < this.store.today();
  }

  protected close(decision: Decision, at: number, closedOn: CalendarDate | null): Promise<void> {
    return this.change(decision, {
      conditions: decision.conditions.map((one, index) => (index === at ? { ...one, closedOn } : one)),
    });
  }

  protected startDating(decision: Decision): void {
    this.executedOn.set(decision.executedOn ?? this.store.today());
    this.dating.set(decision.id);
  }

  protected async execute(decision: Decision): Promise<void> {
    await this.change(decision, { executedOn: this.executedOn() });
    if (this.problem()?.id !== decision.id) this.dating.set(undefined);
  }

  private async change(
    decision: Decision,
    body: { executedOn?: CalendarDate | null; conditions?: Decision['conditions'] },
  ): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      const input = { params: { id: decision.id }, body, ifMatch: decision.version };
      await this.client.call(decisionRoutes.executeDecision, input);
      this.store.refresh();
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      this.problem.set({ id: decision.id, problem });
      // Another person was first; what stands now is shown beside what was refused.
      if (problem.problem.status === 412) this.reading.reload();
    } finally {
      this.busy.set(false);
    }
  }
}
