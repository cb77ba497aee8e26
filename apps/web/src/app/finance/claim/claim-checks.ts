import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { FinanceClaim } from '@hoest/contracts';
import {
  TEST_RESULTS,
  type TestResult,
  VALIDATION_TEST_LABELS,
  VALIDATION_TEST_QUESTIONS,
  VALIDATION_TESTS,
  type ValidationTest,
} from '@hoest/finance';
import { Field, LabelPipe, StatusMark, UiControl } from '@hoest/ui';
import { financeTexts } from '../finance-texts';
import { type Draft, testStates } from './claim-tests';
import { ClaimWords } from './claim-words';

/** The five tests of one amount: one line while all stand as passed, else each with what the records say against it. */
@Component({
  selector: 'app-claim-checks',
  imports: [Field, LabelPipe, StatusMark, UiControl],
  templateUrl: './claim-checks.html',
  styleUrl: './decide-dialogs.css',
})
export class ClaimChecks {
  protected readonly words = inject(ClaimWords);
  protected readonly t = financeTexts.inject();
  readonly claim = input.required<FinanceClaim>();
  readonly draft = input.required<Draft>();
  readonly fault = input<string>();
  /** Whether it can be left out: there are others. */
  readonly removable = input(false);
  readonly answered = output<{ test: ValidationTest; result: TestResult }>();
  readonly said = output<string>();
  readonly leftOut = output();

  protected readonly results = TEST_RESULTS;
  protected readonly labels = VALIDATION_TEST_LABELS;
  protected readonly questions = VALIDATION_TEST_QUESTIONS;
  private readonly opened = signal(false);
  protected readonly states = computed(() => testStates(this.claim().hints));
  protected readonly folded = computed(() => !this.opened() && this.claim().hints.length === 0);
  protected readonly doubtful = computed(() =>
    VALIDATION_TESTS.some((test) => this.draft().checklist[test] === 'doubtful'),
  );

  protected unfold(): void {
    this.opened.set(true);
  }

  protected resultWord(result: TestResult): string {
    return this.t(`result.${result}`);
  }
}
