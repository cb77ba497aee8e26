/** Value lists of the benefit record; their words in Danish and English stand in `labels.ts`. Source: domain rules, sections 3–4. */

export const BENEFIT_CLASSES = [
  'cash_releasing',
  'income',
  'cost_avoidance',
  'capacity',
  'quality',
  'risk_compliance',
  'work_environment',
  'climate',
] as const;
export type BenefitClass = (typeof BENEFIT_CLASSES)[number];

export const BENEFICIARIES = ['own_org', 'citizen', 'business', 'other_public'] as const;
export type Beneficiary = (typeof BENEFICIARIES)[number];

/** The main way first, then the exits. */
export const BENEFIT_STATES = [
  'identified',
  'profiled',
  'approved',
  'in_realisation',
  'realised',
  'sustained',
  'closed',
  'rejected',
  'written_off',
  'transferred',
] as const;
export type BenefitState = (typeof BENEFIT_STATES)[number];

/** 1 = benefit, −1 = disbenefit: the same record with the sign turned. */
export const POLARITIES = [1, -1] as const;
export type Polarity = (typeof POLARITIES)[number];

/** What the estimate rests on, from the firmest to the loosest. */
export const ESTIMATE_BASES = ['measured_pilot', 'comparable', 'expert', 'assumption'] as const;
export type EstimateBasis = (typeof ESTIMATE_BASES)[number];

/** How a value was found; `estimate` never counts as evidence. */
export const EVIDENCE_KINDS = ['system_extract', 'count', 'survey', 'sample', 'estimate'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export const FREQUENCIES = ['month', 'quarter', 'half_year', 'year'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

export const MEASURE_DIRECTIONS = ['up', 'down'] as const;
export type MeasureDirection = (typeof MEASURE_DIRECTIONS)[number];

/** How the planned value runs between two target points. */
export const INTERPOLATIONS = ['linear', 'step'] as const;
export type Interpolation = (typeof INTERPOLATIONS)[number];

/** How a measured value becomes money (F22). */
export const MONEY_BASES = ['amount', 'unit_saving', 'achievement'] as const;
export type MoneyBasis = (typeof MONEY_BASES)[number];

export const PLAN_VERSION_KINDS = ['approved', 'frozen_at_go_live', 'rebaselined'] as const;
export type PlanVersionKind = (typeof PLAN_VERSION_KINDS)[number];

/** What is known about a month's money (F22). */
export const MONTH_STATUSES = ['measured', 'not_measured', 'not_due'] as const;
export type MonthStatus = (typeof MONTH_STATUSES)[number];

/** F18. */
export const BENEFIT_STATUSES = ['on_track', 'watch', 'deviation'] as const;
export type BenefitStatus = (typeof BENEFIT_STATUSES)[number];

/** The four acceptance tests before `approved`. */
export const ACCEPTANCE_TESTS = ['description', 'observation', 'attribution', 'measurement'] as const;
export type AcceptanceTest = (typeof ACCEPTANCE_TESTS)[number];
