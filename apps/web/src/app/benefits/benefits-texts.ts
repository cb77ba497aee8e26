import { financeTexts } from '../finance/finance-texts';
import { textArea } from '../language/text-area';

/** Texts of the lists, of "due from me", and of adding a benefit. */
export const benefitsTexts = textArea('benefits', {
  da: () => import('./i18n/benefits.da.json'),
  en: () => import('./i18n/benefits.en.json'),
});

/** Texts of one benefit: profile, calculation, target path, plan, measurements. */
export const benefitTexts = textArea('benefit', {
  da: () => import('./i18n/benefit.da.json'),
  en: () => import('./i18n/benefit.en.json'),
});

/** Texts of the benefit map, and of its mark at a benefit. */
export const mapTexts = textArea('benefitMap', {
  da: () => import('./i18n/map.da.json'),
  en: () => import('./i18n/map.en.json'),
});

/** Has all texts of the area ready; a route guard, for every page that shows one of its parts. */
export async function loadBenefitTexts(): Promise<true> {
  await Promise.all([benefitsTexts.load(), benefitTexts.load(), financeTexts.load(), mapTexts.load()]);
  return true;
}
