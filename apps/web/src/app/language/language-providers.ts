import { type EnvironmentProviders, inject, type Provider, provideAppInitializer } from '@angular/core';
import { UiLocale } from '@hoest/ui';
import {
  provideTransloco,
  provideTranslocoMissingHandler,
  provideTranslocoTranspiler,
  type TranslocoMissingHandler,
} from '@jsverse/transloco';
import { shellTexts } from '../shell/shell-texts';
import { LanguageChoice } from './language-choice';
import { PluralTranspiler } from './transpiler';

/** A key without text is a programming fault: it fails loudly in tests and shows nothing but itself in the product. */
class MissingText implements TranslocoMissingHandler {
  handle(key: string): string {
    console.error(`no text for ${key}`);
    return key;
  }
}

/** Texts, language and the shell's own words, ready before the first page. */
export function provideLanguage(): (EnvironmentProviders | Provider)[] {
  return [
    ...provideTransloco({
      config: { availableLangs: ['da', 'en'], defaultLang: 'da', reRenderOnLangChange: true, prodMode: true },
    }),
    provideTranslocoTranspiler(PluralTranspiler),
    provideTranslocoMissingHandler(MissingText),
    provideAppInitializer(() => {
      inject(UiLocale).language.set(inject(LanguageChoice).first());
      return shellTexts.load();
    }),
  ];
}
