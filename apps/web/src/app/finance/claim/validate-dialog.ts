import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import type { FinanceClaim } from '@hoest/contracts';
import { type Checklist, TEST_RESULTS, type TestResult, type ValidationTest } from '@hoest/finance';
import { DialogBody, injectUiText, Note } from '@hoest/ui';
import { ApiProblem } from '../../api/api-problem';
import { financeTexts } from '../finance-texts';
import type { Answer, Decision } from './claim-actions';
import { ClaimChecks } from './claim-checks';
import { type Draft, draftFault, draftOf, sumOf } from './claim-tests';
import { ClaimWords } from './claim-words';

export interface ValidateRequest {
  claims: readonly FinanceClaim[];
  send: (items: Decision[]) => Promise<Answer[]>;
}

/** The five tests, once per amount, and what the server says to each: refused ones stay with their reason. */
@Component({
  selector: 'app-validate-dialog',
  imports: [ClaimChecks, DialogBody, Note],
  templateUrl: './validate-dialog.html',
  styleUrl: './decide-dialogs.css',
})
export class ValidateDialog {
  protected readonly ref = inject<DialogRef<unknown>>(DialogRef);
  private readonly request = inject<ValidateRequest>(DIALOG_DATA);
  protected readonly words = inject(ClaimWords);
  protected readonly ui = injectUiText();
  protected readonly t = financeTexts.inject();
  protected readonly results = TEST_RESULTS;

  /** What is still to be approved; an amount can be left out here and stays in the inbox. */
  protected readonly claims = signal(this.request.claims);
  private readonly drafts = signal<ReadonlyMap<string, Draft>>(
    new Map(this.request.claims.map(({ id, hints }) => [id, draftOf(hints)])),
  );
  protected readonly answers = signal<readonly Answer[] | undefined>(undefined);
  protected readonly busy = signal(false);
  /** Whether the reader has tried; before that nothing is called missing. */
  protected readonly tried = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  protected readonly heading = computed(() => {
    const [first] = this.request.claims;
    return this.t('validate.title', {
      n: this.request.claims.length,
      amount: first ? this.words.withUnit(sumOf(this.request.claims), first.currency) : '',
    });
  });
  protected readonly action = computed(() => {
    const [first] = this.claims();
    return this.t('approve.do', {
      n: this.claims().length,
      amount: first ? this.words.withUnit(sumOf(this.claims()), first.currency) : '',
    });
  });
  protected readonly refused = computed(() => (this.answers() ?? []).filter(({ outcome }) => outcome === 'refused'));
  protected readonly approved = computed(() => (this.answers() ?? []).length - this.refused().length);
  protected readonly open = computed(
    () => this.claims().filter(({ id }) => draftFault(this.draft(id)) !== null).length,
  );

  protected draft(id: string): Draft {
    return this.drafts().get(id) ?? draftOf([]);
  }

  protected fault(id: string): string | undefined {
    const fault = draftFault(this.draft(id));
    if (fault === null || (fault !== 'failed' && !this.tried())) return undefined;
    return this.t(`fault.${fault}`);
  }

  protected answer(id: string, { test, result }: { test: ValidationTest; result: TestResult }): void {
    const draft = this.draft(id);
    this.keep(id, { ...draft, checklist: { ...draft.checklist, [test]: result } });
  }

  protected say(id: string, reason: string): void {
    this.keep(id, { ...this.draft(id), reason });
  }

  protected leaveOut(id: string): void {
    this.claims.update((claims) => claims.filter((claim) => claim.id !== id));
    if (this.claims().length === 0) this.ref.close();
  }

  protected titleOf({ claimId }: Answer): string {
    return this.request.claims.find(({ id }) => id === claimId)?.benefitTitle ?? '';
  }

  protected async send(): Promise<void> {
    this.tried.set(true);
    if (this.open() > 0) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      const answers = await this.request.send(
        this.claims().map(({ id, version }) => {
          const { checklist, reason } = this.draft(id);
          return {
            claimId: id,
            version,
            outcome: 'approve',
            // Nothing is sent before every test has its answer.
            checklist: checklist as Checklist,
            ...(reason.trim() ? { reason: reason.trim() } : {}),
          };
        }),
      );
      this.answers.set(answers);
      if (this.refused().length === 0) this.ref.close();
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      this.problem.set(problem);
    } finally {
      this.busy.set(false);
    }
  }

  private keep(id: string, draft: Draft): void {
    this.drafts.update((drafts) => new Map(drafts).set(id, draft));
  }
}
