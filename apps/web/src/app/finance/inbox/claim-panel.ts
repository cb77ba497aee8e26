import { Component, computed, ElementRef, inject, input, viewChild, afterNextRender } from '@angular/core';
import { RouterLink } from '@angular/router';
import { EVIDENCE_KIND_LABELS } from '@hoest/benefits';
import { claimRoutes, entryRoutes } from '@hoest/contracts';
import {
  ASSURANCE_LABELS,
  CLAIM_STATE_LABELS,
  RUNG_LABELS,
  rungNumber,
  TEST_RESULTS,
  VALIDATION_TEST_LABELS,
  VALIDATION_TESTS,
} from '@hoest/finance';
import { Decimal } from '@hoest/quantities';
import { Format, Icon, LabelPipe, LadderMark, StatusMark, UiLocale } from '@hoest/ui';
import { read } from '../../api/read';
import { ReadingState } from '../../shell/reading-state';
import { ScopeLink } from '../../shell/scope-link';
import { ClaimActions } from '../claim/claim-actions';
import { ClaimWords } from '../claim/claim-words';
import { EntryList } from '../claim/entry-list';
import { TestMarks } from '../claim/test-marks';
import { FinanceStore } from '../finance-store';
import { financeTexts } from '../finance-texts';

/** Everything about one reported amount, in the inbox's place: what it rests on, what was said about it, what is in the books. */
@Component({
  selector: 'app-claim-panel',
  imports: [EntryList, Icon, LabelPipe, LadderMark, ReadingState, RouterLink, ScopeLink, StatusMark, TestMarks],
  templateUrl: './claim-panel.html',
  styleUrl: './claim-panel.css',
  host: { '(keydown.escape)': 'close()' },
})
export class ClaimPanel {
  protected readonly store = inject(FinanceStore);
  private readonly format = inject(Format);
  private readonly locale = inject(UiLocale);
  protected readonly actions = inject(ClaimActions);
  protected readonly words = inject(ClaimWords);
  protected readonly t = financeTexts.inject();
  private readonly region = viewChild.required<ElementRef<HTMLElement>>('region');
  readonly id = input.required<string>();

  protected readonly reading = read(claimRoutes.readClaim, () => ({ params: { id: this.id() } }), {
    topics: ['finance'],
  });
  protected readonly claim = this.reading.value;
  protected readonly entries = read(
    entryRoutes.listEntries,
    () => {
      const claim = this.claim();
      if (!claim) return undefined;
      const year = String(claim.year);
      return {
        query: {
          'filter[benefitId]': claim.benefitId,
          'filter[year][gte]': year,
          'filter[year][lte]': year,
          limit: 200,
        },
      };
    },
    { topics: ['finance'], keep: true },
  );

  protected readonly rungs = RUNG_LABELS;
  protected readonly states = CLAIM_STATE_LABELS;
  protected readonly assurances = ASSURANCE_LABELS;
  protected readonly tests = VALIDATION_TESTS;
  protected readonly testLabels = VALIDATION_TEST_LABELS;
  protected readonly results = TEST_RESULTS;
  protected readonly rung = computed(() => {
    const claim = this.claim();
    return claim ? rungNumber(claim.rung) : 1;
  });
  protected readonly locked = computed(() => {
    const claim = this.claim();
    return claim ? this.words.locked(claim) : '';
  });
  /** What is written on it, with its names; what was left out is not listed. */
  protected readonly facts = computed(() => {
    const claim = this.claim();
    if (!claim) return [];
    const evidence = claim.evidenceKind && this.locale.label(EVIDENCE_KIND_LABELS[claim.evidenceKind]);
    const all: [string, string | null][] = [
      [this.t('field.account'), claim.account],
      [this.t('field.costCentre'), claim.costCentre],
      [this.t('field.budgetVersion'), claim.budgetVersionName],
      [this.t('field.postingRef'), claim.postingRef],
      [this.t('field.accountsRef'), claim.accountsRef],
      [this.t('field.evidence'), evidence ?? this.t('evidence.none')],
      [this.t('field.priceYear'), String(claim.priceYear)],
      [this.t('field.comment'), claim.comment],
    ];
    return all.flatMap(([name, value]) => (value ? [{ name, value }] : []));
  });
  protected readonly measured = computed(() => {
    const measurement = this.claim()?.measurement;
    if (!measurement) return '';
    return this.t('claim.measured', {
      name: measurement.measureName,
      value: this.format.number(new Decimal(measurement.value)),
      unit: measurement.unit,
      date: this.format.date(measurement.date),
    });
  });

  constructor() {
    afterNextRender(() => this.region().nativeElement.focus());
  }

  protected resultWord(test: (typeof VALIDATION_TESTS)[number]): string {
    const result = this.claim()?.checklist?.[test];
    return result ? this.t(`result.${result}`) : '';
  }

  protected when(instant: string): string {
    return this.format.dateTime(instant);
  }

  protected monthWord(month: string): string {
    return this.format.date(month, 'long-month');
  }

  protected close(): void {
    void this.store.show({ claim: null });
  }
}
