import { Component, computed, inject, input } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { benefitRoutes } from '@hoest/contracts';
import { Empty, Format } from '@hoest/ui';
import { read } from '../../api/read';
import { ReadingState } from '../../shell/reading-state';
import { ScopeLink } from '../../shell/scope-link';
import { benefitsTexts, mapTexts } from '../benefits-texts';
import { BrokenMark } from '../map/broken-mark';
import { BenefitStatus } from '../ui/benefit-status';
import { BenefitWords } from '../ui/benefit-words';
import { SelectedBenefit } from './selected-benefit';

/**
 * The benefits of one initiative, and under the list the chosen one's curve and calculation. Which one is chosen stands in the address
 * (`?benefit=`). The page's guard must load the texts (`loadBenefitTexts`).
 */
@Component({
  selector: 'app-benefits-section',
  imports: [BenefitStatus, BrokenMark, Empty, ReadingState, ScopeLink, SelectedBenefit],
  templateUrl: './benefits-section.html',
  styles: `
    :host {
      display: block;
    }
    app-selected-benefit {
      margin-top: var(--space-8);
    }
  `,
})
export class BenefitsSection {
  private readonly format = inject(Format);
  private readonly route = inject(ActivatedRoute);
  private readonly router = inject(Router);
  protected readonly words = inject(BenefitWords);
  protected readonly t = benefitsTexts.inject();
  protected readonly map = mapTexts.inject();
  readonly initiativeId = input.required<string>();
  /** Whether the reader may add benefits to the initiative (its `mayEdit`). */
  readonly mayAdd = input(true);

  protected readonly list = read(
    benefitRoutes.listInitiativeBenefits,
    () => ({ params: { id: this.initiativeId() } }),
    { topics: ['benefit'] },
  );
  protected readonly benefits = computed(() => this.list.value()?.items ?? []);
  private readonly params = toSignal(this.route.queryParamMap, { requireSync: true });
  /** The one in the address, else the first. */
  protected readonly chosen = computed(() => {
    const asked = this.params().get('benefit');
    return (this.benefits().find(({ id }) => id === asked) ?? this.benefits()[0])?.id;
  });
  protected readonly sub = computed(() => {
    const benefits = this.benefits();
    const latest = benefits
      .flatMap(({ latestOn }) => latestOn ?? [])
      .sort()
      .at(-1);
    return latest
      ? this.t('section.measured', { n: benefits.length, date: this.format.date(latest) })
      : this.t('section.count', { n: benefits.length });
  });

  protected choose(benefit: string): void {
    void this.router.navigate([], {
      relativeTo: this.route,
      queryParams: { benefit },
      queryParamsHandling: 'merge',
      preserveFragment: true,
      replaceUrl: true,
      scroll: 'manual',
    });
  }
}
