import type { InitiativeSpec } from '../specs';

/** Kultur og Fritid: libraries, halls and associations. */
// A table: one line per fact group, one block per gain; formatted by hand to stay readable as one.
// A table: one line per fact group, one block per gain; formatted by hand to stay readable as one.
// prettier-ignore
export const KULTUR_OG_FRITID: InitiativeSpec[] = [
  {
    key: 'aabent-bibliotek', title: 'Åbent bibliotek uden betjening',
    problem: 'Filialerne lukker klokken 17, når folk får fri.',
    gain: 'Adgang med sundhedskort fra 7 til 22, og personalet er der midt på dagen.',
    unit: 'bibliotek', staff: 48, owner: 'lars', manager: 'nanna', goal: 'kulturliv',
    size: 'small', phase: 'realising', started: [-29, -28, -26, -25, -24], live: -18,
    cost: { oneOff: 1100, operation: 130, hours: 500, change: 90, over: -0.04 }, yes: ['service', 'citizens', 'it', 'process', 'dependencies'],
    unanswered: ['old_way'],
    status: ['on_track', 25, 'Besøgstallet er over planen; vagtudgiften er ikke faldet helt.'],
    adoption: [
      { name: 'Besøg uden for betjent tid', intended: 9200, target: 0.4, actual: [0.18, 0.43] },
    ],
    benefits: [
      { title: 'Lavere udgift til aftenvagter', class: 'cash_releasing', value: 900, basis: 'comparable',
        books: ['3.32.50', '30110'], scopeReduction: true,
        ladder: { reversed: 'Byrådet genåbnede aftenbetjeningen i to filialer, og rammen er givet tilbage.' },
        measures: [{ name: 'Betalte aftentimer', unit: 'timer/md.', from: 520, to: 190, every: 'month', ramp: 8, result: [0.4, 0.58], source: 'Lønudtræk',
          follow: 'patchy', baseline: 'after_go_live' }] },
      { title: 'Flere besøg på filialerne', class: 'quality', for: 'citizen', basis: 'comparable',
        measures: [{ name: 'Besøg på filialer', unit: 'besøg/kvartal', from: 31000, to: 37000, every: 'quarter', ramp: 9, result: [0.8, 1.15],
          source: 'Tæller i døren', evidence: 'count' }] },
      { title: 'Mere hærværk uden for betjent tid', class: 'risk_compliance', disbenefit: true, value: 60, goal: null, basis: 'assumption',
        measures: [{ name: 'Udgift til hærværk', unit: 'kr./kvartal', from: 0, to: 15000, every: 'quarter', ramp: 3, result: [0.6, 0.9], amount: true,
          source: 'Forsikring' }] },
    ],
  },
  {
    key: 'halbooking', title: 'Booking af haller og lokaler med digital nøgle',
    problem: 'Foreninger booker haller, de ikke bruger. Nøgler hentes hos halinspektøren.',
    gain: 'Booking på telefonen, døren åbner selv, og tomme tider gives fri.',
    unit: 'idraet', affects: ['skole', 'ejendomme'], staff: 26, owner: 'nanna', manager: 'nanna', goal: 'kulturliv',
    size: 'medium', phase: 'executing', started: [-11, -10, -8, -6, -4], live: 2,
    cost: { oneOff: 1450, operation: 230, hours: 700, change: 150, over: 0.03 },
    yes: ['service', 'citizens', 'it', 'process', 'old_way', 'dependencies'],
    status: ['on_track', 37, 'Otte haller har fået låse.'],
    gates: { incomplete: ['G4'] },
    benefits: [
      { title: 'Flere timer i brug i hallerne', class: 'quality', state: 'profiled', for: 'citizen', basis: 'expert',
        measures: [{ name: 'Udnyttelse af bookede timer', unit: '%', from: 68, to: 85, every: 'quarter', ramp: 9, source: 'Dørtæller' }] },
      { title: 'Lavere udgift til opsyn', class: 'cash_releasing', state: 'profiled', value: 420, basis: 'expert',
        books: ['0.32.31', '30240'],
        measures: [{ name: 'Timer til opsyn', unit: 'timer/md.', from: 310, to: 170, every: 'month', ramp: 6, source: 'Lønudtræk' }] },
    ],
  },
  {
    key: 'foreningsportal', title: 'Foreningsportal: tilskud på én ansøgning',
    problem: 'En forening søger fire tilskud på fire skemaer med de samme medlemstal.',
    gain: 'Medlemstal opgives én gang, og tilskud regnes ud med det samme.',
    unit: 'idraet', staff: 9, owner: 'bo', manager: 'bo', goal: 'kulturliv',
    size: 'small', phase: 'approved', started: [-8, -6, -4, -2], live: 5,
    cost: { oneOff: 520, operation: 80, hours: 250, change: 50 }, yes: ['service', 'citizens', 'it', 'process', 'old_way', 'dependencies'],
    status: ['on_track', 43, 'Foreningerne er hørt.'],
    gates: { undecided: ['G2'] },
    benefits: [
      { title: 'Mindre tid til ansøgninger i foreningerne', class: 'quality', state: 'profiled', for: 'citizen', basis: 'expert',
        measures: [{ name: 'Tid pr. ansøgning', unit: 'minutter', from: 95, to: 30, every: 'half_year', ramp: 9, baseline: 'planned', evidence: 'survey' }] },
    ],
  },
  {
    key: 'arrangementer', title: 'Fælles arrangementskalender',
    problem: 'Biblioteket, museet og hallerne har hver sin kalender, og to koncerter lå samme aften.',
    gain: 'Én kalender for alle huse og foreninger.',
    unit: 'kf', affects: ['bibliotek', 'idraet'], staff: 20, owner: 'eva', manager: 'nanna', goal: 'kulturliv',
    size: 'small', phase: 'analysis', started: [-4, -2],
    cost: { oneOff: 280, hours: 200 }, yes: ['citizens', 'it'], unanswered: ['service', 'process', 'old_way', 'dependencies'],
    status: ['on_track', 38, 'Tre leverandører er spurgt.'],
    gates: { undecided: ['G1'] },
    benefits: [
      { title: 'Flere besøg ved arrangementer', class: 'quality', for: 'citizen', basis: 'assumption' },
    ],
  },
  {
    key: 'museumsbilletter', title: 'Digital billettering og besøgstal på museet',
    problem: 'Museet kender ikke sine gæster; billetter er papir, og tallene tælles op om måneden.',
    gain: 'Billet på telefonen og besøgstal dag for dag.',
    unit: 'kf', owner: 'lars', manager: null,
    size: 'small', phase: 'idea', started: [-3],
    unanswered: ['service', 'citizens', 'it', 'process', 'old_way', 'dependencies'],
    benefits: [
      { title: 'Flere gæster på hverdage', class: 'income', value: 120, basis: 'assumption', books: ['3.35.60', '30410'] },
    ],
  },
];
