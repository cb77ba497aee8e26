import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { type Benefit, initiativeRoutes } from '@hoest/contracts';
import { read } from '../../api/read';
import { PageFrame } from '../../shell/page-frame';
import { ReadingState } from '../../shell/reading-state';
import { Scope } from '../../shell/scope';
import { ScopeLink } from '../../shell/scope-link';
import { benefitsTexts } from '../benefits-texts';
import { BenefitForm } from './benefit-form';

/** Adds a benefit to an initiative: `/initiatives/:id/benefits/new`. Goes on to the benefit's own page. */
@Component({
  selector: 'app-new-benefit-page',
  imports: [BenefitForm, PageFrame, ReadingState, ScopeLink],
  template: `<app-page [heading]="t('form.title')" [asOf]="asOf()" scope="path">
    @if (initiative.value(); as it) {
      <span pagePath class="path">
        <a scopeLink="/initiatives">{{ t('form.portfolio') }}</a>
        <span aria-hidden="true">›</span>
        <a [scopeLink]="['/initiatives', it.id]">{{ it.title }}</a>
        <span class="code">{{ it.code }}</span>
      </span>
    }
    @if (initiative.value()) {
      <app-benefit-form [initiativeId]="id()" (created)="goOn($event)" (cancelled)="goBack()" />
    } @else {
      <app-reading [of]="initiative" [rows]="8" />
    }
  </app-page>`,
})
export class NewBenefitPage {
  private readonly router = inject(Router);
  private readonly scope = inject(Scope);
  protected readonly t = benefitsTexts.inject();
  /** Of the initiative. */
  readonly id = input.required<string>();
  protected readonly initiative = read(initiativeRoutes.readInitiative, () => ({ params: { id: this.id() } }));
  protected readonly asOf = computed(() => {
    const title = this.initiative.value()?.title;
    return title ? this.t('form.of', { title }) : '';
  });

  protected goOn({ id }: Benefit): void {
    void this.router.navigate(['/benefits', id], { queryParams: this.scope.params(), replaceUrl: true });
  }

  protected goBack(): void {
    void this.router.navigate(['/initiatives', this.id()], { queryParams: this.scope.params() });
  }
}
