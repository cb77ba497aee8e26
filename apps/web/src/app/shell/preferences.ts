import { DOCUMENT, effect, inject, Service, signal } from '@angular/core';
import { type AmountUnit, UiLocale } from '@hoest/ui';

export type Theme = 'system' | 'light' | 'dark';
const THEMES: readonly Theme[] = ['system', 'light', 'dark'];
const AMOUNT_UNITS: readonly AmountUnit[] = ['whole', 'thousand', 'million'];
const KEY = 'hoest.display';

interface Stored {
  theme?: Theme;
  amountUnit?: AmountUnit;
  singleKeys?: boolean;
}

/**
 * How this browser shows things: theme, unit of amounts, single-key shortcuts. Web storage, because the server has no
 * use for it and it says nothing about a person (rules, S21); the language is a cookie, see LanguageChoice.
 */
@Service()
export class Preferences {
  private readonly document = inject(DOCUMENT);
  private readonly locale = inject(UiLocale);
  private readonly stored = this.restore();

  readonly theme = signal<Theme>(this.stored.theme ?? 'system');
  /** Whether `/`, `c`, `g p` and the like work; off for people whose speech or keyboard software types them by accident (WCAG 2.1.4). */
  readonly singleKeys = signal(this.stored.singleKeys ?? true);

  constructor() {
    if (this.stored.amountUnit) this.locale.amountUnit.set(this.stored.amountUnit);
    effect(() => {
      const theme = this.theme();
      if (theme === 'system') delete this.document.documentElement.dataset['theme'];
      else this.document.documentElement.dataset['theme'] = theme;
    });
    effect(() =>
      this.keep({ theme: this.theme(), amountUnit: this.locale.amountUnit(), singleKeys: this.singleKeys() }),
    );
  }

  private restore(): Stored {
    try {
      const found = JSON.parse(this.document.defaultView?.localStorage.getItem(KEY) ?? '{}') as Record<string, unknown>;
      return {
        theme: THEMES.find((theme) => theme === found['theme']),
        amountUnit: AMOUNT_UNITS.find((unit) => unit === found['amountUnit']),
        singleKeys: typeof found['singleKeys'] === 'boolean' ? found['singleKeys'] : undefined,
      };
    } catch {
      // Storage that is switched off or holds something else means: nothing chosen yet.
      return {};
    }
  }

  private keep(preferences: Stored): void {
    try {
      this.document.defaultView?.localStorage.setItem(KEY, JSON.stringify(preferences));
    } catch {
      // Without storage the choice lasts as long as the tab.
    }
  }
}
