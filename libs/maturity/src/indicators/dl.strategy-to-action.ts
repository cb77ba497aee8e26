import { catalogueEntry } from '../catalogue';
import type { IndicatorDefinition } from '../indicator-definition';
import { met, unmet } from '../reasons';
import { STRATEGY_LIMIT } from './update-limits';

/** Members: goals in force of adopted strategies in force. */
export const strategyToAction: IndicatorDefinition = {
  ...catalogueEntry('dl.strategy-to-action'),
  question: { da: 'Bæres målene af finansierede projekter?', en: 'Are goals carried by funded projects?' },
  objectKind: 'goal',
  numerator: {
    da: 'Gældende mål, som er primært mål for mindst én aktiv indsats (eller en lukket inden for 24 måneder) med ejer, godkendt omkostningsplan over 0 og mindst én gevinst knyttet til målet',
    en: 'Valid goals that are the primary goal of at least one active initiative (or one closed within 24 months) with owner, approved cost plan above 0 and at least one benefit linked to the goal',
  },
  denominator: { da: 'Gældende mål', en: 'Valid goals' },
  kind: 'proportion',
  reach: 'organisation',
  whenEmpty: { status: 'not_applicable', reason: { da: 'Ingen gældende strategi', en: 'No valid strategy' } },
  partner: 'dl.strategy-anchored',
  counterweight: 'gr.benefit-coverage',
  minN: 3,
  goalposts: { low: 0, high: 1 },
  aboutPeople: false,
  groupedBy: null,
  evidence: ['C3', 'M1'],
  updateLimit: STRATEGY_LIMIT,
  reasons: {
    met: met('Bæres af en finansieret indsats', 'Carried by a funded initiative'),
    'no-initiative': unmet(
      'goal_owner',
      {
        da: 'Ingen aktiv indsats har målet som sit primære',
        en: 'No active initiative has the goal as its primary one',
      },
      { da: 'Knyt en indsats til målet, eller foreslå en', en: 'Link an initiative to the goal, or propose one' },
    ),
    'no-owner': unmet(
      'goal_owner',
      { da: 'Indsatsen for målet har ingen ejer', en: 'The initiative for the goal has no owner' },
      { da: 'Udpeg en projektejer', en: 'Name a project owner' },
    ),
    'no-cost-plan': unmet(
      'goal_owner',
      { da: 'Indsatsen for målet har ingen omkostningsplan', en: 'The initiative for the goal has no cost plan' },
      { da: 'Angiv planlagte omkostninger', en: 'State the planned costs' },
    ),
    'no-benefit': unmet(
      'goal_owner',
      { da: 'Indsatsen har ingen gevinst knyttet til målet', en: 'The initiative has no benefit linked to the goal' },
      { da: 'Knyt en gevinst til målet', en: 'Link a benefit to the goal' },
    ),
  },
};
