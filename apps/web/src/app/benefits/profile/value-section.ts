import { Component, computed, inject } from '@angular/core';
import { ESTIMATE_BASES, ESTIMATE_BASIS_LABELS, threePoint } from '@hoest/benefits';
import { roundToWhole } from '@hoest/quantities';
import { Format, type Option, UiLocale } from '@hoest/ui';
import { BenefitStore } from '../benefit/benefit-store';
import { benefitTexts } from '../benefits-texts';
import { EditSwitch } from '../ui/edit-switch';
import { SavedField } from '../../fields/saved-field';
import { CorrectedExpectationNote } from './corrected-expectation-note';
import { EDITED_ROW } from '../../fields/edited-row';

const YEARS_BACK = 6;
const YEARS_AHEAD = 4;

/** What the benefit is worth, when, at which prices, and how far to trust the estimate. */
@Component({
  selector: 'app-value-section',
  imports: [CorrectedExpectationNote, EditSwitch, SavedField],
  providers: [{ provide: EDITED_ROW, useFactory: () => inject(BenefitStore).row('value') }],
  templateUrl: './value-section.html',
  styleUrl: '../ui/pairs.css',
})
export class ValueSection {
  protected readonly store = inject(BenefitStore);
  private readonly format = inject(Format);
  private readonly locale = inject(UiLocale);
  protected readonly t = benefitTexts.inject();
  protected readonly benefit = this.store.benefit;
  protected readonly bases = computed<Option[]>(() =>
    ESTIMATE_BASES.map((id) => ({ id, label: this.locale.label(ESTIMATE_BASIS_LABELS[id]) })),
  );
  /** Price years round today, and the one the benefit has. */
  protected readonly years = computed<Option[]>(() => {
    const today = Number(this.store.today().slice(0, 4));
    const known = this.benefit()?.priceYear ?? today;
    const from = Math.min(today - YEARS_BACK, known);
    const count = Math.max(today + YEARS_AHEAD, known) - from + 1;
    return Array.from({ length: count }, (_, index) => String(from + index)).map((year) => ({ id: year, label: year }));
  });
  /** What the three estimates say together (F5); or why they say nothing. */
  protected readonly three = computed(() => {
    const benefit = this.benefit();
    if (!benefit) return '';
    const { estimateLowMinor: low, estimateLikelyMinor: likely, estimateHighMinor: high } = benefit;
    const result = threePoint({ low, likely, high });
    if (result.kind === 'not-computable') {
      if (result.reason === 'not-ascending') return this.t('three.notAscending');
      return low === null && likely === null && high === null ? '' : this.t('three.missing');
    }
    const amount = (value: typeof result.pert) =>
      this.format.money(roundToWhole(value), { currency: benefit.currency, showMinor: false });
    return this.t('three.result', {
      triangular: amount(result.triangular),
      pert: amount(result.pert),
      deviation: amount(result.deviation),
    });
  });
  protected readonly poolHint = computed(() => {
    const pool = this.store.pool();
    if (!pool) return this.t('pool.hint');
    const month = this.format.money(pool.removablePerMonthMinor, { currency: pool.currency, showMinor: false });
    return this.t('pool.what', { n: pool.members.length, month });
  });
}
