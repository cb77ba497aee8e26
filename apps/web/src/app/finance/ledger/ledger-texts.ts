import { textArea } from '../../language/text-area';

/** Texts of the ledger. */
export const ledgerTexts = textArea('ledger', {
  da: () => import('./i18n/ledger.da.json'),
  en: () => import('./i18n/ledger.en.json'),
});
