import { inject, Service } from '@angular/core';
import type { Language } from '@hoest/quantities';
import { UiLocale } from '@hoest/ui';
import { TranslocoService } from '@jsverse/transloco';

type Texts = Record<string, string>;
export type TextParams = Readonly<Record<string, string | number>>;
/** Reads a text in the current language; a template or computed that calls it follows a change of language. */
export type Translate<Key extends string> = (key: Key, params?: TextParams) => string;

interface Loaders {
  da: () => Promise<{ default: Texts }>;
  en: () => Promise<{ default: Texts }>;
}

/** Which areas' texts are in memory; an area once opened is loaded in every language chosen later. */
@Service()
export class LoadedTexts {
  private readonly transloco = inject(TranslocoService);
  private readonly areas = new Map<string, Loaders>();
  private readonly present = new Set<string>();

  async load(area: string, loaders: Loaders, language: Language): Promise<void> {
    this.areas.set(area, loaders);
    if (this.present.has(`${area}/${language}`)) return;
    const { default: texts } = await loaders[language]();
    const prefixed = Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${area}.${key}`, text]));
    this.transloco.setTranslation(prefixed, language, { merge: true });
    this.present.add(`${area}/${language}`);
  }

  /** Loads everything opened so far in another language, before it becomes the current one: no flash of keys. */
  async loadAll(language: Language): Promise<void> {
    await Promise.all([...this.areas].map(([area, loaders]) => this.load(area, loaders, language)));
  }
}

export interface TextArea<Key extends string> {
  /** Route guard that has the texts ready before the page shows: `canActivate: [portfolioTexts.load]`. */
  load: () => Promise<true>;
  /** In a component or service: `protected readonly t = portfolioTexts.inject()`. */
  inject: () => Translate<Key>;
}

/**
 * The texts of one area: flat JSON files `i18n/da.json` and `i18n/en.json` beside its routes, fetched with the area.
 *
 * ```ts
 * // portfolio/portfolio-texts.ts
 * export const portfolioTexts = textArea('portfolio', { da: () => import('./i18n/da.json'), en: () => import('./i18n/en.json') });
 * ```
 * A key that the Danish file lacks does not compile; that both files have the same keys and places is a unit test
 * (language/texts.spec.ts finds every i18n folder by itself).
 */
export function textArea<Danish extends Texts>(
  area: string,
  loaders: { da: () => Promise<{ default: Danish }>; en: () => Promise<{ default: Record<keyof Danish, string> }> },
): TextArea<keyof Danish & string> {
  return {
    load: async () => {
      const [loaded, locale] = [inject(LoadedTexts), inject(UiLocale)];
      await loaded.load(area, loaders, locale.language());
      return true;
    },
    inject: () => {
      const [transloco, locale] = [inject(TranslocoService), inject(UiLocale)];
      return (key, params) => transloco.translate(`${area}.${key}`, params, locale.language());
    },
  };
}
