import { catalogueEntry } from '../catalogue';
import type { IndicatorDefinition } from '../indicator-definition';
import { met, unmet } from '../reasons';

/** Members: heads of department and above; those outside units affected by active initiatives are exempt. */
export const leaderSpread: IndicatorDefinition = {
  ...catalogueEntry('dl.leader-spread'),
  question: {
    da: 'Er digitaliseringen en del af almindelig ledelse eller nogle få ildsjæles sag?',
    en: 'Is it part of ordinary leadership or of a few enthusiasts?',
  },
  objectKind: 'person',
  numerator: {
    da: 'Ledere, der inden for 12 måneder har været projektejer, gevinstejer, forandringsleder eller styregruppeformand for en aktiv indsats eller en gevinst under realisering',
    en: 'Leaders who within 12 months were project owner, benefit owner, change lead or steering group chair of an active initiative or of a benefit in realisation',
  },
  denominator: {
    da: 'Afdelingsledere og derover i enheder, der berøres af aktive indsatser',
    en: 'Heads of department and above in units affected by active initiatives',
  },
  kind: 'proportion',
  reach: 'unit',
  whenEmpty: { status: 'no_data', reason: { da: 'Ingen ledere er registreret', en: 'No managers are registered' } },
  whenOnlyExempt: {
    status: 'not_applicable',
    reason: {
      da: 'Ingen ledere i enheder, der berøres af aktive indsatser',
      en: 'No managers in units affected by active initiatives',
    },
  },
  partner: null,
  counterweight: 'dl.owner-in-line',
  minN: 5,
  goalposts: { low: 0, high: 0.75 },
  aboutPeople: true,
  groupedBy: null,
  evidence: ['C1', 'M5'],
  updateLimit: null,
  reasons: {
    met: met('Har et digitalt ansvar', 'Holds a digital responsibility'),
    'no-role': unmet(
      'leader_of_unit',
      { da: 'Har intet digitalt ansvar', en: 'Holds no digital responsibility' },
      {
        da: 'Fordel ejerskab af indsatser og gevinster på flere ledere',
        en: 'Share the ownership of initiatives and benefits among more leaders',
      },
    ),
    'outside-affected-units': {
      text: {
        da: 'Sidder i en enhed, som ingen aktiv indsats berører',
        en: 'Sits in a unit that no active initiative affects',
      },
      fix: null,
      actor: null,
    },
  },
};
