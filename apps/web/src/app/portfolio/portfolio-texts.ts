import { textArea } from '../language/text-area';

export const portfolioTexts = textArea('portfolio', {
  da: () => import('./i18n/da.json'),
  en: () => import('./i18n/en.json'),
});
