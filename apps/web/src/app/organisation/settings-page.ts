import { Component, computed, inject } from '@angular/core';
import { ACCESS_ROLE_LABELS } from '@hoest/organisation';
import { LANGUAGES, type Language } from '@hoest/quantities';
import { type AmountUnit, Field, LabelPipe, UiControl, UiLocale } from '@hoest/ui';
import { PageFrame } from '../shell/page-frame';
import { Preferences, type Theme } from '../shell/preferences';
import { Scope } from '../shell/scope';
import { shellTexts } from '../shell/shell-texts';
import { AccessTokens } from './access-tokens';
import { settingsTexts } from './organisation-texts';
import { SessionStore } from './session-store';

/** A person's own page: language, appearance, unit of amounts, shortcuts, what one may do, access tokens. */
@Component({
  selector: 'app-settings-page',
  imports: [AccessTokens, Field, LabelPipe, PageFrame, UiControl],
  templateUrl: './settings-page.html',
})
export class SettingsPage {
  protected readonly sessions = inject(SessionStore);
  protected readonly preferences = inject(Preferences);
  protected readonly locale = inject(UiLocale);
  private readonly scope = inject(Scope);
  protected readonly t = settingsTexts.inject();
  protected readonly shell = shellTexts.inject();

  protected readonly languages = LANGUAGES;
  protected readonly languageNames: Record<Language, string> = { da: 'Dansk', en: 'English' };
  protected readonly themes = ['system', 'light', 'dark'] as const satisfies readonly Theme[];
  protected readonly amountUnits = ['whole', 'thousand', 'million'] as const satisfies readonly AmountUnit[];
  protected readonly roleLabels = ACCESS_ROLE_LABELS;

  protected readonly asOf = computed(() => {
    const person = this.sessions.person();
    return person ? this.t('asOf', { name: person.name, unit: this.unitName(person.unitId) }) : '';
  });

  protected unitName(id: string): string {
    return this.scope.units()?.find((unit) => unit.id === id)?.name ?? '';
  }

  protected async chooseLanguage(language: string): Promise<void> {
    const known = LANGUAGES.find((one) => one === language);
    if (known) await this.sessions.chooseLanguage(known);
  }

  protected chooseTheme(theme: string): void {
    this.preferences.theme.set(this.themes.find((one) => one === theme) ?? 'system');
  }

  protected chooseAmountUnit(unit: string): void {
    this.locale.amountUnit.set(this.amountUnits.find((one) => one === unit) ?? 'million');
  }
}
