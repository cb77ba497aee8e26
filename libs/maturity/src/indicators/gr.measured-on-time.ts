import { catalogueEntry } from '../catalogue';
import type { IndicatorDefinition } from '../indicator-definition';
import { met, unmet } from '../reasons';
import { BENEFIT_LIMIT } from './update-limits';

/** Members: measurement obligations whose due date and grace ran out in the last 12 months. */
export const measuredOnTime: IndicatorDefinition = {
  ...catalogueEntry('gr.measured-on-time'),
  question: { da: 'Er fokus vedholdende?', en: 'Is focus persistent?' },
  objectKind: 'obligation',
  numerator: {
    da: 'Forfaldne målinger, der er indberettet senest ved frist plus respit',
    en: 'Obligations met by their due date plus grace',
  },
  denominator: {
    da: 'Målinger, hvis frist plus respit udløb inden for 12 måneder',
    en: 'Obligations whose due date plus grace ran out within 12 months',
  },
  kind: 'proportion',
  reach: 'unit',
  whenEmpty: {
    status: 'not_applicable',
    reason: { da: 'Ingen målinger er forfaldet i 12 måneder', en: 'No measurements fell due in 12 months' },
  },
  partner: 'gr.benefit-coverage',
  counterweight: 'gr.quality-effect',
  minN: 8,
  goalposts: { low: 0.4, high: 0.95 },
  aboutPeople: false,
  groupedBy: null,
  evidence: ['C4', 'B'],
  updateLimit: BENEFIT_LIMIT,
  reasons: {
    met: met('Målt til tiden', 'Measured on time'),
    'not-measured': unmet(
      'measurer',
      { da: 'Fristen og respitten er udløbet uden måling', en: 'Due date and grace ran out without a measurement' },
      {
        da: 'Indberet målingen nu, og den næste til tiden',
        en: 'Record the measurement now, and the next one on time',
      },
    ),
    'measured-late': unmet(
      'measurer',
      { da: 'Målt efter frist og respit', en: 'Measured after due date and grace' },
      { da: 'Indberet den næste måling til tiden', en: 'Record the next measurement on time' },
    ),
    waived: {
      text: { da: 'Målingen er frafaldet med begrundelse', en: 'The measurement was waived with a reason' },
      fix: null,
      actor: null,
    },
  },
};
