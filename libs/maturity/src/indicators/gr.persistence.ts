import { catalogueEntry } from '../catalogue';
import type { IndicatorDefinition } from '../indicator-definition';
import { met, unmet } from '../reasons';
import { BENEFIT_LIMIT } from './update-limits';

/** Members: benefits first realised more than 12 and at most 36 months ago. */
export const persistence: IndicatorDefinition = {
  ...catalogueEntry('gr.persistence'),
  question: { da: 'Er gevinsterne der stadig et år efter?', en: 'Are gains still there a year on?' },
  objectKind: 'benefit',
  numerator: {
    da: 'Gevinster, hvis seneste måling i 12 måneder er mindst 90 % af det, der først blev opnået',
    en: 'Benefits whose latest measurement in 12 months is at least 90 % of what was first achieved',
  },
  denominator: {
    da: 'Gevinster først realiseret for mellem 12 og 36 måneder siden; uden måling i 12 måneder tæller de ikke som varige',
    en: 'Benefits first realised between 12 and 36 months ago; without a measurement in 12 months they do not count as lasting',
  },
  kind: 'proportion',
  reach: 'unit',
  whenEmpty: {
    status: 'not_applicable',
    reason: {
      da: 'Ingen gevinster blev først realiseret for mellem 12 og 36 måneder siden',
      en: 'No benefits were first realised between 12 and 36 months ago',
    },
  },
  partner: null,
  counterweight: 'gr.realisation-rate',
  minN: 3,
  goalposts: { low: 0.2, high: 0.9 },
  aboutPeople: false,
  groupedBy: null,
  evidence: ['B', 'M0'],
  updateLimit: BENEFIT_LIMIT,
  reasons: {
    met: met('Effekten holder', 'The effect lasts'),
    'not-measured': unmet(
      'measurer',
      { da: 'Ikke målt i 12 måneder', en: 'Not measured in 12 months' },
      { da: 'Indberet en måling', en: 'Record a measurement' },
    ),
    'fell-back': unmet(
      'benefit_owner',
      { da: 'Effekten er faldet tilbage', en: 'The effect has fallen back' },
      { da: 'Find årsagen, og aftal hvad der skal ændres', en: 'Find the cause and agree what must change' },
    ),
  },
};
