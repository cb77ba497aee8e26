import { Component, computed, inject, input, numberAttribute } from '@angular/core';
import { Router } from '@angular/router';
import { poolRoutes } from '@hoest/contracts';
import { fiscalYear } from '@hoest/quantities';
import { Dialogs, Empty, Format, Icon, StatusMark } from '@hoest/ui';
import { read } from '../../api/read';
import { SessionStore } from '../../organisation/session-store';
import { PageFrame } from '../../shell/page-frame';
import { ReadingState } from '../../shell/reading-state';
import { ScopeLink } from '../../shell/scope-link';
import { benefitsTexts } from '../benefits-texts';
import { BenefitsTabs } from '../list/benefits-tabs';
import { NewPoolDialog } from './new-pool-dialog';
import { poolSums } from './pool-sums';
import { PoolYear } from './pool-year';

/** Pools several benefits claim from: what can be removed in a year, what is claimed, what is granted when it is too much. */
@Component({
  selector: 'app-pools-page',
  imports: [BenefitsTabs, Empty, Icon, PageFrame, PoolYear, ReadingState, ScopeLink, StatusMark],
  templateUrl: './pools-page.html',
  styles: `
    .lead {
      margin-bottom: var(--space-5);
    }
    table + .sub {
      margin-top: var(--space-3);
    }
  `,
})
export class PoolsPage {
  private readonly router = inject(Router);
  private readonly dialogs = inject(Dialogs);
  private readonly format = inject(Format);
  private readonly sessions = inject(SessionStore);
  protected readonly t = benefitsTexts.inject();
  /** Year asked for in the address; the running one without it. */
  readonly year = input(undefined, { transform: numberAttribute });

  protected readonly pools = read(poolRoutes.listPools, () => ({}), { topics: ['benefit'] });
  protected readonly claims = read(poolRoutes.listPoolClaims, () => ({ query: this.query() }), {
    topics: ['benefit'],
    keep: true,
  });
  private readonly query = computed(() => (Number.isInteger(this.year()) ? { year: this.year() } : {}));
  protected readonly mayEdit = computed(() => this.sessions.may('benefit.approve'));
  protected readonly shown = computed(() => this.claims.value()?.year);
  protected readonly now = computed(() => fiscalYear(this.claims.value()?.asOf ?? this.format.dateOf(new Date())));
  protected readonly linkParams = computed(() => (this.shown() === this.now() ? {} : { year: this.shown() }));

  protected readonly rows = computed(() => {
    const claims = new Map((this.claims.value()?.items ?? []).map((one) => [one.poolId, one]));
    return (this.pools.value()?.items ?? []).map((pool) => {
      const own = claims.get(pool.id);
      const sums = own && poolSums(own);
      const amount = (minor: bigint | string) => this.format.amount(minor, { currency: pool.currency });
      return {
        pool,
        period: pool.periodTo
          ? `${this.format.date(pool.periodFrom)} – ${this.format.date(pool.periodTo)}`
          : this.t('pools.from', { date: this.format.date(pool.periodFrom) }),
        months: own?.months ?? 0,
        overclaimed: own?.overclaimedMonths ?? 0,
        removable: amount(own?.removableMinor ?? '0'),
        claimed: amount(sums?.plannedClaim ?? 0n),
        granted: amount(sums?.plannedGranted ?? 0n),
      };
    });
  });
  protected readonly lead = computed(() => {
    if (!this.claims.value() || this.rows().length === 0) return '';
    const over = this.rows().filter(({ overclaimed }) => overclaimed > 0).length;
    const [n, year] = [this.rows().length, String(this.shown())];
    return n === 1 && over === 1 ? this.t('pools.leadOnly', { year }) : this.t('pools.lead', { n, over, year });
  });
  protected readonly asOf = computed(() => {
    const asOf = this.claims.value()?.asOf;
    return asOf ? this.t('pools.asOf', { date: this.format.date(asOf), unit: this.format.amountUnit() }) : '';
  });

  protected text(year: number | undefined): string {
    return String(year ?? '');
  }

  protected show(year: number): void {
    void this.router.navigate([], {
      queryParams: { year: year === this.now() ? null : year },
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }

  protected add(): void {
    this.dialogs.open(NewPoolDialog);
  }
}
