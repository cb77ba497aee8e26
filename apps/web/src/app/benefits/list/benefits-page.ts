import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { benefitRoutes, measurementRoutes } from '@hoest/contracts';
import { calendarDateIn } from '@hoest/quantities';
import { Format, Icon, UiLocale } from '@hoest/ui';
import { read } from '../../api/read';
import { readPages } from '../../api/read-pages';
import { PageFrame } from '../../shell/page-frame';
import { ReadingState } from '../../shell/reading-state';
import { Scope } from '../../shell/scope';
import { benefitsTexts } from '../benefits-texts';
import {
  BENEFIT_SORTS,
  type BenefitSort,
  type BenefitView,
  listQueryOf,
  narrowing,
  readView,
  viewParams,
} from './benefit-filters';
import { BenefitsFilterBar } from './benefits-filter-bar';
import { BenefitsTable } from './benefits-table';
import { BenefitsTabs } from './benefits-tabs';
import { NothingFound } from './nothing-found';

const PAGE = 60;

/** All benefits of the scope: narrowed, sorted, searched; the address holds the view. */
@Component({
  selector: 'app-benefits-page',
  imports: [BenefitsFilterBar, BenefitsTable, BenefitsTabs, Icon, NothingFound, PageFrame, ReadingState],
  templateUrl: './benefits-page.html',
  styles: `
    .lead {
      margin-bottom: var(--space-5);
    }
    .more {
      margin-top: var(--space-4);
    }
  `,
})
export class BenefitsPage {
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly scope = inject(Scope);
  private readonly format = inject(Format);
  private readonly locale = inject(UiLocale);
  protected readonly t = benefitsTexts.inject();
  private readonly params = toSignal(this.route.queryParamMap, { requireSync: true });

  protected readonly view = computed(() => readView(this.params()));
  protected readonly narrowed = computed(() => narrowing(this.view()).length > 0);
  protected readonly list = readPages(
    benefitRoutes.listBenefits,
    () => ({ query: listQueryOf(this.view(), this.scope.unitId(), PAGE) }),
    { topics: ['benefit', 'initiative'], keep: true },
  );
  /** Measurements of the whole scope that are late or missing, whatever the list is narrowed to. */
  private readonly late = read(
    measurementRoutes.listDue,
    () => ({
      query: {
        limit: 1,
        'filter[status]': 'late,missing',
        ...(this.scope.unitId() ? { 'filter[unitId]': this.scope.unitId() } : {}),
      },
    }),
    { topics: ['benefit'] },
  );

  protected readonly count = computed(() => {
    const total = this.list.total();
    if (total === undefined) return undefined;
    return typeof total === 'number' ? this.format.number(total) : this.t('atLeast', { n: total.atLeast });
  });
  protected readonly lead = computed(() => {
    const [total, late] = [this.list.total(), this.late.value()?.total];
    if (total === undefined || late === undefined || total === 0) return '';
    const benefits = typeof total === 'number' ? total : total.atLeast;
    const measurements = typeof late === 'number' ? late : late.atLeast;
    return [
      this.t(this.narrowed() ? 'lead.narrowed' : 'lead.all', { n: benefits, scope: this.scope.name() }),
      this.t('lead.late', { n: measurements }),
    ].join(' ');
  });
  protected readonly asOf = computed(() =>
    this.t('asOf', {
      date: this.format.date(calendarDateIn(this.list.readAt() ?? new Date(), this.locale.timeZone())),
      unit: this.format.amountUnit(),
    }),
  );
  /** Whether there is nothing at all, filter or not. */
  protected readonly empty = computed(() => this.list.total() === 0 && !this.narrowed());
  protected readonly nothing = computed(() => this.list.total() === 0 && this.narrowed());
  protected readonly sorts = BENEFIT_SORTS;

  protected show(view: BenefitView): void {
    void this.router.navigate([], {
      relativeTo: this.route,
      queryParams: viewParams(view),
      queryParamsHandling: 'merge',
      replaceUrl: true,
      scroll: 'manual',
    });
  }

  /** Sorts by a column; the same column again turns the order round. Figures and days begin with the largest. */
  protected sortBy(sort: BenefitSort): void {
    const view = this.view();
    const first = sort === 'value' || sort === 'latestOn';
    this.show({ ...view, sort, descending: view.sort === sort ? !view.descending : first });
  }
}
