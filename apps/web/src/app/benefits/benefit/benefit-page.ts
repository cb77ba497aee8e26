import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { ActivatedRoute } from '@angular/router';
import { Format } from '@hoest/ui';
import { PageFrame } from '../../shell/page-frame';
import { ReadingState } from '../../shell/reading-state';
import { ScopeLink } from '../../shell/scope-link';
import { benefitsTexts, benefitTexts, mapTexts } from '../benefits-texts';
import { BrokenMark } from '../map/broken-mark';
import { BenefitStatus } from '../ui/benefit-status';
import { BenefitWords } from '../ui/benefit-words';
import { injectShowField } from '../ui/show-field';
import { BenefitBody } from './benefit-body';
import { BenefitStore } from './benefit-store';

/** A benefit's own page: `/benefits/:id`, with `#benefit-ownerId` for one of its fields. */
@Component({
  selector: 'app-benefit-page',
  imports: [BenefitBody, BenefitStatus, BrokenMark, PageFrame, ReadingState, ScopeLink],
  providers: [BenefitStore],
  templateUrl: './benefit-page.html',
  styles: `
    :host {
      display: block;
    }
    .lead-line {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 18px;
      margin-top: 8px;
    }
  `,
})
export class BenefitPage {
  protected readonly store = inject(BenefitStore);
  protected readonly words = inject(BenefitWords);
  private readonly format = inject(Format);
  private readonly show = injectShowField();
  private readonly fragment = inject(ActivatedRoute).snapshot.fragment;
  protected readonly t = benefitTexts.inject();
  protected readonly list = benefitsTexts.inject();
  protected readonly map = mapTexts.inject();
  readonly id = input.required<string>();

  protected readonly benefit = this.store.benefit;
  protected readonly asOf = computed(() => {
    const year = this.benefit()?.priceYear;
    const prices = year ? this.t('prices', { year: String(year) }) : '';
    return [this.t('asOf', { date: this.format.date(this.store.today()) }), prices].filter(Boolean).join(' · ');
  });

  constructor() {
    effect(() => this.store.id.set(this.id()));
    // A link to one field waits until the field is there, once.
    const anchor = this.fragment;
    if (!anchor) return;
    const waiting = effect(() => {
      if (!this.benefit()) return;
      waiting.destroy();
      untracked(() => this.show(anchor));
    });
  }
}
