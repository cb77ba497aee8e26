import { Component, computed, inject } from '@angular/core';
import { ACCEPTANCE_TEST_LABELS, ACCEPTANCE_TESTS } from '@hoest/benefits';
import { UiLocale } from '@hoest/ui';
import { BenefitStore } from '../benefit/benefit-store';
import { benefitTexts } from '../benefits-texts';
import { testField } from '../state/missing';
import { SavedField } from '../../fields/saved-field';
import { EDITED_ROW } from '../../fields/edited-row';

/** The four tests a benefit passes before it is approved; unanswered is not a no, but neither is it passed. */
@Component({
  selector: 'app-acceptance-tests',
  imports: [SavedField],
  providers: [{ provide: EDITED_ROW, useFactory: () => inject(BenefitStore).row('tests') }],
  template: `<section class="sec thin" aria-labelledby="benefit-tests-title">
    <div class="sechead">
      <h2 id="benefit-tests-title">{{ t('tests') }}</h2>
      <span class="sub">{{ passed() }}</span>
    </div>
    @for (test of tests; track test) {
      <app-saved-field kind="tri" [name]="fieldOf(test)" [label]="word(test)" [hint]="question(test)" />
    }
  </section>`,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class AcceptanceTests {
  private readonly store = inject(BenefitStore);
  private readonly locale = inject(UiLocale);
  protected readonly t = benefitTexts.inject();
  protected readonly tests = ACCEPTANCE_TESTS;
  protected readonly fieldOf = testField;
  protected readonly passed = computed(() => {
    const n = ACCEPTANCE_TESTS.filter((test) => this.store.value(testField(test)) === true).length;
    return this.t('tests.passed', { n, all: ACCEPTANCE_TESTS.length });
  });

  /** `Observation: kan forskellen ses?` is a word and its question. */
  protected word(test: (typeof ACCEPTANCE_TESTS)[number]): string {
    return this.locale.label(ACCEPTANCE_TEST_LABELS[test]).split(':')[0] ?? '';
  }

  protected question(test: (typeof ACCEPTANCE_TESTS)[number]): string {
    const question = this.locale.label(ACCEPTANCE_TEST_LABELS[test]).split(':')[1]?.trim() ?? '';
    return question.charAt(0).toUpperCase() + question.slice(1);
  }
}
