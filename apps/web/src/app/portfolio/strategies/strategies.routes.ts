import type { Routes } from '@angular/router';
import { strategiesTexts } from './strategies-texts';

/** Strategies and their goals, below `/strategies`. */
export const strategyPages: Routes = [
  {
    path: '',
    canActivate: [strategiesTexts.load],
    children: [
      { path: '', loadComponent: () => import('./strategies-page').then((module) => module.StrategiesPage) },
      { path: 'goals/:id', loadComponent: () => import('./goal/goal-page').then((module) => module.GoalPage) },
    ],
  },
];
