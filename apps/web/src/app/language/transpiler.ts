import { inject, Service } from '@angular/core';
import { formatNumber, type Language } from '@hoest/quantities';
import type { TranspileParams, TranslocoTranspiler } from '@jsverse/transloco';
import { UiLocale } from '@hoest/ui';

const BLOCK = /\{(\w+)(?:,\s*plural,\s*((?:(?:=\d+|\w+)\s*\{[^{}]*\}\s*)+))?\}/g;
const BRANCH = /(=\d+|\w+)\s*\{([^{}]*)\}/g;
const rules: Record<Language, Intl.PluralRules> = { da: new Intl.PluralRules('da'), en: new Intl.PluralRules('en') };

/**
 * Fills a text: `{name}`, and `{n, plural, =0 {ingen} one {# indsats} other {# indsatser}}` with the language's plural
 * rules (Intl), `#` written in the language's figures. Transloco's own ICU package compiles texts with `new Function`,
 * which our content security policy refuses; this reads the same notation without compiling.
 */
export function fill(text: string, params: Readonly<Record<string, string | number>>, language: Language): string {
  return text.replace(BLOCK, (whole, name: string, branches?: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    if (branches === undefined) return typeof value === 'number' ? formatNumber(value, language) : value;
    const n = Number(value);
    const found = new Map([...branches.matchAll(BRANCH)].map((branch) => [branch[1], branch[2] ?? '']));
    const chosen = found.get(`=${n}`) ?? found.get(rules[language].select(n)) ?? found.get('other') ?? '';
    return chosen.replace(/#/g, formatNumber(n, language));
  });
}

@Service()
export class PluralTranspiler implements TranslocoTranspiler {
  private readonly locale = inject(UiLocale);
  transpile({ value, params }: TranspileParams): string {
    return fill(String(value), params ?? {}, this.locale.language());
  }
}
