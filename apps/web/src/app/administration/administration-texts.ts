import { textArea } from '../language/text-area';

/** Texts of the administration: its tabs, lists, panels and forms. */
export const administrationTexts = textArea('administration', {
  da: () => import('./i18n/da.json'),
  en: () => import('./i18n/en.json'),
});

/** Texts of the history: sentences for actions, words for kinds of objects. */
export const historyTexts = textArea('auditHistory', {
  da: () => import('./i18n/history.da.json'),
  en: () => import('./i18n/history.en.json'),
});

/** Has the texts of the area ready; a route guard. */
export async function loadAdministrationTexts(): Promise<true> {
  await Promise.all([administrationTexts.load(), historyTexts.load()]);
  return true;
}
