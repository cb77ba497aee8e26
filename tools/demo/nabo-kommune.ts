import type { InitiativeSpec, OrganisationSpec } from './specs';

// A table: formatted by hand to stay readable as one.
// prettier-ignore
const INITIATIVES: InitiativeSpec[] = [
  {
    key: 'madordning', title: 'Bestilling af mad til hjemmeboende', problem: 'Mad bestilles på papir hver uge.', gain: 'Borgeren vælger på skærmen.',
    unit: 'velfaerd', staff: 22, owner: 'viggo', manager: 'laerke', goal: 'enkelt', size: 'small', phase: 'realising', started: [-24, -23, -22, -21, -20], live: -14,
    cost: { oneOff: 310, operation: 60, hours: 250, change: 40 }, yes: ['service', 'citizens', 'it', 'process', 'old_way', 'dependencies'],
    status: ['on_track', 14, 'Ni ud af ti bestiller selv eller med hjælp fra pårørende.'],
    benefits: [{ title: 'Mindre madspild', class: 'cash_releasing', value: 240, basis: 'comparable',
        books: ['5.30.26', '4120'],
      measures: [{ name: 'Portioner smidt ud', unit: 'portioner/md.', from: 610, to: 250, every: 'month', ramp: 6, result: [0.8, 0.95], source: 'Køkkenet', evidence: 'count' }] }],
  },
  {
    key: 'vandmaalere', title: 'Fjernaflæste vandmålere i kommunens bygninger', problem: 'Lækager opdages på årsregningen.', gain: 'Besked samme døgn.',
    unit: 'teknik', staff: 6, owner: 'asta', manager: 'laerke', goal: 'enkelt', size: 'small', phase: 'realising', started: [-20, -19, -18, -17, -16], live: -10,
    cost: { oneOff: 480, operation: 40, hours: 120 }, yes: ['it', 'process', 'dependencies'], status: ['on_track', 20, 'Tre lækager fundet.'],
    benefits: [{ title: 'Lavere vandforbrug', class: 'cash_releasing', value: 190, basis: 'expert',
        books: ['0.25.10', '1045'],
      measures: [{ name: 'Vandforbrug', unit: 'm3/kvartal', from: 9200, to: 7900, every: 'quarter', ramp: 6, result: 0.7, source: 'Målere' }] }],
  },
  {
    key: 'postkasse', title: 'Én fælles postkasse for borgere', problem: 'Fire postkasser og ingen overblik.', gain: 'Ét sted at skrive til.',
    unit: 'stab', staff: 40, owner: 'knud', manager: 'laerke', goal: 'enkelt', size: 'small', phase: 'executing', started: [-9, -8, -6, -5, -4], live: 2,
    cost: { oneOff: 150, operation: 20, hours: 200 }, yes: ['service', 'citizens', 'it', 'process', 'old_way', 'dependencies'], status: ['watch', 25, 'En afdeling mangler.'],
    benefits: [{ title: 'Hurtigere svar til borgere', class: 'quality', for: 'citizen', basis: 'expert',
      measures: [{ name: 'Median for svartid', unit: 'timer', from: 61, to: 24, every: 'quarter', ramp: 6, source: 'Postsystemet' }] }],
  },
  {
    key: 'mobilkort', title: 'Digitale medlemskort til svømmehallen', problem: 'Plastkort koster tid og penge.', gain: 'Kortet ligger på telefonen.',
    unit: 'teknik', owner: 'asta', manager: 'laerke', size: 'small', phase: 'analysis', started: [-3, -2], cost: { oneOff: 90 },
    yes: ['citizens', 'it'], unanswered: ['service', 'process', 'old_way', 'dependencies'], benefits: [],
  },
  {
    key: 'loenbot', title: 'Svar på spørgsmål om løn', problem: 'Lønkontoret svarer på det samme hver måned.', gain: 'Medarbejderen finder selv svaret.',
    unit: 'stab', owner: null, manager: null, size: 'small', phase: 'idea', started: [-1],
    unanswered: ['service', 'citizens', 'it', 'process', 'old_way', 'dependencies'], benefits: [],
  },
];

/** A small second municipality: whoever signs in to one sees nothing of the other. */
export const NABO_KOMMUNE: OrganisationSpec = {
  key: 'nabo',
  name: 'Nabo Kommune',
  kind: 'municipality',
  municipalityCode: '998',
  population: 21_700,
  peerGroup: '20.000–30.000 indbyggere',
  units: [
    { key: 'nabo', parent: null, code: '100', name: 'Nabo Kommune' },
    { key: 'velfaerd', parent: 'nabo', code: '200', name: 'Velfærd', committee: 'Velfærdsudvalget' },
    { key: 'teknik', parent: 'nabo', code: '300', name: 'Teknik', committee: 'Teknikudvalget' },
    { key: 'stab', parent: 'nabo', code: '400', name: 'Fællesstab', committee: 'Økonomiudvalget' },
  ],
  people: [
    { key: 'inge', name: 'Inge Ladegaard', title: 'Kommunaldirektør', unit: 'nabo', level: 'chief' },
    { key: 'viggo', name: 'Viggo Ørum', title: 'Velfærdschef', unit: 'velfaerd', level: 'head' },
    { key: 'asta', name: 'Asta Bjerregaard', title: 'Teknikchef', unit: 'teknik', level: 'head' },
    { key: 'knud', name: 'Knud Elmegaard', title: 'Stabschef', unit: 'stab', level: 'head' },
    { key: 'laerke', name: 'Lærke Sommer', title: 'Digitaliseringskonsulent', unit: 'stab', level: 'none' },
  ],
  signIns: [{ person: 'laerke', email: 'admin@nabo.example', role: 'administrator' }],
  offersSignIns: false,
  strategies: [
    {
      key: 'plan',
      code: 'DP',
      title: 'Digital plan',
      description: 'Fem ting, vi vil nå.',
      adoptedBy: 'executive',
      adopted: -20,
      from: -20,
      to: 28,
      followUps: [],
      goals: [
        {
          key: 'enkelt',
          code: 'DP-1',
          title: 'Det skal være enkelt at være borger',
          owner: 'inge',
          kpi: 'Borgere, der får svar samme dag',
          unit: '%',
          direction: 'up',
          baseline: [42, -21],
          targets: [[28, 60]],
          measured: [[-8, 47]],
        },
      ],
    },
  ],
  pools: [],
  organisationRoles: [['inge', 'portfolio_owner']],
  initiatives: INITIATIVES,
};
