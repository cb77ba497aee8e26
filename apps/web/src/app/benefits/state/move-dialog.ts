import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { BENEFIT_STATE_LABELS } from '@hoest/benefits';
import { benefitRoutes } from '@hoest/contracts';
import type { CalendarDate } from '@hoest/quantities';
import { Choose, DateInput, DialogBody, Field, injectUiText, Note, UiControl, UiLocale } from '@hoest/ui';
import { ApiClient } from '../../api/api-client';
import { ApiProblem } from '../../api/api-problem';
import type { BenefitStore } from '../benefit/benefit-store';
import { benefitTexts } from '../benefits-texts';
import { DecisionPicker } from '../plan/decision-picker';
import { requirementsOf } from './missing';
import { Refusal } from './refusal';

/** Moves that ask for something, or that are a decision to be confirmed. */
export const DIALOG_MOVES = ['approved', 'in_realisation', 'closed', 'rejected', 'written_off', 'transferred'] as const;
export type DialogMove = (typeof DIALOG_MOVES)[number];

export interface MoveRequest {
  store: BenefitStore;
  to: DialogMove;
  /** Shows a field of the page behind the dialog. */
  show: (anchor: string) => void;
}

/** Asks for what a move of the benefit needs – day, reason, decision, new owner – and makes it. */
@Component({
  selector: 'app-move-dialog',
  imports: [Choose, DateInput, DecisionPicker, DialogBody, Field, Note, Refusal, UiControl],
  templateUrl: './move-dialog.html',
  styles: `
    p.muted {
      margin-bottom: var(--space-2);
    }
  `,
  host: { '(keydown.control.enter)': 'confirm()' },
})
export class MoveDialog {
  private readonly client = inject(ApiClient);
  private readonly locale = inject(UiLocale);
  protected readonly ref = inject<DialogRef<unknown>>(DialogRef);
  protected readonly request = inject<MoveRequest>(DIALOG_DATA);
  protected readonly ui = injectUiText();
  protected readonly t = benefitTexts.inject();
  private readonly reason = viewChild<ElementRef<HTMLTextAreaElement>>('reason');

  protected readonly store = this.request.store;
  protected readonly to = this.request.to;
  protected readonly benefit = this.store.benefit;
  private readonly requires = requirementsOf(this.benefit()?.state ?? this.to, this.to);
  protected readonly needsReason = this.requires.includes('reason');
  protected readonly needsDecision = this.requires.includes('decision');
  protected readonly needsOwner = this.requires.includes('new_owner');
  /** Read once: after the approval nothing is changed any more. */
  private readonly again = this.benefit()?.state === 'approved' && this.to === 'approved';
  private readonly words = this.again ? 'approvedAgain' : this.to;
  protected readonly heading = computed(() => this.t(`move.${this.words}`));
  protected readonly what = computed(() =>
    this.t(`move.what.${this.words}`, { state: this.locale.label(BENEFIT_STATE_LABELS[this.to]).toLowerCase() }),
  );

  protected readonly on = signal<CalendarDate | null>(this.store.today());
  protected readonly decisionId = signal<string | null>(null);
  protected readonly newOwnerId = signal<string | null>(null);
  protected readonly busy = signal(false);
  protected readonly faults = signal<{ reason?: string; decisionId?: string; newOwnerId?: string; on?: string }>({});
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  protected async confirm(): Promise<void> {
    const benefit = this.benefit();
    const reason = this.reason()?.nativeElement.value.trim() ?? '';
    const [on, decisionId, newOwnerId] = [this.on(), this.decisionId(), this.newOwnerId()];
    const faults = {
      on: on === null ? this.t('fault.dateMissing') : undefined,
      reason: this.needsReason && !reason ? this.t('fault.reasonMissing') : undefined,
      decisionId: this.needsDecision && decisionId === null ? this.t('fault.decisionMissing') : undefined,
      newOwnerId: this.needsOwner && newOwnerId === null ? this.t('fault.ownerMissing') : undefined,
    };
    this.faults.set(faults);
    if (!benefit || on === null || Object.values(faults).some(Boolean)) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      const body = {
        to: this.to,
        on,
        ...(reason && { reason }),
        ...(decisionId !== null && { decisionId }),
        ...(newOwnerId !== null && { newOwnerId }),
      };
      const call = { params: { id: benefit.id }, body, ifMatch: benefit.version };
      this.store.take(await this.client.call(benefitRoutes.moveBenefitState, call));
      this.ref.close();
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      this.faults.set({
        reason: problem.faultOf('reason'),
        decisionId: problem.faultOf('decisionId'),
        newOwnerId: problem.faultOf('newOwnerId'),
        on: problem.faultOf('on'),
      });
      this.problem.set(problem);
      if (problem.problem.status === 412) this.store.reading.reload();
    } finally {
      this.busy.set(false);
    }
  }

  protected go(anchor: string): void {
    this.ref.closed.subscribe(() => this.request.show(anchor));
    this.ref.close();
  }
}
