import { Component, computed, inject, input } from '@angular/core';
import { BENEFIT_CLASS_LABELS } from '@hoest/benefits';
import { entryRoutes, type ResponseOf } from '@hoest/contracts';
import { RUNG_LABELS, rungNumber } from '@hoest/finance';
import { Format, LabelPipe, LadderMark, StatusMark } from '@hoest/ui';
import { readPages } from '../../../api/read-pages';
import { ReadingState } from '../../../shell/reading-state';
import { ScopeLink } from '../../../shell/scope-link';
import { FINANCE_TOPICS } from '../../finance-store';
import { STATUS_MARKS } from '../grid/status-text';
import { LedgerStore } from '../ledger-store';
import { ledgerTexts } from '../ledger-texts';
import type { BenefitRow } from '../rows/ledger-rows';

type FinanceEntry = ResponseOf<typeof entryRoutes.listEntries>['items'][number];

/** What stands behind a line of the ledger: whose it is, its account, and every entry with its day and its two persons. */
@Component({
  selector: 'app-benefit-entries',
  imports: [LabelPipe, LadderMark, ReadingState, ScopeLink, StatusMark],
  templateUrl: './benefit-entries.html',
  styles: `
    h3 {
      margin-bottom: var(--space-2);
    }
    h4 {
      margin: var(--space-5) 0 var(--space-1);
    }
    dl {
      margin-top: var(--space-3);
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0 var(--space-3);
      padding: 7px 0;
      border-bottom: 1px solid var(--rule);
    }
    .detail {
      grid-column: 1 / -1;
      color: var(--ink-3);
      font-size: var(--text-sm);
    }
    .undone .num {
      color: var(--ink-3);
      text-decoration: line-through;
    }
    .links {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2) var(--space-4);
      margin-top: var(--space-5);
    }
  `,
})
export class BenefitEntries {
  private readonly format = inject(Format);
  private readonly store = inject(LedgerStore);
  protected readonly t = ledgerTexts.inject();
  readonly row = input.required<BenefitRow>();

  protected readonly item = computed(() => this.row().item);
  protected readonly status = computed(() => this.store.texts().of(this.row(), { id: 'status', kind: 'status' }));
  protected readonly marks = STATUS_MARKS;
  protected readonly classes = BENEFIT_CLASS_LABELS;
  protected readonly rungs = RUNG_LABELS;
  protected readonly entries = readPages(
    entryRoutes.listEntries,
    () => {
      const { benefitId, year } = this.item();
      return {
        query: {
          'filter[benefitId]': benefitId,
          'filter[year][gte]': `${year}`,
          'filter[year][lte]': `${year}`,
          limit: 50,
        },
      };
    },
    { topics: FINANCE_TOPICS },
  );

  protected number({ rung }: FinanceEntry): 1 | 2 | 3 | 4 {
    return rungNumber(rung);
  }

  protected amount({ amountMinor }: FinanceEntry): string {
    return this.store.amount(BigInt(amountMinor) * BigInt(this.item().polarity));
  }

  protected period({ monthFrom, monthTo }: FinanceEntry): string {
    const [from, to] = [this.format.date(monthFrom, 'month'), this.format.date(monthTo, 'month')];
    return from === to ? from : `${from} – ${to}`;
  }

  protected booked(entry: FinanceEntry): string {
    return this.t('entry.booked', {
      month: this.format.date(entry.bookedMonth, 'month'),
      reporter: entry.enteredByName,
      validator: entry.validatedByName,
    });
  }

  protected proof({ postingRef, accountsRef, budgetVersionName, account, costCentre }: FinanceEntry): string {
    return [budgetVersionName, [account, costCentre].filter(Boolean).join(' · '), postingRef, accountsRef]
      .filter(Boolean)
      .join(', ');
  }
}
