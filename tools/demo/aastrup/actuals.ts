import type { ActualsSpec } from '../specs';

/** Last whole month before the reference date; the extract of the running one is not there yet. */
const NOW = -1;
const YEAR = -14;

/**
 * Accounts that benefits are expected to lower, and three lines nobody has matched yet. Thousands of kroner a month. Some are the very
 * account a benefit names; where the accounting system books in more detail, or several benefits name one account, somebody made a rule.
 */
export const ACTUALS: ActualsSpec[] = [
  {
    account: '6.45.51.1-2110',
    costCentre: '60330',
    text: 'Porto og print, borgerbreve',
    benefit: 'Lavere porto og print',
    rule: 'prefix',
    months: [YEAR, NOW],
    budget: 470,
    booked: [505, 318],
  },
  {
    account: '6.45.52',
    costCentre: '62110',
    text: 'Telefoni, abonnementer',
    benefit: 'Lavere abonnement på telefoni',
    months: [YEAR, NOW],
    budget: 128,
    booked: [132, 91],
  },
  {
    account: '5.68.90',
    costCentre: '50140',
    text: 'Eksterne forløb for ledige',
    benefit: 'Færre eksterne forløb',
    months: [YEAR, NOW],
    budget: 1420,
    booked: [1490, 1240],
  },
  {
    account: '3.22.01.1-5230',
    costCentre: '20110',
    text: 'Vikarbureauer, skoler',
    benefit: 'Lavere udgift til vikarbureauer på skoler',
    rule: 'prefix',
    months: [YEAR, NOW],
    budget: 760,
    booked: [810, 655],
  },
  {
    account: '3.22.01',
    costCentre: '20195',
    text: 'Licens, læringsplatform',
    benefit: 'Lavere licensudgift til læringsplatform',
    months: [YEAR, NOW],
    budget: 235,
    booked: [240, 142],
  },
  {
    account: '4.62.85',
    costCentre: '20710',
    text: 'Porto, indkaldelser',
    benefit: 'Lavere porto til indkaldelser',
    months: [YEAR, NOW],
    budget: 46,
    booked: [48, 31],
  },
  {
    account: '6.45.51.1-2930',
    costCentre: '60330',
    text: 'Fakturabehandling',
    benefit: 'Lavere udgift pr. faktura',
    rule: 'exact',
    months: [YEAR, NOW],
    budget: 388,
    booked: [402, 301],
  },
  {
    account: '6.45.52',
    costCentre: '62020',
    text: 'Licens, dokumenter',
    benefit: 'Lavere licensudgift til dokumenter',
    months: [YEAR, NOW],
    budget: 310,
    booked: [318, 226],
  },
  {
    account: '5.30.26',
    costCentre: '40210',
    text: 'Kørsel mellem borgere',
    benefit: 'Mindre kørsel mellem borgere',
    rule: 'exact',
    months: [YEAR, NOW],
    budget: 540,
    booked: [566, 489],
  },
  {
    account: '6.45.51.1-2117',
    costCentre: '60335',
    text: 'Fjernprint, nyt bilagsnummer',
    months: [-2, -2],
    budget: null,
    booked: [86.4, 86.4],
  },
  {
    account: '3.22.05.1-5230',
    costCentre: '20140',
    text: 'Vikarbureauer, SFO',
    months: [NOW, NOW],
    budget: null,
    booked: [142.5, 142.5],
  },
  {
    account: '6.45.52.1-4079',
    costCentre: null,
    text: 'Kreditnota, udfaset licens',
    months: [NOW, NOW],
    budget: null,
    booked: [-38.2, -38.2],
  },
];
