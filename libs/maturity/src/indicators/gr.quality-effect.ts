import { catalogueEntry } from '../catalogue';
import type { IndicatorDefinition } from '../indicator-definition';
import { met, unmet } from '../reasons';
import { BENEFIT_LIMIT } from './update-limits';

/** Members: non-monetised benefits with a target point due in the last 24 months; `member_group` = beneficiary. */
export const qualityEffect: IndicatorDefinition = {
  ...catalogueEntry('gr.quality-effect'),
  question: {
    da: 'Skaber vi værdi for borgere, virksomheder og medarbejdere?',
    en: 'Is there value for citizens, business and staff?',
  },
  objectKind: 'benefit',
  numerator: {
    da: 'Opnået andel af det forfaldne måltal, mellem 0 og 1; ikke målt tæller 0',
    en: 'Share of the due target achieved, between 0 and 1; unmeasured counts 0',
  },
  denominator: {
    da: 'Ikke-økonomiske gevinster med et måltal forfaldet inden for 24 måneder',
    en: 'Non-monetised benefits with a target point due within 24 months',
  },
  kind: 'mean',
  reach: 'unit',
  whenEmpty: {
    status: 'not_applicable',
    reason: {
      da: 'Intet måltal for ikke-økonomiske gevinster er forfaldet',
      en: 'No target of a non-monetised benefit has fallen due',
    },
  },
  partner: 'gr.benefit-coverage',
  counterweight: 'gr.persistence',
  minN: 5,
  goalposts: { low: 0.2, high: 1 },
  aboutPeople: false,
  groupedBy: 'beneficiary',
  evidence: ['C4', 'M0'],
  updateLimit: BENEFIT_LIMIT,
  reasons: {
    met: met('Måltallet er nået', 'The target is reached'),
    'below-target': unmet(
      'benefit_owner',
      { da: 'Måltallet er ikke nået', en: 'The target is not reached' },
      { da: 'Find årsagen, og aftal hvad der skal ændres', en: 'Find the cause and agree what must change' },
    ),
    'not-measured': unmet(
      'measurer',
      { da: 'Ikke målt, tæller 0', en: 'Not measured, counts 0' },
      { da: 'Indberet en måling', en: 'Record a measurement' },
    ),
    'no-baseline': unmet(
      'measurer',
      { da: 'Planen har intet nulpunkt at regne fra', en: 'The plan has no baseline to reckon from' },
      { da: 'Mål et nulpunkt', en: 'Measure a baseline' },
    ),
    'target-equals-baseline': unmet(
      'benefit_owner',
      { da: 'Måltallet er lig nulpunktet', en: 'The target equals the baseline' },
      { da: 'Aftal et måltal, der er en forandring', en: 'Agree on a target that is a change' },
    ),
  },
};
