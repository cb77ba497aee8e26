import { DOCUMENT, effect, inject, Service } from '@angular/core';
import { type Language, LANGUAGES } from '@hoest/quantities';
import { UiLocale } from '@hoest/ui';
import { LoadedTexts } from './text-area';

const COOKIE = /(?:^|;\s*)lang=(da|en)(?:;|$)/;
const YEAR_IN_SECONDS = 31_536_000;

/**
 * The reader's language: the `lang` cookie (so that the api answers in it, too), else the browser's, else Danish.
 * A cookie, not web storage: the server needs it, and it is one of the three cookies that need no banner.
 */
@Service()
export class LanguageChoice {
  private readonly document = inject(DOCUMENT);
  private readonly locale = inject(UiLocale);
  private readonly texts = inject(LoadedTexts);

  constructor() {
    effect(() => (this.document.documentElement.lang = this.locale.language()));
  }

  /** Whether the reader has chosen; a sign-in's own language does not override a choice. */
  get chosen(): boolean {
    return COOKIE.test(this.document.cookie);
  }

  /** Language to begin with. */
  first(): Language {
    const chosen = COOKIE.exec(this.document.cookie)?.[1];
    const wanted = [chosen, ...(this.document.defaultView?.navigator.languages ?? [])];
    for (const tag of wanted) {
      const language = LANGUAGES.find((known) => tag?.toLowerCase().startsWith(known));
      if (language) return language;
    }
    return 'da';
  }

  /** Shows another language and remembers it. */
  async choose(language: Language): Promise<void> {
    await this.show(language);
    this.document.cookie = `lang=${language}; path=/; max-age=${YEAR_IN_SECONDS}; samesite=lax`;
  }

  /** Shows another language without remembering it as this browser's choice (the sign-in's own). */
  async show(language: Language): Promise<void> {
    await this.texts.loadAll(language);
    this.locale.language.set(language);
  }
}
