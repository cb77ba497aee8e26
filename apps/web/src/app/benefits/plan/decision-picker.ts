import { Component, computed, type ElementRef, inject, input, model, signal, viewChild } from '@angular/core';
import { decisionRoutes } from '@hoest/contracts';
import { DECISION_KIND_LABELS, DECISION_OUTCOME_LABELS, type DecisionKind } from '@hoest/portfolio';
import type { CalendarDate } from '@hoest/quantities';
import { Choose, DateInput, Field, Format, Note, type Option, UiControl, UiLocale } from '@hoest/ui';
import { ApiClient } from '../../api/api-client';
import { ApiProblem } from '../../api/api-problem';
import { read } from '../../api/read';
import { SessionStore } from '../../organisation/session-store';
import { benefitTexts } from '../benefits-texts';

/** Outcomes by which a plan may change. */
const OUTCOMES = ['approve', 'approve_with_conditions'] as const;

/** Chooses a decision of the initiative, or records the one that was just taken and chooses it. */
@Component({
  selector: 'app-decision-picker',
  imports: [Choose, DateInput, Field, Note, UiControl],
  templateUrl: './decision-picker.html',
  styles: `
    :host {
      display: block;
    }
    fieldset {
      margin: var(--space-2) 0;
      padding: var(--space-2) var(--space-4) var(--space-3);
      border-left: 3px solid var(--accent);
    }
  `,
})
export class DecisionPicker {
  private readonly client = inject(ApiClient);
  private readonly format = inject(Format);
  private readonly locale = inject(UiLocale);
  private readonly sessions = inject(SessionStore);
  protected readonly t = benefitTexts.inject();
  private readonly body = viewChild<ElementRef<HTMLInputElement>>('body');
  private readonly outcome = viewChild<ElementRef<HTMLSelectElement>>('outcome');
  private readonly mandate = viewChild<ElementRef<HTMLInputElement>>('mandate');
  private readonly rationale = viewChild<ElementRef<HTMLTextAreaElement>>('rationale');

  readonly initiativeId = input.required<string>();
  readonly today = input.required<CalendarDate>();
  /** Only decisions of this kind fit; undefined = any. */
  readonly kind = input<DecisionKind>();
  readonly required = input(false);
  readonly error = input<string>();
  readonly value = model<string | null>(null);

  private readonly decisions = read(decisionRoutes.listDecisions, () => ({
    query: {
      limit: 200,
      'filter[initiativeId]': this.initiativeId(),
      ...(this.kind() ? { 'filter[kind]': this.kind() } : {}),
    },
  }));
  protected readonly options = computed<Option[]>(() =>
    (this.decisions.value()?.items ?? []).map(({ id, kind, body, decidedOn, outcome }) => ({
      id,
      label: `${this.format.date(decidedOn)} · ${body}`,
      hint: `${this.locale.label(DECISION_KIND_LABELS[kind])}, ${this.locale.label(DECISION_OUTCOME_LABELS[outcome]).toLowerCase()}`,
    })),
  );
  protected readonly mayRecord = computed(() => this.sessions.may('decision.record'));
  protected readonly outcomes = OUTCOMES;
  protected readonly outcomeLabels = computed(() =>
    Object.fromEntries(OUTCOMES.map((one) => [one, this.locale.label(DECISION_OUTCOME_LABELS[one])])),
  );

  protected readonly recording = signal(false);
  protected readonly decidedOn = signal<CalendarDate | null>(null);
  protected readonly busy = signal(false);
  protected readonly faults = signal<{ body?: string; decidedOn?: string }>({});
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  protected start(): void {
    this.decidedOn.set(this.today());
    this.recording.set(true);
  }

  protected async record(): Promise<void> {
    const body = this.body()?.nativeElement.value.trim() ?? '';
    const decidedOn = this.decidedOn();
    this.faults.set({
      body: body ? undefined : this.t('decision.bodyMissing'),
      decidedOn: decidedOn ? undefined : this.t('fault.dateMissing'),
    });
    if (!body || !decidedOn) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      const made = await this.client.call(decisionRoutes.recordDecision, {
        params: { id: this.initiativeId() },
        body: {
          kind: this.kind() ?? 'benefit_plan',
          body,
          decidedOn,
          mandateOk: this.mandate()?.nativeElement.checked ?? false,
          outcome: OUTCOMES.find((one) => one === this.outcome()?.nativeElement.value) ?? 'approve',
          rationale: this.rationale()?.nativeElement.value.trim() ?? '',
        },
      });
      this.decisions.reload();
      this.value.set(made.id);
      this.recording.set(false);
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      this.faults.set({ body: problem.faultOf('body'), decidedOn: problem.faultOf('decidedOn') });
      this.problem.set(problem);
    } finally {
      this.busy.set(false);
    }
  }
}
