import type { Route } from '@angular/router';
import { financeSettingsTexts } from './settings-texts';

/** `/finance/settings`: the price and wage index, and the budgets gains are built into. */
export const FINANCE_SETTINGS_ROUTE: Route = {
  path: 'settings',
  canActivate: [financeSettingsTexts.load],
  loadComponent: () => import('./settings-page').then((module) => module.FinanceSettingsPage),
};
