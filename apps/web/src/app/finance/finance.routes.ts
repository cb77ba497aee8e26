import type { Routes } from '@angular/router';
import { financeTexts } from './finance-texts';
import { ledgerTexts } from './ledger/ledger-texts';
import { FINANCE_SETTINGS_ROUTE } from './settings/settings.routes';
import { TRACK_RECORD_ROUTE } from './track-record/track-record.routes';

/** Pages of the area, below `/finance`. */
export const financePages: Routes = [
  {
    path: '',
    canActivate: [financeTexts.load, ledgerTexts.load],
    children: [
      { path: '', loadComponent: () => import('./finance-page').then((module) => module.FinancePage) },
      FINANCE_SETTINGS_ROUTE,
      TRACK_RECORD_ROUTE,
      {
        path: 'actuals',
        loadChildren: () => import('./actuals/actuals.routes').then((module) => module.actualsPages),
      },
    ],
  },
];
