import { CdkMenu, CdkMenuGroup, CdkMenuItem, CdkMenuItemRadio, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { LANGUAGES, type Language } from '@hoest/quantities';
import { Icon, UiLocale } from '@hoest/ui';
import { SessionStore } from '../organisation/session-store';
import { Preferences } from './preferences';
import { Scope } from './scope';
import { shellTexts } from './shell-texts';

const LANGUAGE_NAMES: Record<Language, string> = { da: 'Dansk', en: 'English' };

/** The signed-in person: initials and name open language, appearance, settings, sign out. */
@Component({
  selector: 'app-person-menu',
  imports: [CdkMenu, CdkMenuGroup, CdkMenuItem, CdkMenuItemRadio, CdkMenuTrigger, Icon, RouterLink],
  template: `@if (sessions.person(); as person) {
    <button type="button" class="trigger" [cdkMenuTriggerFor]="menu">
      <span class="avatar" aria-hidden="true">{{ initials() }}</span>
      <span class="name">{{ person.name }}</span><span class="visually-hidden">: {{ t('person.menu') }}</span>
      <ui-icon class="arrow" name="down" />
    </button>
    <ng-template #menu>
      <div class="menu" cdkMenu>
        <p class="who">
          <b>{{ person.name }}</b>
          @if (person.title) {
            <br /><span class="sub">{{ person.title }}</span>
          }
        </p>
        <hr class="menu-rule" />
        <div cdkMenuGroup [attr.aria-label]="t('person.language')">
          <p class="menu-heading" aria-hidden="true">{{ t('person.language') }}</p>
          @for (language of languages; track language) {
            <button
              type="button"
              class="menu-item"
              cdkMenuItemRadio
              [attr.lang]="language"
              [cdkMenuItemChecked]="locale.language() === language"
              (cdkMenuItemTriggered)="sessions.chooseLanguage(language)"
            >
              <span class="tick">
                @if (locale.language() === language) {
                  <ui-icon name="check" />
                }</span
              >{{ languageNames[language] }}
            </button>
          }
        </div>
        <hr class="menu-rule" />
        <div cdkMenuGroup [attr.aria-label]="t('person.theme')">
          <p class="menu-heading" aria-hidden="true">{{ t('person.theme') }}</p>
          @for (theme of themes; track theme) {
            <button
              type="button"
              class="menu-item"
              cdkMenuItemRadio
              [cdkMenuItemChecked]="preferences.theme() === theme"
              (cdkMenuItemTriggered)="preferences.theme.set(theme)"
            >
              <span class="tick">
                @if (preferences.theme() === theme) {
                  <ui-icon name="check" />
                }</span
              >{{ t(themeKeys[theme]) }}
            </button>
          }
        </div>
        <hr class="menu-rule" />
        <a class="menu-item" cdkMenuItem routerLink="/settings"><span class="tick"></span>{{ t('person.settings') }}</a>
        <button type="button" class="menu-item" cdkMenuItem (cdkMenuItemTriggered)="signOut()">
          <span class="tick"></span>{{ t('person.signOut') }}
        </button>
      </div>
    </ng-template>
  }`,
  styles: `
    .trigger {
      display: flex;
      align-items: center;
      gap: 8px;
      min-height: var(--control);
      padding: 0 4px;
      border: 0;
      border-radius: var(--radius-2);
      background: none;
      color: var(--ink);
      white-space: nowrap;
      cursor: pointer;
    }
    .trigger:hover {
      background: var(--surface-hover);
    }
    .avatar {
      display: inline-grid;
      place-items: center;
      min-width: 28px;
      height: 28px;
      padding: 0 5px;
      border-radius: 14px;
      background: var(--accent-soft);
      color: var(--accent-strong);
      font-size: var(--text-xs);
      font-weight: var(--weight-strong);
    }
    .arrow {
      color: var(--ink-3);
    }
    .who {
      padding: 8px 14px;
    }
    @media (max-width: 1023px) {
      .arrow {
        display: none;
      }
      .name {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
    }
  `,
})
export class PersonMenu {
  protected readonly sessions = inject(SessionStore);
  protected readonly preferences = inject(Preferences);
  protected readonly locale = inject(UiLocale);
  protected readonly t = shellTexts.inject();
  private readonly router = inject(Router);
  private readonly scope = inject(Scope);

  protected readonly languages = LANGUAGES;
  protected readonly languageNames = LANGUAGE_NAMES;
  protected readonly themes = ['system', 'light', 'dark'] as const;
  protected readonly themeKeys = {
    system: 'person.theme.system',
    light: 'person.theme.light',
    dark: 'person.theme.dark',
  } as const;
  /** First letters of first and last name. */
  protected readonly initials = computed(() => {
    const parts = (this.sessions.person()?.name ?? '').split(/\s+/).filter(Boolean);
    return [parts[0], parts.length > 1 ? parts.at(-1) : undefined]
      .map((part) => Array.from(part ?? '')[0] ?? '')
      .join('')
      .toUpperCase();
  });

  protected async signOut(): Promise<void> {
    await this.sessions.signOut();
    this.scope.forget();
    await this.router.navigate(['/sign-in']);
  }
}
