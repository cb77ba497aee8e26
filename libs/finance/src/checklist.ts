import type { Label } from '@hoest/quantities';

/** The five tests of a gain before finance signs it. Source: domain rules, section 4 [S9] */
export const VALIDATION_TESTS = ['causation', 'realisation', 'valuation', 'attribution', 'validation'] as const;
export type ValidationTest = (typeof VALIDATION_TESTS)[number];

export const VALIDATION_TEST_LABELS: Record<ValidationTest, Label> = {
  causation: { da: 'Årsag', en: 'Causation' },
  realisation: { da: 'Periode', en: 'Realisation' },
  valuation: { da: 'Værdi', en: 'Valuation' },
  attribution: { da: 'Tilskrivning', en: 'Attribution' },
  validation: { da: 'Kontrol', en: 'Validation' },
};

export const VALIDATION_TEST_QUESTIONS: Record<ValidationTest, Label> = {
  causation: { da: 'Kommer gevinsten af indsatsen?', en: 'Does the gain come from the initiative?' },
  realisation: { da: 'Er den kommet i perioden?', en: 'Did it come within the period?' },
  valuation: { da: 'Er beløbet regnet rigtigt?', en: 'Is the amount worked out right?' },
  attribution: {
    da: 'Er kun indsatsens egen andel regnet med, og kun én gang?',
    en: 'Is only the initiative’s own share counted, and only once?',
  },
  validation: { da: 'Er det efterprøvet mod et bilag?', en: 'Was it checked against a voucher?' },
};

export const TEST_RESULTS = ['passed', 'doubtful', 'failed'] as const;
export type TestResult = (typeof TEST_RESULTS)[number];
export type Checklist = Record<ValidationTest, TestResult>;

/** How far an amount can be trusted. Source: domain rules, section 4 [S9] */
export const ASSURANCES = ['green', 'amber', 'red'] as const;
export type Assurance = (typeof ASSURANCES)[number];

export const ASSURANCE_LABELS: Record<Assurance, Label> = {
  green: { da: 'Retvisende', en: 'Fairly stated' },
  amber: { da: 'Usikker', en: 'Uncertain' },
  red: { da: 'Kan være for høj', en: 'May be overstated' },
};

/** Green when all five are passed, red when one failed, else amber. */
export function assuranceOf(checklist: Checklist): Assurance {
  const results = VALIDATION_TESTS.map((test) => checklist[test]);
  if (results.includes('failed')) return 'red';
  return results.every((result) => result === 'passed') ? 'green' : 'amber';
}

export interface ValidatorFacts {
  /** Everybody who reported the amount or changed what was reported. */
  reporterIds: readonly string[];
  benefitOwnerId: string | null;
  projectManagerId: string | null;
  /** Whether the person answers as finance controller for the benefit's unit that day. */
  isController: boolean;
  /** Whether the person was benefit owner or project manager on the day the amount was reported, or has been since. */
  answeredForIt: boolean;
}

export type ValidatorFault = 'own_claim' | 'benefit_owner' | 'project_manager' | 'not_controller' | 'handed_over';

/**
 * Why a person may not decide on a claim; null when they may. Whoever reported, the benefit owner and the project manager are not
 * independent, whatever roles they hold; nor do they become so because another person changes the amount or takes over the benefit.
 * Source: domain rules, section 4
 */
export function validatorFault(facts: ValidatorFacts, validatorId: string): ValidatorFault | null {
  if (facts.reporterIds.includes(validatorId)) return 'own_claim';
  if (validatorId === facts.benefitOwnerId) return 'benefit_owner';
  if (validatorId === facts.projectManagerId) return 'project_manager';
  if (!facts.isController) return 'not_controller';
  return facts.answeredForIt ? 'handed_over' : null;
}
