import { textArea } from '../language/text-area';

export const overviewTexts = textArea('overview', {
  da: () => import('./i18n/da.json'),
  en: () => import('./i18n/en.json'),
});
