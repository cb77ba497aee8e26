import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { type MaturityMember, maturityRoutes } from '@hoest/contracts';
import type { IndicatorDefinition } from '@hoest/maturity';
import { Decimal } from '@hoest/quantities';
import { Format, Icon, LabelPipe } from '@hoest/ui';
import { readPages } from '../../api/read-pages';
import { ReadingState } from '../../shell/reading-state';
import { Scope } from '../../shell/scope';
import { maturityTexts } from '../maturity-texts';
import { RecordLink } from '../record-link';

const OUTCOMES = ['miss', 'partial', 'hit', 'exempt'] as const;
type Outcome = (typeof OUTCOMES)[number];

/** Every record behind an indicator: whether it counts, why, what would repair it and who can. The outcome filter stands in the address. */
@Component({
  selector: 'app-records-section',
  imports: [Icon, LabelPipe, ReadingState, RecordLink],
  templateUrl: './records-section.html',
  styleUrl: './records-section.css',
})
export class RecordsSection {
  private readonly router = inject(Router);
  private readonly scope = inject(Scope);
  protected readonly format = inject(Format);
  protected readonly t = maturityTexts.inject();
  protected readonly outcomes = OUTCOMES;

  readonly definition = input.required<IndicatorDefinition>();
  readonly outcome = input<string>();

  protected readonly chosen = computed((): Outcome | null => OUTCOMES.find((one) => one === this.outcome()) ?? null);
  protected readonly list = readPages(
    maturityRoutes.listMembers,
    () => ({
      params: { indicatorId: this.definition().id },
      query: { 'filter[unitId]': this.scope.unitId(), 'filter[outcome]': this.chosen() ?? undefined },
    }),
    { topics: ['maturity'], keep: true },
  );
  protected readonly withheld = computed(() => this.list.value()?.withheld ?? null);
  protected readonly total = computed(() => {
    const total = this.list.total();
    if (total === undefined) return '';
    return typeof total === 'number'
      ? this.t('records.sub', { n: total })
      : this.t('records.subAtLeast', { n: this.format.number(total.atLeast) });
  });
  protected readonly rows = computed(() =>
    this.list.items().map((member) => ({
      member,
      amount: this.amount(member),
      fix: member.reasons.find(({ fix }) => fix !== null)?.fix ?? null,
      who: this.who(member),
      notes: this.notes(member),
    })),
  );

  protected choose(outcome: Outcome | null): void {
    void this.router.navigate([], {
      queryParams: { outcome },
      queryParamsHandling: 'merge',
      replaceUrl: true,
      preserveFragment: true,
    });
  }

  /** What the record brings to the quotient; for proportions the outcome says it all. */
  private amount({ numerator, denominator, status }: MaturityMember): string {
    if (status === 'exempt') return this.t('records.nothing');
    switch (this.definition().kind) {
      case 'ratio':
        return `${this.format.amount(new Decimal(numerator).toFixed(0))} / ${this.format.amountWithUnit(new Decimal(denominator).toFixed(0))}`;
      case 'mean':
      case 'step':
        return new Decimal(denominator).isZero()
          ? this.t('records.nothing')
          : this.format.percent(new Decimal(numerator).div(denominator), { maxDecimals: 0 });
      case 'proportion':
        return `${this.format.number(numerator)} / ${this.format.number(denominator)}`;
    }
  }

  private who({ actor }: MaturityMember): string {
    if (!actor) return this.t('records.nothing');
    return actor.name ?? this.t(`actor.${actor.role}`);
  }

  /** That a record will count less by itself is news only while it counts in full. */
  private notes({ fresh, nextChangeAt, outcome }: MaturityMember): string {
    return [
      fresh === false && this.t('records.old'),
      outcome === 'hit' && nextChangeAt && this.t('records.changes', { date: this.format.date(nextChangeAt) }),
    ]
      .filter(Boolean)
      .join(' · ');
  }
}
