import type { Routes } from '@angular/router';
import { exchangeTexts } from './exchange-texts';
import { jobTexts } from './job/job-texts';

/** `/imports` lists them, `/imports/new` takes a file, `/imports/:id?step=…` is the wizard of one. */
export const importPages: Routes = [
  {
    path: '',
    canActivate: [exchangeTexts.load],
    loadComponent: () => import('./list/imports-page').then((module) => module.ImportsPage),
  },
  {
    path: 'new',
    canActivate: [exchangeTexts.load],
    loadComponent: () => import('./file/new-import-page').then((module) => module.NewImportPage),
  },
  {
    path: ':id',
    canActivate: [exchangeTexts.load, jobTexts.load],
    loadComponent: () => import('./wizard/import-page').then((module) => module.ImportPage),
  },
];
