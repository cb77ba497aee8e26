import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject, signal } from '@angular/core';
import type { FinanceClaim } from '@hoest/contracts';
import {
  VALIDATION_TEST_LABELS,
  VALIDATION_TEST_QUESTIONS,
  VALIDATION_TESTS,
  type ValidationTest,
} from '@hoest/finance';
import { DialogBody, Field, injectUiText, LabelPipe, Note, UiControl } from '@hoest/ui';
import { ApiProblem } from '../../api/api-problem';
import { financeTexts } from '../finance-texts';
import type { Answer, Decision } from './claim-actions';
import { disputeChecklist, testStates } from './claim-tests';
import { ClaimWords } from './claim-words';

export interface DisputeRequest {
  claims: readonly FinanceClaim[];
  send: (items: Decision[]) => Promise<Answer[]>;
}

/** Says which test an amount does not pass, and why; whoever reported it is told and can correct it. */
@Component({
  selector: 'app-dispute-dialog',
  imports: [DialogBody, Field, LabelPipe, Note, UiControl],
  templateUrl: './dispute-dialog.html',
  styleUrl: './decide-dialogs.css',
})
export class DisputeDialog {
  protected readonly ref = inject<DialogRef<unknown>>(DialogRef);
  protected readonly request = inject<DisputeRequest>(DIALOG_DATA);
  protected readonly words = inject(ClaimWords);
  protected readonly ui = injectUiText();
  protected readonly t = financeTexts.inject();
  protected readonly tests = VALIDATION_TESTS;
  protected readonly labels = VALIDATION_TEST_LABELS;
  protected readonly questions = VALIDATION_TEST_QUESTIONS;

  /** What the records speak against is chosen beforehand when a single amount is disputed. */
  protected readonly failed = signal<readonly ValidationTest[]>(
    this.request.claims.length === 1
      ? testStates(this.request.claims[0]?.hints ?? [])
          .filter(({ result }) => result !== 'clear')
          .map(({ test }) => test)
      : [],
  );
  protected readonly reason = signal('');
  protected readonly busy = signal(false);
  protected readonly faults = signal<{ tests?: string; reason?: string }>({});
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly refused = signal<readonly Answer[]>([]);

  protected toggle(test: ValidationTest): void {
    this.failed.update((failed) => (failed.includes(test) ? failed.filter((one) => one !== test) : [...failed, test]));
  }

  protected titleOf({ claimId }: Answer): string {
    return this.request.claims.find(({ id }) => id === claimId)?.benefitTitle ?? '';
  }

  protected async send(): Promise<void> {
    const reason = this.reason().trim();
    const failed = this.failed();
    this.faults.set({
      tests: failed.length ? undefined : this.t('fault.tests'),
      reason: reason ? undefined : this.t('fault.reason'),
    });
    if (!reason || failed.length === 0) return;
    this.busy.set(true);
    this.problem.set(undefined);
    const checklist = disputeChecklist(failed);
    try {
      const answers = await this.request.send(
        this.request.claims.map(({ id, version }) => ({ claimId: id, version, outcome: 'dispute', checklist, reason })),
      );
      this.refused.set(answers.filter(({ outcome }) => outcome === 'refused'));
      if (this.refused().length === 0) this.ref.close();
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      this.problem.set(problem);
    } finally {
      this.busy.set(false);
    }
  }
}
