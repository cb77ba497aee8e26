import { Component, computed, inject, input } from '@angular/core';
import type { Params } from '@angular/router';
import { BENEFIT_CLASSES } from '@hoest/benefits';
import type { Overview } from '@hoest/contracts';
import { type BandFill, type BandGroup, CertaintyBand, ChartFrame, type ChartTable, Format } from '@hoest/ui';
import { ScopeLink } from '../../shell/scope-link';
import { injectKnownAreas } from '../known-areas';
import { OverviewStore } from '../overview-store';
import { sentence } from '../number-words';
import { overviewTexts } from '../overview-texts';
import { type HarvestPart, harvestFigures } from './harvest-figures';

const CASH = ['cash_releasing', 'income'];
const WITH_MONEY = 'in_realisation,realised,sustained';

/** The records behind each part of the band. */
const RECORDS: Record<HarvestPart, { path: '/benefits' | '/initiatives'; params: Params }> = {
  cash: { path: '/benefits', params: { 'filter[state]': WITH_MONEY, 'filter[class]': CASH.join(','), sort: '-value' } },
  other: {
    path: '/benefits',
    params: {
      'filter[state]': WITH_MONEY,
      'filter[class]': BENEFIT_CLASSES.filter((one) => !CASH.includes(one)).join(','),
      sort: '-value',
    },
  },
  shortfall: { path: '/benefits', params: { 'filter[state]': 'in_realisation', sort: '-value' } },
  notMeasured: { path: '/benefits', params: { 'filter[overdue]': 'true', sort: '-value' } },
  delayed: { path: '/initiatives', params: { tab: 'late' } },
};
const FILLS: Record<HarvestPart, BandFill> = {
  cash: 'fill-4',
  other: 'fill-2',
  shortfall: 'fill-below-plan',
  notMeasured: 'fill-not-measured',
  delayed: 'fill-late',
};

/** The product's question in one look: what of this year's promised money has come, how firmly, and where the rest is. */
@Component({
  selector: 'app-harvest-section',
  imports: [CertaintyBand, ChartFrame, ScopeLink],
  template: `<section class="sec">
    <ui-chart-frame
      [lead]="true"
      [message]="lead()"
      [sub]="sub()"
      [table]="table()"
      [source]="source()"
      [fileName]="t('harvest.file')"
    >
      @if (hasPromise()) {
        <ui-certainty-band [groups]="groups()" [words]="words" />
        <ng-template #words let-segment>
          @let records = recordsOf(segment.id);
          @if (records) {
            <a class="quiet" [scopeLink]="records.path" [params]="records.params">{{ segment.label }}</a>
          } @else {
            {{ segment.label }}
          }
        </ng-template>
        @if (surplus(); as above) {
          <p class="sub surplus">{{ above }}</p>
        }
      }
    </ui-chart-frame>
  </section>`,
  styles: `
    .quiet {
      color: inherit;
    }
    .quiet::after {
      content: '';
      position: absolute;
      inset: var(--segment-reach);
    }
    .surplus {
      margin-top: var(--space-3);
    }
  `,
})
export class HarvestSection {
  private readonly store = inject(OverviewStore);
  private readonly format = inject(Format);
  private readonly knows = injectKnownAreas();
  protected readonly t = overviewTexts.inject();
  readonly overview = input.required<Overview>();

  private readonly figures = computed(() => harvestFigures(this.overview().harvest, this.store.step()));
  protected readonly hasPromise = computed(() => this.figures().promised > 0n);

  protected readonly lead = computed(() => {
    const { promised, realised, parts, largestMissing } = this.figures();
    if (promised <= 0n) return this.t('lead.nothingDue', { year: this.overview().asOf.slice(0, 4) });
    const first = this.t('lead.harvested', { realised: this.amount(realised), promised: this.withUnit(promised) });
    const second = largestMissing
      ? this.t(`lead.missing.${largestMissing}`, { amount: this.amount(parts[largestMissing]) })
      : this.t('lead.all');
    return `${first} ${second}`;
  });
  protected readonly sub = computed(() => {
    const { asOf } = this.overview();
    const from = this.format.dayAndMonth(`${asOf.slice(0, 4)}-01-01`);
    const words = { from, to: this.format.date(asOf), unit: this.format.amountUnit() };
    return this.t(this.hasPromise() ? 'harvest.sub' : 'harvest.subNone', words);
  });
  protected readonly source = computed(() => {
    const { benefitsDue, benefitsNotMeasured } = this.overview().harvest;
    return this.hasPromise() ? this.t('harvest.source', { n: benefitsDue, missing: benefitsNotMeasured }) : '';
  });
  protected readonly surplus = computed(() => {
    const surplus = BigInt(this.overview().harvest.surplus);
    return surplus > 0n ? this.t('harvest.surplus', { amount: this.withUnit(surplus) }) : '';
  });

  protected readonly groups = computed<BandGroup[]>(() => {
    const { realised, missing, realisedPercent } = this.figures();
    const note = (key: 'harvest.realisedNote' | 'harvest.missingNote', percent: number) => this.t(key, { percent });
    return [
      {
        name: this.t('harvest.realisedTotal'),
        title: this.t('harvest.realised', { amount: this.withUnit(realised) }),
        note: realisedPercent === null ? '' : note('harvest.realisedNote', realisedPercent),
        text: this.amount(realised),
        segments: [this.segment('cash'), this.segment('other')],
      },
      {
        name: this.t('harvest.missingTotal'),
        title: this.t('harvest.missing', { amount: this.withUnit(missing) }),
        note: realisedPercent === null ? '' : note('harvest.missingNote', 100 - realisedPercent),
        text: this.amount(missing),
        segments: [this.segment('shortfall'), this.segment('notMeasured'), this.segment('delayed')],
      },
    ];
  });

  protected readonly table = computed<ChartTable | undefined>(() => {
    if (!this.hasPromise()) return undefined;
    const { promised, realised, missing, parts } = this.figures();
    const rows: [string, bigint][] = [
      [this.t('part.cash'), parts.cash],
      [this.t('part.other'), parts.other],
      [this.t('harvest.realisedTotal'), realised],
      [this.t('part.shortfall'), parts.shortfall],
      [this.t('part.notMeasured'), parts.notMeasured],
      [this.t('part.delayed'), parts.delayed],
      [this.t('harvest.missingTotal'), missing],
      [this.t('harvest.promisedTotal'), promised],
    ];
    return {
      columns: [this.t('harvest.part'), sentence(this.format.amountUnit())],
      rows: rows.map(([name, amount]) => [name, this.amount(amount)]),
    };
  });

  protected recordsOf(part: string) {
    const records = RECORDS[part as HarvestPart];
    return this.knows(records.path.slice(1)) ? records : undefined;
  }

  private segment(part: HarvestPart) {
    const amount = this.figures().parts[part];
    return {
      id: part,
      label: amount < 0n ? this.t('harvest.deducted', { part: this.t(`part.${part}`) }) : this.t(`part.${part}`),
      size: Number(amount),
      text: this.amount(amount),
      fill: FILLS[part],
    };
  }

  private amount(minor: bigint): string {
    return this.format.amount(minor);
  }

  private withUnit(minor: bigint): string {
    return this.format.amountWithUnit(minor);
  }
}
