import { Component } from '@angular/core';
import { PageFrame } from '../../shell/page-frame';
import { ScopeLink } from '../../shell/scope-link';
import { BudgetsSection } from './budgets-section';
import { PriceIndexSection } from './price-index-section';
import { financeSettingsTexts } from './settings-texts';

/** What the ledger counts with: the price and wage index, and the budgets that were adopted. */
@Component({
  selector: 'app-finance-settings-page',
  imports: [BudgetsSection, PageFrame, PriceIndexSection, ScopeLink],
  template: `<app-page [heading]="t('title')" [asOf]="t('what')" scope="path">
    <span pagePath
      ><a scopeLink="/finance">{{ t('back') }}</a></span
    >
    <div class="stack">
      <app-price-index-section />
      <app-budgets-section />
    </div>
  </app-page>`,
  styles: `
    app-price-index-section,
    app-budgets-section {
      display: block;
    }
  `,
})
export class FinanceSettingsPage {
  protected readonly t = financeSettingsTexts.inject();
}
