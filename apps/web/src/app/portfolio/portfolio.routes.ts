import type { Routes } from '@angular/router';
import { portfolioTexts } from './portfolio-texts';

/** Pages of the portfolio, below `/initiatives`. */
export const portfolioPages: Routes = [
  {
    path: '',
    canActivate: [portfolioTexts.load],
    children: [
      { path: '', loadComponent: () => import('./list/portfolio-page').then((module) => module.PortfolioPage) },
      { path: 'new', loadComponent: () => import('./register/register-page').then((module) => module.RegisterPage) },
    ],
  },
];
