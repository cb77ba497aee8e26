import { catalogueEntry } from '../catalogue';
import type { IndicatorDefinition } from '../indicator-definition';
import { met, unmet } from '../reasons';
import { STATUS_LIMIT } from './update-limits';

/** Members: initiatives live for 3 to 36 months with intended users or volume. */
export const adoption: IndicatorDefinition = {
  ...catalogueEntry('oi.adoption'),
  question: { da: 'Bruges løsningerne som tænkt?', en: 'Is it used as intended?' },
  objectKind: 'initiative',
  numerator: {
    da: 'Seneste anvendelse i forhold til målet, højst 1, gennemsnit over indsatsens serier; ikke målt tæller 0',
    en: 'Latest use against target, at most 1, mean over the series of the initiative; unmeasured counts 0',
  },
  denominator: {
    da: 'Indsatser i drift i 3–36 måneder med tilsigtede brugere eller mængde',
    en: 'Initiatives live for 3–36 months with intended users or volume',
  },
  kind: 'mean',
  reach: 'unit',
  whenEmpty: {
    status: 'not_applicable',
    reason: {
      da: 'Ingen indsats har været i drift i 3–36 måneder med tilsigtede brugere',
      en: 'No initiative has been live for 3–36 months with intended users',
    },
  },
  partner: null,
  counterweight: 'gr.realisation-rate',
  minN: 3,
  goalposts: { low: 0.3, high: 1 },
  aboutPeople: false,
  groupedBy: null,
  evidence: ['C5', 'M9'],
  updateLimit: STATUS_LIMIT,
  reasons: {
    met: met('Bruges som tilsigtet', 'Used as intended'),
    'below-target': unmet(
      'initiative_owner',
      { da: 'Bruges mindre end tilsigtet', en: 'Used less than intended' },
      {
        da: 'Find ud af, hvad der holder brugerne tilbage, og støt dem',
        en: 'Find out what holds users back, and support them',
      },
    ),
    'partly-measured': unmet(
      'initiative_manager',
      { da: 'Anvendelsen er ikke målt alle steder', en: 'Use is not measured everywhere' },
      { da: 'Indberet anvendelsen', en: 'Record the use' },
    ),
    'not-measured': unmet(
      'initiative_manager',
      { da: 'Anvendelsen er ikke målt, tæller 0', en: 'Use is not measured, counts 0' },
      { da: 'Indberet anvendelsen', en: 'Record the use' },
    ),
  },
};
