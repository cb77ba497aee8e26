import type { Language } from '@hoest/quantities';

const WORDS: Record<Language, readonly string[]> = {
  da: ['nul', 'en', 'to', 'tre', 'fire', 'fem', 'seks', 'syv', 'otte', 'ni', 'ti', 'elleve', 'tolv'],
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
};

/** A count as a sentence writes it: in words up to twelve (Danish common gender), in figures above. */
export function numberWord(n: number, language: Language): string {
  return WORDS[language][n] ?? String(n);
}

/** The text with its first letter large, as a sentence begins. */
export function sentence(text: string): string {
  return text.charAt(0).toLocaleUpperCase('da') + text.slice(1);
}
