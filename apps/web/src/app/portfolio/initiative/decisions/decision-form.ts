import { Component, computed, inject, input, model } from '@angular/core';
import {
  DECISION_KIND_LABELS,
  DECISION_KINDS,
  DECISION_OUTCOME_LABELS,
  DECISION_OUTCOMES,
  type DecisionKind,
  type DecisionOutcome,
} from '@hoest/portfolio';
import type { Decision } from '@hoest/contracts';
import type { CalendarDate } from '@hoest/quantities';
import { Choose, DateInput, Field, Format, LabelPipe, type Option, UiControl } from '@hoest/ui';
import type { ApiProblem } from '../../../api/api-problem';
import { recordTexts } from '../../portfolio-texts';
import { type ConditionDraft, type DecisionDraft, type DecisionFault, decisionFaults } from './decision-draft';

/** The fields of a decision. What is wrong shows once the caller asks for it (`checked`), or when the server said so. */
@Component({
  selector: 'app-decision-form',
  imports: [Choose, DateInput, Field, LabelPipe, UiControl],
  templateUrl: './decision-form.html',
  styleUrl: './decision-form.css',
})
export class DecisionForm {
  protected readonly t = recordTexts.inject();
  private readonly format = inject(Format);
  readonly draft = model.required<DecisionDraft>();
  readonly today = input.required<CalendarDate>();
  readonly people = input.required<readonly Option[]>();
  /** Decisions that this one may reverse. */
  readonly earlier = input<readonly Decision[]>([]);
  /** Whether the kind is given by what it decides. */
  readonly fixedKind = input(false);
  readonly checked = input(false);
  readonly problem = input<ApiProblem>();

  protected readonly kinds = DECISION_KINDS;
  protected readonly kindLabels = DECISION_KIND_LABELS;
  protected readonly outcomes = DECISION_OUTCOMES;
  protected readonly outcomeLabels = DECISION_OUTCOME_LABELS;
  private readonly faults = computed(() =>
    this.checked() ? decisionFaults(this.draft(), this.today()) : new Set<DecisionFault>(),
  );
  protected readonly reversible = computed<readonly Option[]>(() => {
    const reversed = new Set(this.earlier().map(({ reversesId }) => reversesId));
    return this.earlier()
      .filter(({ id }) => !reversed.has(id))
      .map(({ id, body, decidedOn }) => ({ id, label: `${this.format.date(decidedOn)} · ${body}` }));
  });

  protected fault(field: DecisionFault): string | undefined {
    if (this.faults().has(field)) return this.t(`decision.fault.${field}`);
    return this.problem()?.faultOf(field) ?? this.problem()?.faultOf(`decision/${field}`);
  }

  protected set(change: Partial<DecisionDraft>): void {
    this.draft.update((draft) => ({ ...draft, ...change }));
  }

  protected setKind(kind: string): void {
    const known = DECISION_KINDS.find((one): one is DecisionKind => one === kind);
    if (known) this.set({ kind: known });
  }

  protected setOutcome(outcome: string): void {
    const known = DECISION_OUTCOMES.find((one): one is DecisionOutcome => one === outcome) ?? null;
    this.set({ outcome: known });
    if (known === 'approve_with_conditions' && this.draft().conditions.length === 0) this.addCondition();
  }

  protected addCondition(): void {
    this.set({ conditions: [...this.draft().conditions, { text: '', ownerId: null, due: null }] });
  }

  protected setCondition(at: number, change: Partial<ConditionDraft>): void {
    this.set({ conditions: this.draft().conditions.map((one, index) => (index === at ? { ...one, ...change } : one)) });
  }

  protected dropCondition(at: number): void {
    this.set({ conditions: this.draft().conditions.filter((_, index) => index !== at) });
  }
}
