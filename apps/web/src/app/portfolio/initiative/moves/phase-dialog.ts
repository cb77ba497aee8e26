import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { type BodyInputOf, decisionRoutes, GATES_INSIDE_PHASE, type Initiative } from '@hoest/contracts';
import { DECISION_OUTCOME_LABELS, PHASE_LABELS } from '@hoest/portfolio';
import type { CalendarDate } from '@hoest/quantities';
import { DateInput, DialogBody, Field, Format, injectUiText, LabelPipe, Note, UiLocale } from '@hoest/ui';
import { ApiClient } from '../../../api/api-client';
import { ApiProblem } from '../../../api/api-problem';
import { randomKey } from '../../../api/random-key';
import { Notices } from '../../../shell/notices';
import { decisionBody, emptyDecision } from '../decisions/decision-draft';
import { DecisionForm } from '../decisions/decision-form';
import { initiativeTexts } from '../../portfolio-texts';
import type { InitiativeStore } from '../initiative-store';
import { movesOf, type Move, pointsOf } from './moves';

type Behind = Omit<NonNullable<BodyInputOf<typeof decisionRoutes.movePhase>>, 'to' | 'startedOn'>;

/** Passes a gate or moves to another phase: which, when, what documents are complete, and the decision behind it. */
@Component({
  selector: 'app-phase-dialog',
  imports: [DateInput, DecisionForm, DialogBody, Field, LabelPipe, Note],
  templateUrl: './phase-dialog.html',
  styleUrl: './phase-dialog.css',
  host: { '(keydown.control.enter)': 'confirm()' },
})
export class PhaseDialog {
  private readonly client = inject(ApiClient);
  private readonly notices = inject(Notices);
  private readonly format = inject(Format);
  private readonly locale = inject(UiLocale);
  protected readonly store = inject<InitiativeStore>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<unknown>>(DialogRef);
  protected readonly t = initiativeTexts.inject();
  protected readonly ui = injectUiText();
  protected readonly phaseLabels = PHASE_LABELS;

  protected readonly moves = computed(() => movesOf(this.store.initiative()));
  protected readonly chosen = signal<string>(this.moves()[0]?.key ?? '');
  protected readonly move = computed(() => this.moves().find(({ key }) => key === this.chosen()));
  protected readonly points = computed(() => pointsOf(this.store.initiative(), this.move()?.gate ?? null));
  protected readonly documents = computed(() => this.points().filter(({ section }) => section === 'documents'));
  protected readonly openPoints = computed(() =>
    this.points().filter(({ section, required, fulfilled }) => section !== 'documents' && required && !fulfilled),
  );

  protected readonly on = signal<CalendarDate | null>(this.store.today());
  protected readonly complete = signal<readonly string[]>([]);
  /** `none`, `new`, or the id of an earlier decision. */
  protected readonly behind = signal('none');
  protected readonly draft = signal(emptyDecision('gate', this.store.today()));
  protected readonly checked = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  private readonly idempotencyKey = randomKey();

  /** Decisions that can stand behind the move: not yet used for a gate, newest first. */
  protected readonly earlier = computed(() => {
    const used = new Set((this.store.passages.value()?.items ?? []).map(({ decisionId }) => decisionId));
    return (this.store.decisions.value()?.items ?? [])
      .filter(({ id }) => !used.has(id))
      .map(({ id, decidedOn, body, outcome }) => ({
        id,
        label: `${this.format.date(decidedOn)} · ${body} · ${this.locale.label(DECISION_OUTCOME_LABELS[outcome]).toLowerCase()}`,
      }));
  });
  protected readonly openDocuments = computed(
    () => this.documents().filter(({ key, required }) => required && !this.complete().includes(key)).length,
  );

  protected nameOf(move: Move): string {
    const number = move.gate?.slice(1) ?? '';
    if (move.to === null) return this.t(move.gate === 'G5' ? 'move.goLive' : 'move.report', { n: number });
    const phase = this.locale.label(PHASE_LABELS[move.to]).toLowerCase();
    return move.gate ? this.t('move.throughGate', { phase, n: number }) : this.t('move.plain', { phase });
  }

  protected tick(key: string): void {
    this.complete.update((keys) => (keys.includes(key) ? keys.filter((one) => one !== key) : [...keys, key]));
  }

  protected async confirm(): Promise<void> {
    const [initiative, move, on] = [this.store.initiative(), this.move(), this.on()];
    const decision = this.behind() === 'new' ? decisionBody(this.draft(), this.store.today()) : undefined;
    this.checked.set(true);
    if (!initiative || !move || on === null || this.busy() || (this.behind() === 'new' && !decision)) return;
    const earlier = this.earlier().find(({ id }) => id === this.behind());
    const behind: Behind = {
      completeArtefacts: [...this.complete()],
      ...(decision && { decision: withoutKind(decision) }),
      ...(earlier && { decisionId: earlier.id }),
    };
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      const passed = await this.send(initiative, move, on, behind);
      this.store.refresh();
      this.notices.tell({
        text: this.t(passed.frozenPlans ? 'move.doneFrozen' : 'move.done', {
          what: this.nameOf(move),
          n: passed.frozenPlans,
        }),
      });
      this.ref.close();
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      this.problem.set(problem);
      if (problem.problem.status === 412) this.store.reading.reload();
    } finally {
      this.busy.set(false);
    }
  }

  private send({ id, version }: Initiative, { to, gate }: Move, on: CalendarDate, behind: Behind) {
    const call = { params: { id }, ifMatch: version, idempotencyKey: this.idempotencyKey };
    if (to !== null)
      return this.client.call(decisionRoutes.movePhase, { ...call, body: { to, startedOn: on, ...behind } });
    const inside = GATES_INSIDE_PHASE.find((one) => one === gate) ?? 'G5';
    return this.client.call(decisionRoutes.passGate, { ...call, body: { gate: inside, passedOn: on, ...behind } });
  }
}

/** A step's decision has the kind of the step. */
function withoutKind({ kind: _, ...decision }: NonNullable<BodyInputOf<typeof decisionRoutes.recordDecision>>) {
  return decision;
}
