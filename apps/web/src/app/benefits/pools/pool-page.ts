import { Component, computed, inject, input, numberAttribute } from '@angular/core';
import { Router } from '@angular/router';
import { type BenefitPool, poolRoutes } from '@hoest/contracts';
import { fiscalYear } from '@hoest/quantities';
import { Format, MarkChange } from '@hoest/ui';
import { editRow, type RowEditor } from '../../api/edit-row';
import { read } from '../../api/read';
import { EDITED_ROW, type EditedRow } from '../../fields/edited-row';
import { SavedField } from '../../fields/saved-field';
import { SessionStore } from '../../organisation/session-store';
import { PageFrame } from '../../shell/page-frame';
import { ReadingState } from '../../shell/reading-state';
import { ScopeLink } from '../../shell/scope-link';
import { benefitsTexts } from '../benefits-texts';
import { PoolMembers } from './pool-members';
import { poolSums } from './pool-sums';

/** One pool: who claims how much of it in a year, what everyone is granted, and the pool's own fields. */
@Component({
  selector: 'app-pool-page',
  imports: [MarkChange, PageFrame, PoolMembers, ReadingState, SavedField, ScopeLink],
  providers: [{ provide: EDITED_ROW, useExisting: PoolPage }],
  templateUrl: './pool-page.html',
  styles: `
    .lead {
      margin-bottom: var(--space-5);
    }
  `,
})
export class PoolPage implements EditedRow {
  private readonly router = inject(Router);
  private readonly format = inject(Format);
  private readonly sessions = inject(SessionStore);
  protected readonly t = benefitsTexts.inject();
  readonly id = input.required<string>();
  readonly year = input(undefined, { transform: numberAttribute });

  protected readonly pools = read(poolRoutes.listPools, () => ({}), { topics: ['benefit'] });
  private readonly claims = read(poolRoutes.listPoolClaims, () => ({ query: this.query() }), {
    topics: ['benefit'],
    keep: true,
  });
  private readonly query = computed(() => (Number.isInteger(this.year()) ? { year: this.year() } : {}));
  protected readonly pool = computed(() => this.pools.value()?.items.find(({ id }) => id === this.id()));
  protected readonly own = computed(() => this.claims.value()?.items.find(({ poolId }) => poolId === this.id()));
  protected readonly mayEdit = computed(() => this.sessions.may('benefit.approve'));
  protected readonly now = computed(() => fiscalYear(this.claims.value()?.asOf ?? this.format.dateOf(new Date())));
  protected readonly shown = computed(() => this.claims.value()?.year ?? this.now());

  readonly anchor = 'pool';
  readonly writers = new Map<string, (value: unknown) => string>();
  readonly edit = editRow(poolRoutes.changePool, {
    row: () => this.pool(),
    params: ({ id }: BenefitPool) => ({ id }),
    saved: (pool) => this.take(pool),
    show: (field, value) => this.writers.get(field)?.(value) ?? String(value ?? ''),
  }) as RowEditor<never> as RowEditor<Record<string, unknown>>;

  protected readonly lead = computed(() => {
    const own = this.own();
    if (!own) return '';
    const sums = poolSums(own);
    const money = (minor: bigint | string) => this.format.amountWithUnit(minor, { currency: own.currency });
    const values = {
      year: String(this.shown()),
      n: own.members.length,
      claimed: money(sums.plannedClaim),
      removable: money(own.removableMinor),
      months: own.overclaimedMonths,
    };
    if (own.months === 0) return this.t('pool.lead.outside', values);
    return this.t(own.overclaimedMonths > 0 ? 'pool.lead.over' : 'pool.lead.fits', values);
  });
  protected readonly asOf = computed(() => {
    const asOf = this.claims.value()?.asOf;
    const unit = this.format.amountUnit(this.pool()?.currency);
    return asOf ? this.t('pools.asOf', { date: this.format.date(asOf), unit }) : '';
  });

  editing(): boolean {
    return this.mayEdit();
  }

  value(field: string): unknown {
    return (this.pool() as Record<string, unknown> | undefined)?.[field];
  }

  protected take(pool: BenefitPool): void {
    const items = this.pools.value()?.items ?? [];
    this.pools.set({ items: items.map((one) => (one.id === pool.id ? pool : one)) });
    this.claims.reload();
  }

  protected show(year: number): void {
    void this.router.navigate([], {
      queryParams: { year: year === this.now() ? null : year },
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }
}
