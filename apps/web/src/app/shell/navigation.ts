import { computed, type DestroyRef, inject, Service } from '@angular/core';
import { Router } from '@angular/router';
import { UiLocale } from '@hoest/ui';
import { type Area, AREAS } from '../areas';
import { SessionStore } from '../organisation/session-store';
import { Scope } from './scope';
import { shellTexts } from './shell-texts';
import { Shortcuts } from './shortcuts';

type NamedArea = Area & Required<Pick<Area, 'label'>>;

/** The areas that the signed-in person sees in the navigation. */
@Service()
export class Navigation {
  private readonly sessions = inject(SessionStore);
  private readonly locale = inject(UiLocale);
  private readonly shortcuts = inject(Shortcuts);
  private readonly router = inject(Router);
  private readonly scope = inject(Scope);
  private readonly t = shellTexts.inject();

  readonly items = computed(() =>
    this.sessions.session()
      ? AREAS.filter((area): area is NamedArea => area.label !== undefined && this.visible(area))
      : [],
  );

  /** Whether there is a page of that name for this person; for parts of the frame that lead to one. */
  has(path: string): boolean {
    return AREAS.some((area) => area.path === path && this.visible(area));
  }

  /** `g` and the area's key go to it. */
  addShortcuts(until: DestroyRef): void {
    const shortcuts = AREAS.filter((area) => area.key && area.label).map((area) => ({
      keys: `g ${area.key}`,
      describe: () => this.t('shortcuts.goTo', { page: area.label ? this.locale.label(area.label) : '' }),
      run: () => void this.router.navigate([`/${area.path}`], { queryParams: this.scope.params() }),
    }));
    this.shortcuts.add(shortcuts, until);
  }

  private visible(area: Area): boolean {
    return area.permission === undefined || this.sessions.may(area.permission);
  }
}
