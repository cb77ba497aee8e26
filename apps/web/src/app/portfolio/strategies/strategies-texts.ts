import { textArea } from '../../language/text-area';

export const strategiesTexts = textArea('strategies', {
  da: () => import('./i18n/da.json'),
  en: () => import('./i18n/en.json'),
});
