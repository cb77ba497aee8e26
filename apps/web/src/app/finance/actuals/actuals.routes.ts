import type { Routes } from '@angular/router';
import { actualsTexts } from './actuals-texts';

/** Below `/finance/actuals`: what the accounting system booked, and which benefit it belongs to. */
export const actualsPages: Routes = [
  {
    path: '',
    canActivate: [actualsTexts.load],
    loadComponent: () => import('./actuals-page').then((module) => module.ActualsPage),
  },
];
