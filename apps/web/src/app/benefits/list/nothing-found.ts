import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import {
  type Beneficiary,
  BENEFICIARY_LABELS,
  type BenefitClass,
  BENEFIT_CLASS_LABELS,
  type BenefitState,
  BENEFIT_STATE_LABELS,
} from '@hoest/benefits';
import { benefitRoutes } from '@hoest/contracts';
import { Format, UiLocale } from '@hoest/ui';
import { ApiClient } from '../../api/api-client';
import { ApiProblem } from '../../api/api-problem';
import { Scope } from '../../shell/scope';
import { benefitsTexts } from '../benefits-texts';
import { type BenefitView, type FilterName, listQueryOf, narrowing, without } from './benefit-filters';

/** Nothing fits the filters: says which they are, and offers to drop the one that excludes most, with how many it would bring. */
@Component({
  selector: 'app-nothing-found',
  template: `<div class="sec thin">
    <p class="strong">{{ t('nothing.title') }}</p>
    <p class="muted">
      {{ t('nothing.what', { filters: filters() }) }}
      @if (best(); as drop) {
        <button type="button" class="link" (click)="changed.emit(without(view(), drop.name))">
          {{ drop.words }}
        </button>
      }
      <button type="button" class="link" (click)="changed.emit(cleared())">{{ t('nothing.clear') }}</button>
    </p>
  </div>`,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class NothingFound {
  private readonly client = inject(ApiClient);
  private readonly scope = inject(Scope);
  private readonly format = inject(Format);
  private readonly locale = inject(UiLocale);
  protected readonly t = benefitsTexts.inject();
  protected readonly without = without;
  readonly view = input.required<BenefitView>();
  readonly changed = output<BenefitView>();
  protected readonly best = signal<{ name: FilterName | 'q'; words: string } | undefined>(undefined);
  protected readonly cleared = computed<BenefitView>(() => ({ ...this.view(), filters: {}, q: '' }));
  protected readonly filters = computed(() =>
    this.format.list(narrowing(this.view()).map((name) => `»${this.t(`filter.${name}`)}: ${this.wordsOf(name)}«`)),
  );

  constructor() {
    effect(() => {
      const [view, unitId] = [this.view(), this.scope.unitId()];
      untracked(() => void this.look(view, unitId));
    });
  }

  /** Asks what the list would find without each of the filters. */
  private async look(view: BenefitView, unitId: string | undefined): Promise<void> {
    this.best.set(undefined);
    try {
      const found = await Promise.all(
        narrowing(view).map(async (name) => {
          const query = listQueryOf(without(view, name), unitId, 1);
          const { total } = await this.client.call(benefitRoutes.listBenefits, { query });
          return { name, finds: typeof total === 'number' ? total : total.atLeast };
        }),
      );
      const best = found.reduce((most, one) => (one.finds > most.finds ? one : most));
      if (view !== this.view() || best.finds === 0) return;
      const words = this.t('nothing.drop', { filter: this.t(`filter.${best.name}`), n: best.finds });
      this.best.set({ name: best.name, words });
    } catch (problem) {
      // The offer is a help; without it the sentence and "drop all" remain.
      if (!(problem instanceof ApiProblem)) throw problem;
    }
  }

  private wordsOf(name: FilterName | 'q'): string {
    if (name === 'q') return this.view().q;
    const words = (this.view().filters[name] ?? []).map((value) => {
      switch (name) {
        case 'state':
          return this.locale.label(BENEFIT_STATE_LABELS[value as BenefitState]).toLowerCase();
        case 'class':
          return this.locale.label(BENEFIT_CLASS_LABELS[value as BenefitClass]).toLowerCase();
        case 'beneficiary':
          return this.locale.label(BENEFICIARY_LABELS[value as Beneficiary]).toLowerCase();
        case 'overdue':
          return this.t(value === 'true' ? 'overdueIs.true' : 'overdueIs.false');
        case 'mine':
          return this.t('mine.both');
        default:
          return this.t('filter.one');
      }
    });
    return this.format.list(words);
  }
}
