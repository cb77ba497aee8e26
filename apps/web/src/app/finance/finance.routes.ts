import type { Routes } from '@angular/router';
import { financeTexts } from './finance-texts';

/** Pages of the area, below `/finance`. */
export const financePages: Routes = [
  {
    path: '',
    canActivate: [financeTexts.load],
    children: [{ path: '', loadComponent: () => import('./finance-page').then((module) => module.FinancePage) }],
  },
];
