import { catalogueEntry } from '../catalogue';
import type { IndicatorDefinition } from '../indicator-definition';
import { met, unmet } from '../reasons';
import { STRATEGY_LIMIT } from './update-limits';

/** Members: strategies, each with its step of 100; the best one decides. Council and committees are political bodies. */
export const strategyAnchored: IndicatorDefinition = {
  ...catalogueEntry('dl.strategy-anchored'),
  question: {
    da: 'Er der et politisk mandat, som lever?',
    en: 'Is there a political mandate that is alive?',
  },
  objectKind: 'strategy',
  numerator: {
    da: 'Trin: 0 ingen eller udløbet · 25 kun vedtaget af direktion eller forvaltning · 50 politisk vedtaget uden opfølgning i 24 måneder · 75 med opfølgning eller vedtagelse i 24 måneder · 100 hvor hvert mål desuden har nøgletal, udgangspunkt og dateret måltal',
    en: 'Steps: 0 none or expired · 25 adopted only by executive or administration · 50 politically adopted, no follow-up in 24 months · 75 followed up or adopted in 24 months · 100 where every goal also has a key figure, a baseline and a dated target',
  },
  denominator: { da: '100', en: '100' },
  kind: 'step',
  reach: 'organisation',
  whenEmpty: { status: 'zero', reason: { da: 'Ingen strategi er registreret', en: 'No strategy is registered' } },
  partner: null,
  counterweight: 'dl.strategy-to-action',
  minN: 1,
  goalposts: { low: 0, high: 1 },
  aboutPeople: false,
  groupedBy: null,
  evidence: ['C3', 'C7', 'M1'],
  updateLimit: STRATEGY_LIMIT,
  reasons: {
    met: met(
      'Politisk vedtaget, fulgt op, og hvert mål kan måles',
      'Politically adopted, followed up, and every goal can be measured',
    ),
    'not-adopted': unmet(
      'portfolio_office',
      { da: 'Strategien er ikke vedtaget', en: 'The strategy is not adopted' },
      { da: 'Få strategien politisk vedtaget', en: 'Have the strategy adopted politically' },
    ),
    'not-valid': unmet(
      'portfolio_office',
      { da: 'Strategien gælder ikke på dagen', en: 'The strategy is not in force on the day' },
      { da: 'Få en gældende strategi vedtaget', en: 'Have a current strategy adopted' },
    ),
    'not-political': unmet(
      'portfolio_office',
      {
        da: 'Kun vedtaget af direktion eller forvaltning',
        en: 'Adopted only by the executive or the administration',
      },
      { da: 'Få strategien politisk vedtaget', en: 'Have the strategy adopted politically' },
    ),
    'no-follow-up': unmet(
      'portfolio_office',
      { da: 'Ingen politisk opfølgning i 24 måneder', en: 'No political follow-up in 24 months' },
      { da: 'Læg en opfølgning på den politiske dagsorden', en: 'Put a follow-up on the political agenda' },
    ),
    'no-goals': unmet(
      'portfolio_office',
      { da: 'Strategien har ingen gældende mål', en: 'The strategy has no valid goals' },
      { da: 'Opret strategiens mål', en: "Register the strategy's goals" },
    ),
    'goals-not-measurable': unmet(
      'goal_owner',
      {
        da: 'Mindst ét mål mangler nøgletal, udgangspunkt eller dateret måltal',
        en: 'At least one goal lacks a key figure, a baseline or a dated target',
      },
      { da: 'Udfyld nøgletal, udgangspunkt og måltal', en: 'Fill in key figure, baseline and target' },
    ),
  },
};
