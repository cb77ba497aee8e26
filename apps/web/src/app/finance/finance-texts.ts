import { textArea } from '../language/text-area';

export const financeTexts = textArea('finance', {
  da: () => import('./i18n/finance.da.json'),
  en: () => import('./i18n/finance.en.json'),
});
