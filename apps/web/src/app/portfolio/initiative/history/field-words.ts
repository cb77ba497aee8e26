import type { Label } from '@hoest/quantities';

/** How the value of a field is written. `text` as it is; `none` has no words (documents, lists of rows). */
export type ValueKind =
  | 'text'
  | 'money'
  | 'number'
  | 'percent'
  | 'date'
  | 'answer'
  | 'person'
  | 'unit'
  | 'goal'
  | 'phase'
  | 'status'
  | 'gate'
  | 'outcome'
  | 'decisionKind'
  | 'costKind'
  | 'initiativeKind'
  | 'size'
  | 'exemption'
  | 'benefitState'
  | 'benefitClass'
  | 'beneficiary'
  | 'none';

export interface FieldWord {
  label: Label;
  kind: ValueKind;
}

const word = (kind: ValueKind, da: string, en: string): FieldWord => ({ kind, label: { da, en } });

/** Words of the fields that a history can tell of, for whatever object they belong to. Others (keys, copies) are not told. */
export const FIELD_WORDS: Readonly<Record<string, FieldWord>> = {
  // Initiative
  title: word('text', 'Titel', 'Title'),
  problem: word('text', 'Problem', 'Problem'),
  description: word('text', 'Beskrivelse', 'Description'),
  expectedGain: word('text', 'Forventet gevinst', 'Expected gain'),
  roughCost: word('money', 'Grov udgift', 'Rough cost'),
  currency: word('text', 'Valuta', 'Currency'),
  unitId: word('unit', 'Enhed', 'Unit'),
  ownerId: word('person', 'Ejer', 'Owner'),
  managerId: word('person', 'Projektleder', 'Project manager'),
  mandatory: word('answer', 'Skal-opgave', 'Required by law'),
  legalRef: word('text', 'Lovhjemmel', 'Legal reference'),
  jointWith: word('text', 'Sammen med', 'Joint with'),
  affectedStaff: word('number', 'Berørte medarbejdere', 'Affected staff'),
  affectedUnits: word('none', 'Berørte enheder', 'Affected units'),
  sizeClass: word('size', 'Størrelse', 'Size'),
  projectModel: word('text', 'Projektmodel', 'Project model'),
  category: word('text', 'Kategori', 'Category'),
  externalKey: word('text', 'Nøgle i andet system', 'Key in another system'),
  startPlanned: word('date', 'Planlagt start', 'Planned start'),
  startActual: word('date', 'Faktisk start', 'Actual start'),
  goLivePlanned: word('date', 'Planlagt idriftsættelse', 'Planned go-live'),
  goLiveActual: word('date', 'Faktisk idriftsættelse', 'Actual go-live'),
  goLiveFirstPlanned: word('date', 'Først planlagte idriftsættelse', 'First planned go-live'),
  closedOn: word('date', 'Lukket', 'Closed'),
  phase: word('phase', 'Fase', 'Phase'),
  phaseSince: word('date', 'Fase begyndt', 'Phase started'),
  phaseBeforeHold: word('phase', 'Fase før pausen', 'Phase before the hold'),
  phasePlan: word('none', 'Faseplan', 'Phase plan'),
  primaryGoalId: word('goal', 'Primært mål', 'Primary goal'),
  secondaryGoalIds: word('goal', 'Øvrige mål', 'Other goals'),
  changesCitizenService: word('answer', 'Ændrer borgernes service', 'Changes citizens’ service'),
  citizenFacing: word('answer', 'Bruges af borgere', 'Used by citizens'),
  hasItDelivery: word('answer', 'It-leverance indgår', 'Includes an IT delivery'),
  processChangeExpected: word('answer', 'Ændrer arbejdsgange', 'Changes work processes'),
  replacesOldWay: word('answer', 'Afløser noget', 'Replaces something'),
  dependenciesAnswered: word('answer', 'Afhængigheder afklaret', 'Dependencies settled'),
  benefitExempt: word('answer', 'Fritaget for gevinster', 'Exempt from benefits'),
  benefitExemptReason: word('exemption', 'Grund til fritagelse', 'Reason for exemption'),
  statusRag: word('status', 'Status', 'Status'),
  statusNote: word('text', 'Begrundelse', 'Reason'),
  statusConfirmedOn: word('none', 'Status bekræftet', 'Status confirmed'),
  // Cost line
  name: word('text', 'Navn', 'Name'),
  year: word('text', 'År', 'Year'),
  planMinor: word('money', 'Plan', 'Plan'),
  forecastMinor: word('money', 'Forecast', 'Forecast'),
  actualMinor: word('money', 'Faktisk', 'Actual'),
  hours: word('number', 'Timer', 'Hours'),
  priceYear: word('text', 'Prisår', 'Price year'),
  isChangeEffort: word('answer', 'Forandringsindsats', 'Change effort'),
  note: word('text', 'Note', 'Note'),
  // Gate passage and decision
  gate: word('gate', 'Beslutningspunkt', 'Gate'),
  fromPhase: word('phase', 'Fra fase', 'From phase'),
  toPhase: word('phase', 'Til fase', 'To phase'),
  phaseStartedOn: word('date', 'Dato', 'Date'),
  artefacts: word('none', 'Dokumenter', 'Documents'),
  body: word('text', 'Besluttet af', 'Decided by'),
  deciderId: word('person', 'Beslutter', 'Decider'),
  decidedOn: word('date', 'Besluttet', 'Decided'),
  askedOn: word('date', 'Forelagt', 'Submitted'),
  outcome: word('outcome', 'Udfald', 'Outcome'),
  mandateOk: word('answer', 'Mandat i orden', 'Mandate in order'),
  political: word('answer', 'Politisk beslutning', 'Political decision'),
  rationale: word('text', 'Begrundelse', 'Rationale'),
  conditions: word('none', 'Betingelser', 'Conditions'),
  followUpDue: word('date', 'Opfølgning', 'Follow-up'),
  executedOn: word('date', 'Udført', 'Carried out'),
  // Adoption
  intended: word('number', 'Tilsigtet brug', 'Intended use'),
  targetRate: word('percent', 'Mål for brug', 'Target use'),
  points: word('none', 'Måneder', 'Months'),
  // Benefit and what it owns
  state: word('benefitState', 'Tilstand', 'State'),
  stateReason: word('text', 'Begrundelse', 'Reason'),
  class: word('benefitClass', 'Type', 'Class'),
  beneficiary: word('beneficiary', 'Modtager', 'Beneficiary'),
  measurerId: word('person', 'Måler', 'Measurer'),
  ownerUnitId: word('unit', 'Ejers enhed', 'Owner’s unit'),
  goalId: word('goal', 'Mål', 'Goal'),
  fullYearValueMinor: word('money', 'Helårsværdi', 'Full-year value'),
  wholeLifeValueMinor: word('money', 'Værdi i levetiden', 'Whole-life value'),
  attribution: word('percent', 'Tilskrivning', 'Attribution'),
  startsOn: word('date', 'Begynder', 'Starts'),
  endsOn: word('date', 'Ophører', 'Ends'),
  approvedOn: word('date', 'Godkendt', 'Approved'),
  frozenOn: word('date', 'Plan frosset', 'Plan frozen'),
  value: word('number', 'Værdi', 'Value'),
  measuredOn: word('date', 'Målt', 'Measured'),
  baselineValue: word('number', 'Nulpunkt', 'Baseline'),
  targetValue: word('number', 'Målværdi', 'Target value'),
  comment: word('text', 'Bemærkning', 'Comment'),
  account: word('text', 'Konto', 'Account'),
  costCentre: word('text', 'Omkostningssted', 'Cost centre'),
  hoursUsedFor: word('text', 'Timerne bruges til', 'Hours are used for'),
  scopeReduction: word('answer', 'Lavere service', 'Lower service'),
  // Amounts in finance
  amountMinor: word('money', 'Beløb', 'Amount'),
  monthFrom: word('date', 'Fra måned', 'From month'),
  monthTo: word('date', 'Til måned', 'To month'),
  bookedMonth: word('date', 'Bogført i', 'Booked in'),
  postingRef: word('text', 'Bilag', 'Posting'),
  accountsRef: word('text', 'Regnskab', 'Accounts'),
  reason: word('text', 'Begrundelse', 'Reason'),
  // Strategy and goal
  code: word('text', 'Kode', 'Code'),
  kpi: word('text', 'Nøgletal', 'Key figure'),
  kpiUnit: word('text', 'Enhed for nøgletal', 'Unit of the key figure'),
  baselineOn: word('date', 'Nulpunkt målt', 'Baseline measured'),
  validFrom: word('date', 'Gælder fra', 'Valid from'),
  validTo: word('date', 'Gælder til', 'Valid to'),
};

/** `kind` names different things by object. */
const KIND_WORDS: Readonly<Record<string, ValueKind>> = {
  initiative: 'initiativeKind',
  decision: 'decisionKind',
  cost_line: 'costKind',
};

/** Words of a field of an object; undefined where there are none. */
export function wordOf(objectKind: string, field: string): FieldWord | undefined {
  // The action of an amount says where it stands; the word would be that of a benefit.
  if (objectKind === 'finance_claim' && field === 'state') return undefined;
  const kind = KIND_WORDS[objectKind];
  if (field === 'kind') return kind && { kind, label: { da: 'Type', en: 'Kind' } };
  return FIELD_WORDS[field];
}
