import type { Label } from '@hoest/quantities';
import type {
  AcceptanceTest,
  Beneficiary,
  BenefitClass,
  BenefitState,
  BenefitStatus,
  EstimateBasis,
  EvidenceKind,
  Frequency,
  Interpolation,
  MeasureDirection,
  MoneyBasis,
  MonthStatus,
  PlanVersionKind,
  Polarity,
} from './value-lists';

/** Words for the value lists, in sentence case as they stand in tables and fields. */

export const BENEFIT_CLASS_LABELS: Record<BenefitClass, Label> = {
  cash_releasing: { da: 'Budgeteffekt', en: 'Cash-releasing' },
  income: { da: 'Merindtægt', en: 'Income' },
  cost_avoidance: { da: 'Undgået udgift', en: 'Cost avoidance' },
  capacity: { da: 'Frigjort tid', en: 'Capacity-releasing' },
  quality: { da: 'Kvalitet', en: 'Quality' },
  risk_compliance: { da: 'Risiko/efterlevelse', en: 'Risk/compliance' },
  work_environment: { da: 'Arbejdsmiljø', en: 'Work environment' },
  climate: { da: 'Klima', en: 'Climate' },
};

export const BENEFICIARY_LABELS: Record<Beneficiary, Label> = {
  own_org: { da: 'Egen organisation', en: 'Own organisation' },
  citizen: { da: 'Borgere', en: 'Citizens' },
  business: { da: 'Virksomheder', en: 'Businesses' },
  other_public: { da: 'Andre myndigheder', en: 'Other public bodies' },
};

export const BENEFIT_STATE_LABELS: Record<BenefitState, Label> = {
  identified: { da: 'Identificeret', en: 'Identified' },
  profiled: { da: 'Profileret', en: 'Profiled' },
  approved: { da: 'Godkendt', en: 'Approved' },
  in_realisation: { da: 'Under realisering', en: 'In realisation' },
  realised: { da: 'Realiseret', en: 'Realised' },
  sustained: { da: 'Fastholdt', en: 'Sustained' },
  closed: { da: 'Lukket', en: 'Closed' },
  rejected: { da: 'Afvist', en: 'Rejected' },
  written_off: { da: 'Afskrevet', en: 'Written off' },
  transferred: { da: 'Overdraget', en: 'Transferred' },
};

export const POLARITY_LABELS: Record<Polarity, Label> = {
  1: { da: 'Gevinst', en: 'Benefit' },
  [-1]: { da: 'Negativ effekt', en: 'Disbenefit' },
};

export const ESTIMATE_BASIS_LABELS: Record<EstimateBasis, Label> = {
  measured_pilot: { da: 'Målt i pilot', en: 'Measured in a pilot' },
  comparable: { da: 'Sammenlignelig sag', en: 'Comparable case' },
  expert: { da: 'Ekspertskøn', en: 'Expert estimate' },
  assumption: { da: 'Antagelse', en: 'Assumption' },
};

export const EVIDENCE_KIND_LABELS: Record<EvidenceKind, Label> = {
  system_extract: { da: 'Systemudtræk', en: 'System extract' },
  count: { da: 'Optælling', en: 'Count' },
  survey: { da: 'Spørgeskema', en: 'Survey' },
  sample: { da: 'Stikprøve', en: 'Sample' },
  estimate: { da: 'Skøn', en: 'Estimate' },
};

export const FREQUENCY_LABELS: Record<Frequency, Label> = {
  month: { da: 'Hver måned', en: 'Monthly' },
  quarter: { da: 'Hvert kvartal', en: 'Quarterly' },
  half_year: { da: 'Hvert halvår', en: 'Half-yearly' },
  year: { da: 'Hvert år', en: 'Yearly' },
};

export const MEASURE_DIRECTION_LABELS: Record<MeasureDirection, Label> = {
  up: { da: 'Højere er bedre', en: 'Higher is better' },
  down: { da: 'Lavere er bedre', en: 'Lower is better' },
};

export const INTERPOLATION_LABELS: Record<Interpolation, Label> = {
  linear: { da: 'Jævnt mellem punkterne', en: 'Evenly between the points' },
  step: { da: 'I trin', en: 'In steps' },
};

export const MONEY_BASIS_LABELS: Record<MoneyBasis, Label> = {
  amount: { da: 'Det målte er et beløb', en: 'The measured value is an amount' },
  unit_saving: { da: 'Besparelse pr. enhed × mængde × sats', en: 'Saving per unit × volume × rate' },
  achievement: { da: 'Andel af helårsværdien', en: 'Share of the full-year value' },
};

export const PLAN_VERSION_KIND_LABELS: Record<PlanVersionKind, Label> = {
  approved: { da: 'Godkendt plan', en: 'Approved plan' },
  frozen_at_go_live: { da: 'Fastfrosset ved idriftsættelse', en: 'Frozen at go-live' },
  rebaselined: { da: 'Ny plan efter beslutning', en: 'Re-baselined by decision' },
};

export const MONTH_STATUS_LABELS: Record<MonthStatus, Label> = {
  measured: { da: 'Målt', en: 'Measured' },
  not_measured: { da: 'Ikke målt', en: 'Not measured' },
  not_due: { da: 'Endnu ikke forfalden', en: 'Not due yet' },
};

export const BENEFIT_STATUS_LABELS: Record<BenefitStatus, Label> = {
  on_track: { da: 'På sporet', en: 'On track' },
  watch: { da: 'Hold øje', en: 'Watch' },
  deviation: { da: 'Afvigelse', en: 'Deviation' },
};

export const ACCEPTANCE_TEST_LABELS: Record<AcceptanceTest, Label> = {
  description: {
    da: 'Beskrivelse: er gevinsten klart beskrevet?',
    en: 'Description: is the benefit clearly described?',
  },
  observation: { da: 'Observation: kan forskellen ses?', en: 'Observation: can the difference be seen?' },
  attribution: { da: 'Tilskrivning: skyldes den indsatsen?', en: 'Attribution: does it come from the initiative?' },
  measurement: { da: 'Måling: kan den måles?', en: 'Measurement: can it be measured?' },
};
