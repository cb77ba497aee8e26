import { Component, inject, input, output } from '@angular/core';
import { BENEFIT_STATE_LABELS } from '@hoest/benefits';
import type { BenefitSummary } from '@hoest/contracts';
import { DayPipe, Icon, LabelPipe } from '@hoest/ui';
import { ScopeLink } from '../../shell/scope-link';
import { benefitsTexts } from '../benefits-texts';
import { BrokenMark } from '../map/broken-mark';
import { BenefitStatus } from '../ui/benefit-status';
import { BenefitWords } from '../ui/benefit-words';
import type { BenefitSort, BenefitView } from './benefit-filters';

/** Benefits as a table; a stacked list on phones. */
@Component({
  selector: 'app-benefits-table',
  imports: [BenefitStatus, BrokenMark, DayPipe, Icon, LabelPipe, ScopeLink],
  templateUrl: './benefits-table.html',
  styles: `
    :host {
      display: block;
    }
    .state,
    .overdue {
      display: block;
      font-size: var(--text-sm);
    }
    .title {
      max-width: 44ch;
    }
    .initiative a {
      font-weight: var(--weight-normal);
    }
    /* Between phone and desk the figures take two lines rather than the page a scroll bar. */
    @media (min-width: 721px) and (max-width: 960px) {
      .num {
        white-space: normal;
      }
    }
    @media (max-width: 720px) {
      .initiative {
        grid-column: 1 / -1;
      }
      .title {
        max-width: none;
      }
    }
  `,
})
export class BenefitsTable {
  protected readonly t = benefitsTexts.inject();
  protected readonly words = inject(BenefitWords);
  readonly benefits = input.required<readonly BenefitSummary[]>();
  readonly view = input.required<BenefitView>();
  readonly sorted = output<BenefitSort>();

  protected readonly states = BENEFIT_STATE_LABELS;
  protected readonly columns = [
    { sort: 'title', figures: false },
    { sort: 'initiativeTitle', figures: false },
    { sort: 'value', figures: true },
    { sort: undefined, figures: true },
    { sort: 'latestOn', figures: true },
    { sort: 'state', figures: false },
  ] as const;

  protected direction(sort: BenefitSort | undefined): 'ascending' | 'descending' | null {
    if (sort === undefined || this.view().sort !== sort) return null;
    return this.view().descending ? 'descending' : 'ascending';
  }
}
