import { textArea } from '../../language/text-area';

/** Texts of the settings of the area: prices and wages, budgets. */
export const financeSettingsTexts = textArea('financeSettings', {
  da: () => import('./i18n/settings.da.json'),
  en: () => import('./i18n/settings.en.json'),
});
