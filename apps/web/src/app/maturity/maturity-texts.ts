import { textArea } from '../language/text-area';

export const maturityTexts = textArea('maturity', {
  da: () => import('./i18n/da.json'),
  en: () => import('./i18n/en.json'),
});
