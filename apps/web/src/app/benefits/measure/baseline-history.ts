import { Component, inject, input } from '@angular/core';
import { EVIDENCE_KIND_LABELS } from '@hoest/benefits';
import type { Measure } from '@hoest/contracts';
import { DayPipe, Dialogs, LabelPipe, TimePipe } from '@hoest/ui';
import { BenefitStore } from '../benefit/benefit-store';
import { benefitTexts } from '../benefits-texts';
import { BenefitWords } from '../ui/benefit-words';
import { BaselineDialog, type BaselineRequest } from './baseline-dialog';

/** Every baseline that was ever recorded: the one in force first, the others never rewritten. */
@Component({
  selector: 'app-baseline-history',
  imports: [DayPipe, LabelPipe, TimePipe],
  templateUrl: './baseline-history.html',
  styles: `
    :host {
      display: block;
      margin-top: var(--space-5);
      outline: none;
    }
    .former {
      color: var(--ink-3);
    }
  `,
  host: {
    '[id]': "(measure().position === 0 ? 'measure' : 'measure-' + (measure().position + 1)) + '-baseline'",
    tabindex: '-1',
  },
})
export class BaselineHistory {
  protected readonly store = inject(BenefitStore);
  private readonly dialogs = inject(Dialogs);
  protected readonly words = inject(BenefitWords);
  protected readonly t = benefitTexts.inject();
  protected readonly kinds = EVIDENCE_KIND_LABELS;
  readonly measure = input.required<Measure>();

  protected record(): void {
    this.dialogs.open<unknown, BaselineRequest>(BaselineDialog, {
      data: { store: this.store, measure: this.measure() },
    });
  }
}
