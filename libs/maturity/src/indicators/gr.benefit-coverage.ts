import { catalogueEntry } from '../catalogue';
import type { IndicatorDefinition, Reason } from '../indicator-definition';
import { met, unmet } from '../reasons';
import { STATUS_LIMIT } from './update-limits';

const profile = (da: string, en: string): Reason =>
  unmet(
    'initiative_manager',
    { da: `Gevinstprofilen mangler ${da}`, en: `The benefit profile lacks ${en}` },
    { da: `Udfyld ${da}`, en: `Fill in ${en}` },
  );

const exempt = (da: string, en: string): Reason => ({
  text: { da: `Fritaget for gevinster: ${da}`, en: `Exempt from benefits: ${en}` },
  fix: null,
  actor: null,
});

/** Members: active initiatives; the exempt ones count in the denominator again beyond a fifth of all. */
export const benefitCoverage: IndicatorDefinition = {
  ...catalogueEntry('gr.benefit-coverage'),
  question: { da: 'Ved vi, hvad vi vil opnå?', en: 'Do we know what we want?' },
  objectKind: 'initiative',
  numerator: {
    da: 'Ikke-fritagne aktive indsatser med mindst én godkendt gevinst, hvis profil er fuldstændig',
    en: 'Non-exempt active initiatives with at least one approved benefit whose profile is complete',
  },
  denominator: {
    da: 'Aktive indsatser minus fritagne; fritagne ud over 20 % af de aktive tæller med igen',
    en: 'Active initiatives minus exempt ones; exempt ones beyond 20 % of the active count again',
  },
  kind: 'proportion',
  reach: 'unit',
  whenEmpty: { status: 'not_applicable', reason: { da: 'Ingen aktive indsatser', en: 'No active initiatives' } },
  partner: null,
  counterweight: 'gr.measured-on-time',
  minN: 5,
  goalposts: { low: 0, high: 1 },
  exemptAllowance: 0.2,
  aboutPeople: false,
  groupedBy: null,
  evidence: ['C4', 'M0'],
  updateLimit: STATUS_LIMIT,
  reasons: {
    met: met('Har en godkendt gevinst med fuld profil', 'Has an approved benefit with a full profile'),
    'no-benefit': unmet(
      'initiative_manager',
      { da: 'Ingen gevinster er beskrevet', en: 'No benefits are described' },
      { da: 'Beskriv mindst én gevinst', en: 'Describe at least one benefit' },
    ),
    'not-approved': unmet(
      'initiative_owner',
      { da: 'Ingen gevinst er godkendt', en: 'No benefit is approved' },
      { da: 'Gør profilen færdig, og godkend gevinsten', en: 'Complete the profile and approve the benefit' },
    ),
    'profile-owner': profile('gevinstejer', 'a benefit owner'),
    'profile-goal': profile('målet, den bidrager til', 'the goal it contributes to'),
    'profile-measure': profile('et mål for effekten', 'a measure'),
    'profile-baseline': profile('nulpunkt', 'a baseline'),
    'profile-target-path': profile('målkurve med mindst to punkter', 'a target path of at least two points'),
    'exempt-legal_only': exempt('kun lovkrav', 'legal requirement only'),
    'exempt-technical_renewal': exempt('teknisk fornyelse', 'technical renewal'),
    'exempt-analysis_only': exempt('kun analyse', 'analysis only'),
    'exempt-other': exempt('anden grund', 'other reason'),
  },
};
