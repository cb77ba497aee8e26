import { textArea } from '../language/text-area';

/** Texts of the list of imports and of the wizard. */
export const exchangeTexts = textArea('exchange', {
  da: () => import('./i18n/da.json'),
  en: () => import('./i18n/en.json'),
});
