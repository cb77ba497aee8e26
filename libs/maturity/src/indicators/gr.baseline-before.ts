import { catalogueEntry } from '../catalogue';
import type { IndicatorDefinition } from '../indicator-definition';
import { met, unmet } from '../reasons';
import { BENEFIT_LIMIT } from './update-limits';

/** Members: measures of approved benefits on initiatives that went live in the last 36 months. */
export const baselineBefore: IndicatorDefinition = {
  ...catalogueEntry('gr.baseline-before'),
  question: { da: 'Kan effekten bevises?', en: 'Can the effect be proven?' },
  objectKind: 'measure',
  numerator: {
    da: 'Målinger med et nulpunkt, der er målt senest ved idriftsættelsen og ikke er et skøn',
    en: 'Measures with a baseline measured no later than go-live and not by estimate',
  },
  denominator: {
    da: 'Målinger af godkendte gevinster på indsatser idriftsat inden for 36 måneder',
    en: 'Measures of approved benefits on initiatives live within 36 months',
  },
  kind: 'proportion',
  reach: 'unit',
  whenEmpty: {
    status: 'not_applicable',
    reason: {
      da: 'Ingen godkendte gevinster på indsatser idriftsat inden for 36 måneder',
      en: 'No approved benefits on initiatives live within 36 months',
    },
  },
  partner: 'gr.benefit-coverage',
  counterweight: 'gr.realisation-rate',
  minN: 5,
  goalposts: { low: 0.2, high: 1 },
  aboutPeople: false,
  groupedBy: null,
  evidence: ['C4', 'B'],
  updateLimit: BENEFIT_LIMIT,
  reasons: {
    met: met('Nulpunkt målt før idriftsættelsen', 'Baseline measured before go-live'),
    'no-baseline': unmet(
      'measurer',
      { da: 'Intet nulpunkt er målt', en: 'No baseline was measured' },
      {
        da: 'Find et nulpunkt i systemudtræk fra tiden før idriftsættelsen',
        en: 'Find a baseline in system extracts from before go-live',
      },
    ),
    'baseline-late': unmet(
      'measurer',
      { da: 'Nulpunktet er målt efter idriftsættelsen', en: 'The baseline was measured after go-live' },
      {
        da: 'Find et nulpunkt i systemudtræk fra tiden før idriftsættelsen',
        en: 'Find a baseline in system extracts from before go-live',
      },
    ),
    'baseline-estimated': unmet(
      'measurer',
      { da: 'Nulpunktet er et skøn', en: 'The baseline is an estimate' },
      { da: 'Erstat skønnet med en måling', en: 'Replace the estimate with a measurement' },
    ),
  },
};
