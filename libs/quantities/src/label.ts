/** Languages of the product; every visible text exists in both. */
export const LANGUAGES = ['da', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A word or sentence in both languages. */
export interface Label {
  da: string;
  en: string;
}
