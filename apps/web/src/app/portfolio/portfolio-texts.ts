import { textArea } from '../language/text-area';

/** Texts of the list and of registering. */
export const portfolioTexts = textArea('portfolio', {
  da: () => import('./i18n/da.json'),
  en: () => import('./i18n/en.json'),
});

/** Texts of one initiative: head, gates, contents, facts, goals, dates. */
export const initiativeTexts = textArea('initiative', {
  da: () => import('./i18n/initiative.da.json'),
  en: () => import('./i18n/initiative.en.json'),
});

/** Texts of what an initiative owns: costs, use, decisions, history. */
export const recordTexts = textArea('initiativeRecords', {
  da: () => import('./i18n/records.da.json'),
  en: () => import('./i18n/records.en.json'),
});

/** Has the texts of an initiative's page ready; a route guard. */
export async function loadInitiativeTexts(): Promise<true> {
  await Promise.all([initiativeTexts.load(), recordTexts.load()]);
  return true;
}
