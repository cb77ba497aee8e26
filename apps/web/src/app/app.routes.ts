import { inject } from '@angular/core';
import {
  type CanActivateFn,
  type CanMatchFn,
  RedirectCommand,
  Router,
  type Routes,
  type UrlTree,
} from '@angular/router';
import type { Permission } from '@hoest/organisation';
import { AREAS } from './areas';
import { settingsTexts, signInTexts } from './organisation/organisation-texts';
import { SessionStore } from './organisation/session-store';
import { Frame } from './shell/frame';
import { Scope } from './shell/scope';
import { accessibilityTexts } from './shell/shell-texts';

/** Lets signed-in people through and sends the others to the sign-in page, which returns to the address they wanted. */
const signedIn: CanActivateFn = async (_, { url }) => {
  const [sessions, scope, router] = [inject(SessionStore), inject(Scope), inject(Router)];
  if (await sessions.ensure()) {
    await scope.load();
    return true;
  }
  return new RedirectCommand(router.createUrlTree(['/sign-in'], { queryParams: url === '/' ? {} : { return: url } }), {
    replaceUrl: true,
  });
};

/** Shows who is signed in on a page that asks for nobody. */
const withSession: CanActivateFn = async () => {
  const [sessions, scope] = [inject(SessionStore), inject(Scope)];
  if (await sessions.ensure()) await scope.load();
  return true;
};

/**
 * Pages one may not see do not match, and look like pages that do not exist. Matching comes before the guards, so it asks
 * for the session itself; without one everything matches, and the guard leads to the sign-in page.
 */
const allowed =
  (permission: Permission | undefined): CanMatchFn =>
  async () => {
    const sessions = inject(SessionStore);
    return permission === undefined || !(await sessions.ensure()) || sessions.may(permission);
  };

/** Start page: the first area of the navigation that the person may see. */
async function startPage(): Promise<UrlTree> {
  const [sessions, router] = [inject(SessionStore), inject(Router)];
  await sessions.ensure();
  const first = AREAS.find(({ label, permission }) => label && (!permission || sessions.may(permission)));
  return router.createUrlTree([`/${first?.path ?? 'settings'}`]);
}

const loadAbsentPage = () => import('./shell/absent-page').then((module) => module.AbsentPage);

export const routes: Routes = [
  {
    path: 'sign-in',
    canActivate: [signInTexts.load],
    loadComponent: () => import('./organisation/sign-in-page').then((module) => module.SignInPage),
  },
  {
    path: '',
    component: Frame,
    children: [
      {
        path: 'accessibility',
        canActivate: [accessibilityTexts.load, withSession],
        loadComponent: () => import('./shell/accessibility-page').then((module) => module.AccessibilityPage),
      },
      {
        path: '',
        canActivate: [signedIn],
        children: [
          { path: '', pathMatch: 'full', redirectTo: startPage },
          {
            path: 'settings',
            canActivate: [settingsTexts.load],
            loadComponent: () => import('./organisation/settings-page').then((module) => module.SettingsPage),
          },
          ...AREAS.map(({ path, permission, load }) => ({ path, canMatch: [allowed(permission)], loadChildren: load })),
          { path: '**', loadComponent: loadAbsentPage },
        ],
      },
    ],
  },
];
