import { textArea } from '../../language/text-area';

export const actualsTexts = textArea('actuals', {
  da: () => import('./i18n/da.json'),
  en: () => import('./i18n/en.json'),
});
