import { Component, computed, inject, signal } from '@angular/core';
import {
  ACCEPTANCE_TEST_LABELS,
  BENEFIT_STATE_LABELS,
  type BenefitState,
  PLAN_TERM_LABELS,
  PROFILE_FIELD_LABELS,
} from '@hoest/benefits';
import { benefitRoutes } from '@hoest/contracts';
import { addMonths } from '@hoest/quantities';
import { DayPipe, Dialogs, Format, LabelPipe, Note, UiLocale } from '@hoest/ui';
import { ApiClient } from '../../api/api-client';
import { ApiProblem } from '../../api/api-problem';
import { BenefitStore } from '../benefit/benefit-store';
import { benefitTexts } from '../benefits-texts';
import { injectShowField } from '../ui/show-field';
import { awaitsApproval, type Missing, missingFor, nextState } from './missing';
import { DIALOG_MOVES, MoveDialog, type MoveRequest } from './move-dialog';
import { Refusal } from './refusal';

/** Where the benefit stands, what the next state still needs – each lack a link to its field – and the moves that are possible. */
@Component({
  selector: 'app-state-section',
  imports: [DayPipe, LabelPipe, Note, Refusal],
  templateUrl: './state-section.html',
  styles: `
    :host {
      display: block;
    }
    .check {
      margin-top: 6px;
    }
    .moves {
      margin-top: var(--space-3);
    }
    ui-note {
      margin-top: var(--space-3);
    }
  `,
})
export class StateSection {
  protected readonly store = inject(BenefitStore);
  private readonly client = inject(ApiClient);
  private readonly dialogs = inject(Dialogs);
  private readonly locale = inject(UiLocale);
  private readonly format = inject(Format);
  protected readonly go = injectShowField();
  protected readonly t = benefitTexts.inject();
  protected readonly states = BENEFIT_STATE_LABELS;
  protected readonly benefit = this.store.benefit;

  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly next = computed(() => {
    const benefit = this.benefit();
    return benefit && nextState(benefit);
  });
  protected readonly missing = computed(() => {
    const [benefit, next] = [this.benefit(), this.next()];
    return benefit && next ? missingFor(benefit, next) : [];
  });
  /** Whether the plan was changed after its approval, so that the next step approves it again. */
  protected readonly again = computed(() => {
    const benefit = this.benefit();
    return benefit !== undefined && awaitsApproval(benefit);
  });
  protected readonly changed = computed(() => {
    const terms = this.again() ? (this.benefit()?.planChanges ?? []) : [];
    return this.format.list(terms.map((term) => this.locale.label(PLAN_TERM_LABELS[term])));
  });
  /** Whether the reader may make the next move at all. */
  protected readonly mayGoOn = computed(() => {
    const next = this.next();
    return next !== undefined && (this.benefit()?.allowedTransitions.includes(next) ?? false);
  });
  protected readonly others = computed(() =>
    (this.benefit()?.allowedTransitions ?? []).filter((to) => to !== this.next()),
  );
  protected readonly aim = computed(() => {
    const [next, n] = [this.next(), this.missing().length];
    if (!next) return '';
    if (this.again()) {
      if (n > 0) return this.t('state.changedMissing', { n });
      return this.mayGoOn() ? '' : this.t('state.changedNotYours');
    }
    if (next === 'in_realisation') return this.t('state.awaitsLive');
    const state = this.locale.label(BENEFIT_STATE_LABELS[next]).toLowerCase();
    if (n > 0) return this.t('state.missing', { n, state });
    return this.mayGoOn() ? this.t('state.ready', { state }) : this.t('state.notYours', { state });
  });
  /** In these the measurements decide what comes next. */
  protected readonly measured = computed(() => {
    const state = this.benefit()?.state;
    return state === 'in_realisation' || state === 'realised' || state === 'sustained';
  });

  /** That the benefit was realised once and nobody has measured it for a year. */
  protected readonly lapsed = computed(() => {
    const benefit = this.benefit();
    if (benefit?.state !== 'in_realisation' || benefit.firstRealisedOn === null) return '';
    if (benefit.latestOn !== null && benefit.latestOn > addMonths(this.store.today(), -12)) return '';
    return this.t('state.lapsed', { date: this.format.date(benefit.firstRealisedOn) });
  });

  protected moveText(to: BenefitState): string {
    const n = to === this.next() ? this.missing().length : 0;
    const words = this.t(to === 'approved' && this.again() ? 'move.approvedAgain' : `move.${to}`);
    return n > 0 ? this.t('move.missing', { move: words, n }) : words;
  }

  protected missingText(missing: Missing): string {
    return missing.kind === 'profile'
      ? this.locale.label(PROFILE_FIELD_LABELS[missing.field])
      : this.locale.label(ACCEPTANCE_TEST_LABELS[missing.test]);
  }

  protected async move(to: BenefitState): Promise<void> {
    const benefit = this.benefit();
    if (!benefit || (to === this.next() && this.missing().length > 0)) return;
    this.problem.set(undefined);
    const asks = DIALOG_MOVES.find((move) => move === to);
    if (asks) {
      this.dialogs.open<unknown, MoveRequest>(MoveDialog, { data: { store: this.store, to: asks, show: this.go } });
      return;
    }
    this.busy.set(true);
    try {
      const call = { params: { id: benefit.id }, body: { to }, ifMatch: benefit.version };
      this.store.take(await this.client.call(benefitRoutes.moveBenefitState, call));
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      this.problem.set(problem);
      if (problem.problem.status === 412) this.store.reading.reload();
    } finally {
      this.busy.set(false);
    }
  }
}
