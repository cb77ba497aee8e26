import { Component, computed, inject } from '@angular/core';
import { decisionRoutes, type LedgerItem } from '@hoest/contracts';
import { DECISION_OUTCOME_LABELS } from '@hoest/portfolio';
import { AmountPipe, Format, LabelPipe, StatusMark } from '@hoest/ui';
import { read } from '../../api/read';
import { ShowAll } from '../../overview/public';
import { ScopeLink } from '../../shell/scope-link';
import { FinanceStore } from '../finance-store';
import { financeTexts } from '../finance-texts';
import { decisionsSince, deviationsOf } from './deviations';

const FEW = 6;
/** As many initiatives as one call may name. */
const MOST_INITIATIVES = 100;

/** Benefits more than 25 % below plan, most money first, and whether somebody has decided about them since. */
@Component({
  selector: 'app-deviations-section',
  imports: [AmountPipe, LabelPipe, ScopeLink, ShowAll, StatusMark],
  templateUrl: './deviations-section.html',
  styles: `
    .late {
      color: var(--deviation);
    }
    @media (min-width: 721px) {
      .share {
        display: block;
      }
    }
  `,
})
export class DeviationsSection {
  protected readonly store = inject(FinanceStore);
  protected readonly format = inject(Format);
  protected readonly t = financeTexts.inject();
  protected readonly outcomes = DECISION_OUTCOME_LABELS;
  protected readonly few = FEW;

  protected readonly currency = computed(() => this.store.ledger.value()?.currency);
  protected readonly unit = computed(() => this.format.amountUnit(this.currency()));
  protected readonly rows = computed(() => deviationsOf(this.store.ledger.value()?.items ?? []));
  protected readonly all = computed(() => this.store.listed('deviations'));
  protected readonly shown = computed(() => this.rows().slice(0, this.all() ? undefined : FEW));
  protected readonly mayDecide = computed(() => this.store.sessions.may('decision.record'));
  private readonly initiativeIds = computed(() =>
    [...new Set(this.rows().map(({ initiativeId }) => initiativeId))].slice(0, MOST_INITIATIVES),
  );
  private readonly decisions = read(
    decisionRoutes.listDecisions,
    () =>
      this.initiativeIds().length === 0
        ? undefined
        : {
            query: {
              'filter[initiativeId]': this.initiativeIds().join(','),
              'filter[decidedOn][gte]': `${this.store.view().year}-01-01`,
              limit: 200,
            },
          },
    { topics: ['initiative'], keep: true },
  );
  private readonly taken = computed(() =>
    decisionsSince(this.decisions.value()?.items ?? [], `${this.store.view().year}-01-01`),
  );

  protected decisionOf({ initiativeId }: LedgerItem) {
    return this.taken().get(initiativeId);
  }

  protected share({ planned, variance }: LedgerItem): string {
    const plan = Math.abs(Number(planned));
    return plan === 0 ? '' : this.format.percent(Number(variance) / plan, { maxDecimals: 0 });
  }
}
