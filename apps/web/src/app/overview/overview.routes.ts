import type { Routes } from '@angular/router';
import { overviewTexts } from './overview-texts';

/** `/overview`: everybody's start page. */
export const overviewPages: Routes = [
  {
    path: '',
    canActivate: [overviewTexts.load],
    loadComponent: () => import('./overview-page').then((module) => module.OverviewPage),
  },
];
