import { catalogueEntry } from '../catalogue';
import type { IndicatorDefinition } from '../indicator-definition';
import { met, unmet } from '../reasons';
import { BENEFIT_LIMIT } from './update-limits';

/**
 * Members: monetised benefits with money due in the last 24 months; numerator and denominator in minor units, realised
 * disbenefits negative in the numerator and without denominator.
 */
export const realisationRate: IndicatorDefinition = {
  ...catalogueEntry('gr.realisation-rate'),
  question: { da: 'Kommer gevinsterne?', en: 'Do gains come?' },
  objectKind: 'benefit',
  numerator: {
    da: 'Realiseret i 24 måneder efter de fastfrosne planer, tilskrevet og med puljeloft, minus realiserede negative effekter; ikke målt tæller 0',
    en: 'Realised in 24 months under the frozen plans, attributed and pool-capped, minus realised disbenefits; unmeasured counts 0',
  },
  denominator: {
    da: 'Planlagt i de samme måneder, når målingen er forfalden',
    en: 'Planned in the same months, once the measurement is due',
  },
  kind: 'ratio',
  reach: 'unit',
  whenEmpty: {
    status: 'not_applicable',
    reason: { da: 'Intet planlagt beløb er forfaldet', en: 'Nothing planned has fallen due' },
  },
  partner: null,
  counterweight: 'gr.persistence',
  minN: 5,
  goalposts: { low: 0.2, high: 1 },
  cap: 1.2,
  aboutPeople: false,
  groupedBy: null,
  evidence: ['C4', 'M0', 'B'],
  updateLimit: BENEFIT_LIMIT,
  reasons: {
    met: met('Realiseret som planlagt eller mere', 'Realised as planned or more'),
    'below-plan': unmet(
      'benefit_owner',
      { da: 'Realiseret mindre end planlagt', en: 'Realised less than planned' },
      { da: 'Find årsagen, og aftal hvad der skal ændres', en: 'Find the cause and agree what must change' },
    ),
    'partly-measured': unmet(
      'measurer',
      { da: 'Ikke alle forfaldne måneder er målt', en: 'Not every month due is measured' },
      { da: 'Indberet de manglende målinger', en: 'Record the missing measurements' },
    ),
    'not-measured': unmet(
      'measurer',
      { da: 'Ikke målt, tæller 0', en: 'Not measured, counts 0' },
      { da: 'Indberet de manglende målinger', en: 'Record the missing measurements' },
    ),
    disbenefit: {
      text: { da: 'Negativ effekt, trækkes fra', en: 'Disbenefit, subtracted' },
      fix: null,
      actor: null,
    },
  },
};
