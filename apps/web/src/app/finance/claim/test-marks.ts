import { Component, computed, inject, input } from '@angular/core';
import { EVIDENCE_KIND_LABELS } from '@hoest/benefits';
import type { FinanceClaim } from '@hoest/contracts';
import { VALIDATION_TEST_LABELS, VALIDATION_TESTS } from '@hoest/finance';
import { StatusMark, UiLocale } from '@hoest/ui';
import { financeTexts } from '../finance-texts';
import { testStates } from './claim-tests';
import { ClaimWords } from './claim-words';

/** The five tests of an amount on as few lines as they need: those nothing speaks against as a count, the others by name and reason. */
@Component({
  selector: 'app-test-marks',
  imports: [StatusMark],
  template: `<span class="tests">
      @for (state of against(); track state.test) {
        <ui-status [status]="state.result === 'failed' ? 'deviation' : 'watch'">{{ state.label }}</ui-status>
      }
      @if (clear() > 0) {
        <ui-status [status]="against().length ? 'unknown' : 'on_track'">{{
          t('tests.clear', { n: clear(), of: all })
        }}</ui-status>
      }
      @if (evidence(); as text) {
        <span>{{ text }}</span>
      }
    </span>
    @for (hint of hints(); track $index) {
      <span class="why">{{ hint }}</span>
    }`,
  styles: `
    :host {
      display: block;
      color: var(--ink-2);
      font-size: var(--text-sm);
    }
    .tests {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 12px;
    }
    .why {
      display: block;
    }
  `,
})
export class TestMarks {
  private readonly locale = inject(UiLocale);
  private readonly words = inject(ClaimWords);
  protected readonly t = financeTexts.inject();
  readonly claim = input.required<FinanceClaim>();
  protected readonly all = VALIDATION_TESTS.length;

  private readonly states = computed(() => testStates(this.claim().hints));
  protected readonly against = computed(() =>
    this.states()
      .filter(({ result }) => result !== 'clear')
      .map((state) => ({ ...state, label: this.locale.label(VALIDATION_TEST_LABELS[state.test]) })),
  );
  protected readonly clear = computed(() => this.all - this.against().length);
  protected readonly hints = computed(() =>
    this.states().flatMap(({ hints }) => hints.map((hint) => this.words.hint(hint, this.claim().currency))),
  );
  /** Empty for a reversal: it takes back what was entered and rests on nothing else. */
  protected readonly evidence = computed(() => {
    const { evidenceKind: kind, reversesEntryId } = this.claim();
    if (kind === null && reversesEntryId !== null) return '';
    return kind === null
      ? this.t('evidence.none')
      : this.t('evidence.is', { kind: this.locale.label(EVIDENCE_KIND_LABELS[kind]).toLocaleLowerCase('da') });
  });
}
