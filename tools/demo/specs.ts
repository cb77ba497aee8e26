import type {
  AssumptionStatus,
  Beneficiary,
  BenefitClass,
  BenefitState,
  ChangeActivityKind,
  EnablerKind,
  EstimateBasis,
  EvidenceKind,
  Frequency,
} from '@hoest/benefits';
import type { ValidationTest } from '@hoest/finance';
import type { AccessRole, AssignedRole, ManagerLevel, OrganisationKind } from '@hoest/organisation';
import type {
  AdoptingBody,
  BenefitExemptReason,
  Gate,
  GoalDirection,
  InitiativeKind,
  Phase,
  RagStatus,
  SizeClass,
} from '@hoest/portfolio';

/**
 * What the generator is told about an organisation: a story in compact form. The hand-written municipality and the
 * random portfolios use the same form, and the same rules make rows of it.
 *
 * Every date is a distance from the reference date: months (`-14` = in the month fourteen months before) or days.
 * Money is thousands of kroner. Objects refer to each other by key.
 */
export interface OrganisationSpec {
  key: string;
  name: string;
  kind: OrganisationKind;
  municipalityCode: string | null;
  population: number;
  peerGroup: string;
  /** Parents before children. */
  units: UnitSpec[];
  people: PersonSpec[];
  signIns: SignInSpec[];
  /** Whether the sign-in page offers them with one click. */
  offersSignIns: boolean;
  strategies: StrategySpec[];
  pools: PoolSpec[];
  /** Estimates of the price and wage index, the oldest first; none = amounts of different years cannot be compared. */
  priceIndexes?: PriceIndexSpec[];
  initiatives: InitiativeSpec[];
  /** What leads to the gains; the goals the benefits name themselves need no link. */
  benefitMaps?: BenefitMapSpec[];
  /** What the accounting system booked, month by month; none = no extract was ever imported. */
  actuals?: ActualsSpec[];
  /** Roles nobody holds through an initiative or a benefit: key of the person, role. */
  organisationRoles: [person: string, role: AssignedRole][];
}

/** An account with one line a month. */
export interface ActualsSpec {
  account: string;
  costCentre: string | null;
  text: string;
  /** Title of the benefit it belongs to; absent = nobody has decided yet. */
  benefit?: string;
  /**
   * The rule somebody made for it: `exact` = this very account, `prefix` = every account below the benefit's own; both at the line's
   * cost centre. Absent = the benefit's own account says it already.
   */
  rule?: 'exact' | 'prefix';
  /** First and last month, counted from the reference month. */
  months: [first: number, last: number];
  /** Thousands of kroner a month: budgeted (null = no budget is stated), and booked in the first and in the last month. */
  budget: number | null;
  booked: [first: number, last: number];
}

export interface UnitSpec {
  key: string;
  /** Null for the organisation's top unit. */
  parent: string | null;
  code: string;
  name: string;
  /** Whether maturity is followed here; true when left out. */
  inScope?: boolean;
  /** Political committee that answers for the unit and those below it. */
  committee?: string;
}

export interface PersonSpec {
  key: string;
  name: string;
  title: string;
  unit: string;
  level: ManagerLevel;
  /** Months since the person left; absent = employed. */
  left?: number;
}

export interface SignInSpec {
  person: string;
  email: string;
  role: AccessRole;
  /** Unit the access is limited to; absent = the whole organisation. */
  unit?: string;
  /** Whether the sign-in page leaves it out although the organisation offers its sign-ins. */
  unlisted?: true;
}

export interface StrategySpec {
  key: string;
  code: string;
  title: string;
  description: string;
  adoptedBy: AdoptingBody | null;
  adopted: number | null;
  from: number;
  to: number | null;
  followUps: [month: number, body: AdoptingBody, note: string][];
  goals: GoalSpec[];
}

export interface GoalSpec {
  key: string;
  code: string;
  title: string;
  owner: string | null;
  kpi: string | null;
  unit: string | null;
  direction: GoalDirection | null;
  /** Value and month of the starting point; null = never measured. */
  baseline: [value: number, month: number] | null;
  targets: [month: number, value: number][];
  measured: [month: number, value: number][];
}

export interface PoolSpec {
  key: string;
  name: string;
  costBase: string;
  measure: string;
  from: number;
  /** Thousands of kroner that can be removed in a month. */
  removablePerMonth: number;
  /** Agreed shares per benefit title; the others divide the rest. */
  shares?: [benefitTitle: string, share: number][];
}

export interface PriceIndexSpec {
  /** Month in which the estimate became known. */
  month: number;
  /** `{year}` stands for the year of that month. */
  source: string;
  /** First year of the index (100), counted from the reference year. */
  from: number;
  /** Rise of each year after the first, per cent. */
  rises: number[];
}

/** Facts an initiative answers with yes or no. */
export type Fact = 'service' | 'citizens' | 'it' | 'process' | 'old_way' | 'dependencies';

export interface InitiativeSpec {
  key: string;
  title: string;
  problem: string;
  gain: string;
  unit: string;
  /** Affected units besides the lead unit. */
  affects?: string[];
  /** Absent = not stated. */
  staff?: number;
  owner: string | null;
  manager: string | null;
  goal?: string;
  alsoGoals?: string[];
  kind?: InitiativeKind;
  size?: SizeClass;
  /** The law it follows from; makes it mandatory. */
  law?: string;
  jointWith?: string[];
  exempt?: BenefitExemptReason;
  category?: string;
  phase: Phase;
  /** Months in which the phases idea, analysis, proposed, approved and executing started, as far as it has come. */
  started: number[];
  /** Month of go-live: actual when past, planned when ahead. Absent = no date yet. */
  live?: number;
  /** Months the go-live moved since it was first planned. */
  slip?: number;
  /** Month in which realising started; two months after go-live when left out. */
  handedOver?: number;
  /** Month in which it was closed, stopped, rejected or put on hold. */
  ended?: number;
  cost?: CostSpec;
  /** Facts answered with yes; the others are answered with no. */
  yes?: Fact[];
  /** Facts nobody has answered. */
  unanswered?: Fact[];
  /** Latest confirmed status: how many days ago, and what was written. */
  status?: [rag: RagStatus, daysAgo: number, note: string];
  adoption?: AdoptionSpec[];
  gates?: GateSpec;
  decisions?: DecisionSpec[];
  steeringChair?: string;
  changeLead?: string;
  benefits: BenefitSpec[];
}

/** Thousands of kroner, hours for internal work. */
export interface CostSpec {
  oneOff: number;
  /** Per year from go-live. */
  operation?: number;
  hours?: number;
  /** Part of `oneOff` that is change effort. */
  change?: number;
  /** Share by which actual and forecast exceed the plan; negative = cheaper. */
  over?: number;
}

export interface AdoptionSpec {
  name: string;
  unit?: string;
  intended: number;
  target: number;
  /** Share in use in the first month after go-live and now. */
  actual: [first: number, now: number];
  /** Months since somebody last reported; absent = reported to the end of last month. */
  silentSince?: number;
}

/** How gates were passed where it did not go by the book. */
export interface GateSpec {
  /** Started without a decision. */
  undecided?: Gate[];
  /** Decided after the phase had started. */
  late?: Gate[];
  /** A required artefact was missing when the phase started. */
  incomplete?: Gate[];
  /** Decided by somebody without the mandate. */
  noMandate?: Gate[];
}

export interface DecisionSpec {
  kind: 'portfolio' | 'scope' | 'benefit_plan' | 'stop';
  body: string;
  decider: string | null;
  month: number;
  outcome: 'approve' | 'approve_with_conditions' | 'return' | 'hold' | 'stop' | 'reject';
  rationale: string;
  political?: boolean;
  executed?: boolean;
  /** Text, owner, days until due (negative = overdue), whether it is closed. */
  conditions?: [text: string, owner: string, dueInDays: number, closed: boolean][];
}

/** The benefit map of one initiative. Links name enablers and activities by key, benefits by title, goals by key. */
export interface BenefitMapSpec {
  initiative: string;
  enablers: { key: string; title: string; kind: EnablerKind; note?: string }[];
  activities: ChangeActivitySpec[];
  links: {
    from: string;
    to: string;
    required?: boolean;
    note?: string;
    /** Text, status, and days since it was last reviewed. */
    assumptions?: [text: string, status: AssumptionStatus, daysAgo: number][];
  }[];
}

export interface ChangeActivitySpec {
  key: string;
  title: string;
  kind: ChangeActivityKind;
  unit: string;
  owner: string;
  /** Month at whose end it is due, and month in which it was done. */
  due: number;
  done?: number;
  hours?: number;
  /** Thousands of kroner. */
  budget?: number;
  persons?: number;
  needed?: number;
  delivered?: number;
}

/** How measurements arrive. */
export type Follow =
  /** Nearly all, within the grace. */
  | 'on_time'
  /** One in five missing, three in ten after the grace. */
  | 'patchy'
  /** Nearly all, but most after the grace. */
  | 'late'
  /** None. */
  | 'never';

export interface BenefitSpec {
  /** Starts with a change word. */
  title: string;
  class: BenefitClass;
  for?: Beneficiary;
  disbenefit?: boolean;
  /** Thousands of kroner in a full year; absent = not in money. */
  value?: number;
  note?: string;
  measures?: MeasureSpec[];
  /** Owner of the initiative when left out; null = nobody. */
  owner?: string | null;
  /** Manager of the initiative when left out. */
  measurer?: string;
  /** Goal of the initiative when left out; null = none. */
  goal?: string | null;
  attribution?: number;
  attributionNote?: string;
  pool?: string;
  basis?: EstimateBasis;
  /** State where it does not follow from phase and measurements. */
  state?: BenefitState;
  reason?: string;
  /** Month in which the plan was re-baselined after go-live, the new full-year value, and why. */
  rebaselined?: [month: number, value: number, reason: string];
  calculation?: {
    calculator: 'time_saved' | 'unit_saving' | 'quantity_price' | 'amount';
    drivers: Record<string, string>;
  };
  /** Account and cost centre the money is taken from. */
  books?: [account: string, costCentre: string];
  /** What freed hours are used for. */
  hoursUsedFor?: string;
  /** Whether the saving comes from lower service. */
  scopeReduction?: true;
  ladder?: LadderSpec;
}

/** How finance answers what was measured, where it is not the ordinary way. Shares are 0–1. */
export interface LadderSpec {
  /** Share of the validated amount that reaches a budget, of that the share taken out, of that the share the accounts confirm. */
  climbs?: [budgeted: number, takenOut: number, confirmed: number];
  /** Thousands the budget of each whole year was lowered by before anything was measured, and why; measured amounts are part of it. */
  ahead?: [thousands: number, comment: string];
  /** How many of the latest amounts finance disputes, the test that failed, and why. */
  disputed?: [claims: number, test: ValidationTest, reason: string];
  /** A test that stays doubtful, and why the amounts are approved all the same. */
  doubt?: [test: ValidationTest, reason: string];
  /** Why the latest amount taken out whose month is closed was taken back. */
  reversed?: string;
  /** Days the latest amount taken out has waited for finance. */
  waits?: number;
}

export interface MeasureSpec {
  name: string;
  unit: string;
  from: number;
  to: number;
  every?: Frequency;
  source?: string;
  evidence?: EvidenceKind;
  /** How the starting point was found; measured before go-live when left out. `planned` = only a date is agreed. */
  baseline?: 'measured' | 'estimate' | 'after_go_live' | 'missing' | 'planned';
  /** Months from go-live to the final target; 12 when left out. */
  ramp?: number;
  /** Planned share reached halfway through the ramp; 0.5 when left out. */
  halfway?: number;
  interpolation?: 'linear' | 'step';
  /** Achieved share of the planned change: right after go-live and now, or one figure for all the time. */
  result?: number | [first: number, now: number];
  follow?: Follow;
  /** Months since the last measurement; later obligations stay open. */
  silentSince?: number;
  /** What somebody had guessed before the starting point was measured. */
  guessedFirst?: number;
  /** Values measured without being owed, before go-live: months ago, value. */
  pilot?: [monthsAgo: number, value: number][];
  /** How many of the latest due obligations are still open. */
  open?: number;
  /** Index from the latest measurement of one that was corrected later, with the reason. */
  corrected?: [index: number, reason: string];
  /** For money from units: kroner per unit of (before − value) × volume. */
  volume?: { perPeriod: number; rate: number };
  /** Whether the measured value is kroner gained in the period. */
  amount?: boolean;
}
