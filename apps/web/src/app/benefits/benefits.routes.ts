import type { Routes } from '@angular/router';
import { loadBenefitTexts } from './benefits-texts';

/** Pages of the area, below `/benefits`. */
export const benefitPages: Routes = [
  {
    path: '',
    canActivate: [loadBenefitTexts],
    children: [
      { path: '', loadComponent: () => import('./list/benefits-page').then((module) => module.BenefitsPage) },
      { path: 'due', loadComponent: () => import('./due/due-page').then((module) => module.DuePage) },
      { path: 'pools', loadComponent: () => import('./pools/pools-page').then((module) => module.PoolsPage) },
      { path: 'pools/:id', loadComponent: () => import('./pools/pool-page').then((module) => module.PoolPage) },
      { path: 'map', loadComponent: () => import('./map/benefit-map-page').then((module) => module.BenefitMapPage) },
      { path: ':id', loadComponent: () => import('./benefit/benefit-page').then((module) => module.BenefitPage) },
    ],
  },
];

/** `/due`, the short address of what is to be measured. */
export const duePages: Routes = [{ path: '', pathMatch: 'full', redirectTo: '/benefits/due' }];
