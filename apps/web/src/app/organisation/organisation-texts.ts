import { textArea } from '../language/text-area';

export const signInTexts = textArea('signIn', {
  da: () => import('./i18n/sign-in.da.json'),
  en: () => import('./i18n/sign-in.en.json'),
});
export const settingsTexts = textArea('settings', {
  da: () => import('./i18n/settings.da.json'),
  en: () => import('./i18n/settings.en.json'),
});
/** Of the dialog that asks for the password again; fetched with it. */
export const passwordTexts = textArea('password', {
  da: () => import('./i18n/password.da.json'),
  en: () => import('./i18n/password.en.json'),
});
