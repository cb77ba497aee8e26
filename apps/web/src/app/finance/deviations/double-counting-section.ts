import { Component, computed, inject } from '@angular/core';
import { ledgerRoutes, type ResponseOf } from '@hoest/contracts';
import { AmountPipe, Format, StatusMark } from '@hoest/ui';
import { read } from '../../api/read';
import { ReadingState } from '../../shell/reading-state';
import { Scope } from '../../shell/scope';
import { ScopeLink } from '../../shell/scope-link';
import { FINANCE_TOPICS, FinanceStore } from '../finance-store';
import { financeTexts } from '../finance-texts';

type Warning = ResponseOf<typeof ledgerRoutes.listWarnings>['items'][number];

/** Gains that may be counted twice, with the benefits that claim the same money. */
@Component({
  selector: 'app-double-counting-section',
  imports: [AmountPipe, ReadingState, ScopeLink, StatusMark],
  template: `<section class="sec" id="double-counting" tabindex="-1" aria-labelledby="double-counting-title">
    <div class="sechead">
      <h2 id="double-counting-title">{{ title() }}</h2>
    </div>
    @if (reading.value(); as answer) {
      @if (answer.items.length) {
        <ul>
          @for (warning of answer.items; track $index) {
            <li>
              <ui-status class="wraps" [status]="warning.kind === 'pool_overclaimed' ? 'deviation' : 'watch'">{{
                words(warning)
              }}</ui-status>
              @if (warning.localAndJoint) {
                <span class="tag">{{ t('double.localAndJoint') }}</span>
              }
              @if (warning.removable !== null) {
                <p class="muted small">
                  {{
                    t('double.pool', {
                      claimed: money(warning.claimed, warning),
                      removable: money(warning.removable, warning),
                    })
                  }}
                </p>
              }
              <ul class="claims">
                @for (benefit of warning.benefits; track benefit.benefitId) {
                  <li>
                    <span
                      ><a class="plain" [scopeLink]="['/benefits', benefit.benefitId]">{{ benefit.title }}</a
                      >&ngsp; <span class="muted small nowrap">{{ benefit.initiativeCode }}</span></span
                    >
                    <span class="num nowrap"
                      >{{ benefit.planned | amount: { currency: warning.currency } }}&ngsp;
                      <span class="unit">{{ format.amountUnit(warning.currency) }}</span></span
                    >
                  </li>
                }
              </ul>
            </li>
          }
        </ul>
      } @else {
        <p class="muted">{{ t('double.noneWhy') }}</p>
      }
    } @else {
      <app-reading [of]="reading" [rows]="3" />
    }
  </section>`,
  styles: `
    section:focus {
      outline: none;
    }
    /* Hundreds of gains may claim the same account: those out of sight are neither laid out nor painted with the page. */
    .claims {
      content-visibility: auto;
      contain-intrinsic-size: auto 120px;
    }
    ul > li {
      padding: var(--space-2) 0;
      border-bottom: 1px solid var(--rule);
    }
    .claims > li {
      display: flex;
      justify-content: space-between;
      gap: var(--space-3);
      padding: 3px 0 3px 18px;
      border: 0;
    }
    .wraps {
      white-space: normal;
    }
    .tag {
      margin-left: 8px;
    }
    p.small {
      padding-left: 18px;
    }
  `,
})
export class DoubleCountingSection {
  private readonly store = inject(FinanceStore);
  private readonly scope = inject(Scope);
  protected readonly format = inject(Format);
  protected readonly t = financeTexts.inject();
  protected readonly reading = read(
    ledgerRoutes.listWarnings,
    () => ({
      query: { year: this.store.view().year, ...(this.scope.unitId() ? { unitId: this.scope.unitId() } : {}) },
    }),
    { topics: FINANCE_TOPICS, keep: true },
  );
  protected readonly title = computed(() => this.t('double.title', { n: this.reading.value()?.items.length ?? 0 }));

  protected words({ kind, shared }: Warning): string {
    return this.t(`double.${kind}`, { shared });
  }

  protected money(minor: string, { currency }: Warning): string {
    return this.format.amountWithUnit(minor, { currency });
  }
}
