import { textArea } from '../language/text-area';

/** Words of the frame around every page, and of what any page may need (problems, saving). */
export const shellTexts = textArea('shell', { da: () => import('./i18n/da.json'), en: () => import('./i18n/en.json') });

/** The accessibility statement, fetched with its page. */
export const accessibilityTexts = textArea('accessibility', {
  da: () => import('./i18n/accessibility.da.json'),
  en: () => import('./i18n/accessibility.en.json'),
});
