/** What other areas may use of the finances: the section of a benefit's page, and the texts it needs. */
export { FinanceBenefitSection } from './benefit-section/finance-benefit-section';
export { financeTexts } from './finance-texts';
