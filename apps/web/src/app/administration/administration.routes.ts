import { inject, type Type } from '@angular/core';
import { type CanMatchFn, Router, type Routes, type UrlTree } from '@angular/router';
import { SessionStore } from '../organisation/session-store';
import { Scope } from '../shell/scope';
import { ADMINISTRATION_TABS, type AdministrationTab } from './administration-tabs';
import { loadAdministrationTexts } from './administration-texts';

const PAGES: Record<AdministrationTab['path'], () => Promise<Type<unknown>>> = {
  units: () => import('./units/units-page').then((module) => module.UnitsPage),
  people: () => import('./people/people-page').then((module) => module.PeoplePage),
  access: () => import('./access/access-page').then((module) => module.AccessPage),
  roles: () => import('./roles/roles-page').then((module) => module.RolesPage),
  history: () => import('./history/history-page').then((module) => module.HistoryPage),
  operation: () => import('./operation/operation-page').then((module) => module.OperationPage),
};

/** A page one may not see looks like a page that does not exist. */
const allowed =
  ({ permission }: AdministrationTab): CanMatchFn =>
  () =>
    inject(SessionStore).may(permission);

function firstTab(): UrlTree {
  const [router, sessions, scope] = [inject(Router), inject(SessionStore), inject(Scope)];
  const first = ADMINISTRATION_TABS.find(({ permission }) => sessions.may(permission));
  return router.createUrlTree(['/administration', first?.path ?? 'history'], { queryParams: scope.params() });
}

/** Pages of the area, below `/administration`. */
export const administrationPages: Routes = [
  {
    path: '',
    canActivate: [loadAdministrationTexts],
    children: [
      { path: '', pathMatch: 'full', redirectTo: firstTab },
      ...ADMINISTRATION_TABS.map((tab) => ({
        path: tab.path,
        canMatch: [allowed(tab)],
        loadComponent: PAGES[tab.path],
      })),
    ],
  },
];
