import { Component, effect, inject, input } from '@angular/core';
import { ReadingState } from '../../shell/reading-state';
import { BenefitBody } from './benefit-body';
import { BenefitStore } from './benefit-store';

/** One benefit by its id, with everything that can be done to it, to stand inside another page. The page's guard must load the texts (`loadBenefitTexts`). */
@Component({
  selector: 'app-benefit-panel',
  imports: [BenefitBody, ReadingState],
  providers: [BenefitStore],
  template: `@if (store.benefit()) {
      <app-benefit-body />
    } @else {
      <app-reading [of]="store.reading" [rows]="8" />
    }`,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class BenefitPanel {
  protected readonly store = inject(BenefitStore);
  readonly id = input.required<string>();

  constructor() {
    effect(() => this.store.id.set(this.id()));
  }
}
