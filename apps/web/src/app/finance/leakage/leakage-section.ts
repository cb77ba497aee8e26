import { Component, computed, inject } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';
import { ChartFrame, type ChartTable, Format, UiLocale } from '@hoest/ui';
import { sentence, shownStep } from '../../overview/public';
import { FinanceStore } from '../finance-store';
import { financeTexts } from '../finance-texts';
import { through } from '../period-words';
import { type StepWords, WaterfallChart } from './waterfall-chart';
import { leakageClaim, waterfallFigures } from './waterfall-figures';
import { behindStep, isLevel, WATERFALL_STEPS, type WaterfallStep } from './waterfall-steps';

/** Where the promised money is: from what was promised to what the accounts confirm, with the benefits behind every bar. */
@Component({
  selector: 'app-leakage-section',
  imports: [ChartFrame, RouterLink, WaterfallChart],
  template: `<section class="sec">
    <ui-chart-frame
      [message]="message()"
      [sub]="sub()"
      [table]="hasPromise() ? table() : undefined"
      [fileName]="t('leakage.file')"
    >
      @if (hasPromise()) {
        <app-waterfall-chart
          [bars]="bars()"
          [words]="words()"
          [link]="linkTo"
          [chosen]="store.view().behind"
          [label]="t('leakage.label')"
        />
        @if (surplus(); as above) {
          <p class="sub surplus">
            {{ above }}
            <a [routerLink]="[]" [queryParams]="store.linkTo({ behind: 'surplus' })" fragment="behind">{{
              t('leakage.surplusWho')
            }}</a>
          </p>
        }
      } @else {
        <p class="muted none">{{ t('leakage.nothingWhy') }}</p>
      }
      @if (count() > 0) {
        <a chartLinks [routerLink]="[]" [queryParams]="store.linkTo({ behind: 'promised' })" fragment="behind">{{
          t('leakage.behind', { n: count() })
        }}</a>
      }
    </ui-chart-frame>
  </section>`,
  styles: `
    .surplus {
      margin-top: var(--space-3);
    }
    .none {
      max-width: var(--measure);
    }
  `,
})
export class LeakageSection {
  protected readonly store = inject(FinanceStore);
  private readonly format = inject(Format);
  private readonly locale = inject(UiLocale);
  protected readonly t = financeTexts.inject();

  private readonly ledger = computed(() => this.store.ledger.value());
  private readonly leakage = computed(() => this.ledger()?.totals.leakage);
  protected readonly hasPromise = computed(() => BigInt(this.leakage()?.promised ?? '0') > 0n);
  private readonly currency = computed(() => this.ledger()?.currency ?? this.locale.currency());
  protected readonly bars = computed(() => {
    const leakage = this.leakage();
    return leakage ? waterfallFigures(leakage, shownStep(this.locale.amountUnit(), this.currency())) : [];
  });
  /** Benefits with money promised in the period. */
  protected readonly count = computed(() => behindStep(this.ledger()?.items ?? [], 'promised').length);

  protected readonly message = computed(() => {
    const leakage = this.leakage();
    if (!leakage) return '';
    const claim = leakageClaim(leakage);
    const inKrone = this.currency() === 'DKK';
    switch (claim.kind) {
      case 'nothing_promised':
        return this.t('leakage.nothingPromised', { year: String(this.ledger()?.year ?? '') });
      case 'nothing_realised':
        return this.t('leakage.nothingRealised');
      case 'all_realised':
        return this.t(inKrone ? 'leakage.allRealised' : 'leakage.allRealisedShare', claim);
      case 'part':
        return this.t(inKrone ? 'leakage.part' : 'leakage.partShare', claim);
    }
  });
  protected readonly sub = computed(() => {
    const ledger = this.ledger();
    if (!ledger) return '';
    return this.t(this.store.view().classes === 'cash' ? 'leakage.subCash' : 'leakage.subAll', {
      period: through(ledger, this.t, this.format),
      unit: this.format.amountUnit(ledger.currency),
    });
  });
  protected readonly surplus = computed(() => {
    const surplus = BigInt(this.leakage()?.surplus ?? '0');
    return surplus > 0n ? this.t('leakage.surplus', { amount: this.withUnit(surplus) }) : '';
  });

  protected readonly words = computed(() => {
    const items = this.ledger()?.items ?? [];
    const entries = this.bars().map(({ step, amount }): [WaterfallStep, StepWords] => {
      const signed = isLevel(step) ? amount : -amount;
      const count = behindStep(items, step).length;
      return [
        step,
        {
          lines: this.t(`leakage.step.${step}`).split('|'),
          text: this.amount(signed),
          spoken: this.t('leakage.spoken', { step: this.name(step), amount: this.withUnit(signed), n: count }),
        },
      ];
    });
    return Object.fromEntries(entries) as Record<WaterfallStep, StepWords>;
  });

  protected readonly table = computed<ChartTable>(() => ({
    columns: [
      this.t('leakage.column.step'),
      sentence(this.format.amountUnit(this.currency())),
      this.t('leakage.column.benefits'),
    ],
    rows: WATERFALL_STEPS.map((step) => {
      const amount = this.bars().find((bar) => bar.step === step)?.amount ?? 0n;
      return [
        this.name(step),
        this.amount(isLevel(step) ? amount : -amount),
        this.format.number(behindStep(this.ledger()?.items ?? [], step).length),
      ];
    }),
  }));

  protected readonly linkTo = (step: WaterfallStep): Params => this.store.linkTo({ behind: step });

  private name(step: WaterfallStep): string {
    return this.t(`leakage.step.${step}`).replace('|', ' ');
  }

  private amount(minor: bigint): string {
    return this.format.amount(minor, { currency: this.currency() });
  }

  private withUnit(minor: bigint): string {
    return this.format.amountWithUnit(minor, { currency: this.currency() });
  }
}
