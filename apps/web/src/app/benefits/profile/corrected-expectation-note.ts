import { Component, computed, inject } from '@angular/core';
import { ESTIMATE_BASIS_LABELS } from '@hoest/benefits';
import { type CorrectedExpectation, trackRecordRoutes } from '@hoest/contracts';
import { Format, UiLocale } from '@hoest/ui';
import { read } from '../../api/read';
import { ScopeLink } from '../../shell/scope-link';
import { BenefitStore } from '../benefit/benefit-store';
import { benefitTexts } from '../benefits-texts';

/** The promise beside what experience says will come of it, with the reason; nothing for benefits without a promise in money. */
@Component({
  selector: 'app-corrected-expectation',
  imports: [ScopeLink],
  template: `@if (words(); as words) {
    <p class="note" aria-live="polite">
      @if (words.amounts) {
        <span class="strong">{{ words.amounts }}</span>
      }
      <span class="sub">{{ words.reason }}</span>
      <a class="small" scopeLink="/finance/track-record">{{ t('corrected.more') }}</a>
    </p>
  }`,
  styles: `
    .note {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 var(--space-3);
      padding-bottom: var(--space-3);
    }
    a {
      line-height: var(--target-min);
    }
  `,
})
export class CorrectedExpectationNote {
  private readonly store = inject(BenefitStore);
  private readonly format = inject(Format);
  private readonly locale = inject(UiLocale);
  protected readonly t = benefitTexts.inject();
  private readonly expectation = read(
    trackRecordRoutes.readCorrectedExpectation,
    // Read again when the benefit changed: its class, basis or plan may be another one.
    () => (this.promises() ? { params: { id: this.store.benefit()?.id ?? '' } } : undefined),
    { topics: ['benefit'], follows: ({ id }) => id === null || id === this.store.benefit()?.id, keep: true },
  );
  private readonly promises = computed(() => {
    const benefit = this.store.benefit();
    return benefit !== undefined && benefit.monetised && benefit.polarity === 1;
  });

  protected readonly words = computed(() => {
    const expectation = this.expectation.value();
    if (!this.promises() || !expectation || expectation.promisedMinor === null) return undefined;
    const { promisedMinor, correctedMinor, currency } = expectation;
    const amount = (minor: string) => this.format.amountWithUnit(minor, { currency });
    return {
      amounts:
        correctedMinor === null
          ? ''
          : this.t('corrected', { promised: amount(promisedMinor), corrected: amount(correctedMinor) }),
      reason: this.reason(expectation),
    };
  });

  private reason(expectation: CorrectedExpectation): string {
    const share = (ratio: string | null) => this.format.percent(ratio ?? '0', { maxDecimals: 0 });
    const { reason, estimateBasis, classCases, classRatio, organisationCases, organisationRatio } = expectation;
    switch (reason) {
      case 'shrunk':
        return this.t('corrected.shrunk', {
          n: classCases,
          share: share(classRatio),
          weight: share(expectation.credibility),
          all: share(organisationRatio),
        });
      case 'own':
        return this.t('corrected.own', { n: organisationCases, share: share(organisationRatio) });
      case 'default':
        return this.t('corrected.default', {
          basis: estimateBasis ? this.locale.label(ESTIMATE_BASIS_LABELS[estimateBasis]) : '',
          share: share(expectation.factor),
          n: organisationCases,
        });
      default:
        return this.t('corrected.noBasis');
    }
  }
}
