import type { Routes } from '@angular/router';
import { jobTexts } from '../exchange/job/job-texts';
import { maturityTexts } from './maturity-texts';

/** `/maturity` shows a unit's maturity, `/maturity/indicators/:id` one indicator with the records behind it. */
export const maturityPages: Routes = [
  {
    path: '',
    canActivate: [maturityTexts.load, jobTexts.load],
    children: [
      { path: '', loadComponent: () => import('./maturity-page').then((module) => module.MaturityPage) },
      {
        path: 'indicators/:id',
        loadComponent: () => import('./indicator/indicator-page').then((module) => module.IndicatorPage),
      },
    ],
  },
];
