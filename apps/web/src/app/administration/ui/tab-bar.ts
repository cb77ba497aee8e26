import { Component, computed, inject, input } from '@angular/core';
import { SessionStore } from '../../organisation/session-store';
import { ScopeLink } from '../../shell/scope-link';
import { ADMINISTRATION_TABS, type AdministrationTab } from '../administration-tabs';
import { administrationTexts } from '../administration-texts';

/** The pages of the administration that the reader may see. */
@Component({
  selector: 'app-administration-tab-bar',
  imports: [ScopeLink],
  template: `<nav class="tabs" [attr.aria-label]="t('tabs')">
    @for (tab of tabs(); track tab.path) {
      <a [scopeLink]="['/administration', tab.path]" [attr.aria-current]="tab.path === current() ? 'page' : null">{{
        tab.words
      }}</a>
    }
  </nav>`,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class TabBar {
  private readonly sessions = inject(SessionStore);
  protected readonly t = administrationTexts.inject();
  readonly current = input.required<AdministrationTab['path']>();
  protected readonly tabs = computed(() =>
    ADMINISTRATION_TABS.filter(({ permission }) => this.sessions.may(permission)).map(({ path }) => ({
      path,
      words: this.t(`tab.${path}`),
    })),
  );
}
