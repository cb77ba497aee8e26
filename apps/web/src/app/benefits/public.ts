/** What other areas may use of the benefits: parts to stand inside their pages, and the guard that loads their texts. */
export { loadBenefitTexts } from './benefits-texts';
export { BenefitForm } from './form/benefit-form';
export { BenefitPanel } from './benefit/benefit-panel';
export { BenefitsSection } from './section/benefits-section';
export { NewBenefitPage } from './form/new-benefit-page';
