import type { EnvironmentProviders, Provider } from '@angular/core';
import { provideTransloco, provideTranslocoMissingHandler } from '@jsverse/transloco';

/** For specs: texts are not loaded, a key stands for its text. */
export function provideLanguageForSpecs(): (EnvironmentProviders | Provider)[] {
  class KeyAsText {
    handle(key: string): string {
      return key;
    }
  }
  return [
    ...provideTransloco({ config: { availableLangs: ['da', 'en'], defaultLang: 'da', prodMode: true } }),
    provideTranslocoMissingHandler(KeyAsText),
  ];
}
