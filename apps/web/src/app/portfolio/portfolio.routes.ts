import type { Routes } from '@angular/router';
import { loadBenefitTexts } from '../benefits/public';
import { loadInitiativeTexts, portfolioTexts } from './portfolio-texts';

/** Pages of the portfolio, below `/initiatives`. */
export const portfolioPages: Routes = [
  {
    path: '',
    canActivate: [portfolioTexts.load, loadInitiativeTexts],
    children: [
      { path: '', loadComponent: () => import('./list/portfolio-page').then((module) => module.PortfolioPage) },
      { path: 'new', loadComponent: () => import('./register/register-page').then((module) => module.RegisterPage) },
      {
        path: ':id/benefits/new',
        canActivate: [loadBenefitTexts],
        loadComponent: () => import('../benefits/public').then((module) => module.NewBenefitPage),
      },
      {
        path: ':id',
        canActivate: [loadBenefitTexts],
        loadComponent: () => import('./initiative/initiative-page').then((module) => module.InitiativePage),
      },
    ],
  },
];
