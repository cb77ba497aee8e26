import { textArea } from '../../language/text-area';

/** Texts of the track record. */
export const trackRecordTexts = textArea('trackRecord', {
  da: () => import('./i18n/track-record.da.json'),
  en: () => import('./i18n/track-record.en.json'),
});
