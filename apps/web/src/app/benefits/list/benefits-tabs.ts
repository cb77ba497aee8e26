import { Component, computed, inject, input } from '@angular/core';
import { measurementRoutes } from '@hoest/contracts';
import { NumberPipe } from '@hoest/ui';
import { read } from '../../api/read';
import { SessionStore } from '../../organisation/session-store';
import { ScopeLink } from '../../shell/scope-link';
import { benefitsTexts } from '../benefits-texts';

/** The views of the area: all benefits and what is to be measured, with how many; and the pools. */
@Component({
  selector: 'app-benefits-tabs',
  imports: [NumberPipe, ScopeLink],
  template: `<nav class="tabs" [attr.aria-label]="t('tabs')">
    <a scopeLink="/benefits" [attr.aria-current]="current() === 'list' ? 'page' : null"
      >{{ t('tab.all') }}
      @if (total() !== undefined) {
        <span class="count">{{ total() }}</span>
      }
    </a>
    <a scopeLink="/benefits/due" [attr.aria-current]="current() === 'due' ? 'page' : null"
      >{{ t('tab.due') }}
      @if (owed() !== undefined) {
        <span class="count">{{ owed() ?? 0 | number }}</span>
      }
    </a>
    <a scopeLink="/benefits/pools" [attr.aria-current]="current() === 'pools' ? 'page' : null">{{ t('tab.pools') }}</a>
  </nav>`,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class BenefitsTabs {
  private readonly sessions = inject(SessionStore);
  protected readonly t = benefitsTexts.inject();
  readonly current = input.required<'list' | 'due' | 'pools'>();
  /** How many benefits the list finds, as words; undefined while it is not known. */
  readonly total = input<string>();
  private readonly due = read(
    measurementRoutes.listDue,
    () => (this.sessions.person() ? { query: { limit: 1, 'filter[mine]': 'true' } } : undefined),
    { topics: ['benefit'] },
  );
  /** Measurements the reader owes. */
  protected readonly owed = computed(() => {
    const total = this.due.value()?.total;
    return typeof total === 'object' ? total.atLeast : total;
  });
}
