import type { CalendarDate } from '@hoest/quantities';

/** Half-open validity: from its first day up to, but not with, `validTo`; null = open. */
export interface Validity {
  validFrom: CalendarDate;
  validTo: CalendarDate | null;
}

export interface UnitFacts extends Validity {
  id: string;
  parentId: string | null;
  level: number;
  code: string;
  /** Itself and every unit above it. */
  ancestorIds: readonly string[];
}

export interface PersonFacts extends Validity {
  id: string;
  unitId: string;
  managerLevel: string;
  active: boolean;
}

export interface RoleFacts extends Validity {
  id: string;
  personId: string;
  objectKind: string;
  objectId: string;
  role: string;
}

export interface StrategyFacts extends Validity {
  id: string;
  adoptedBy: string | null;
  adoptedOn: CalendarDate | null;
  followups: readonly { heldOn: CalendarDate; body: string }[];
}

export interface GoalFacts extends Validity {
  id: string;
  strategyId: string;
  kpi: string | null;
  baselineValue: string | null;
  /** Number of dated targets. */
  targets: number;
}

export interface AdoptionSeriesFacts {
  intended: string | null;
  targetRate: string;
  points: readonly { month: CalendarDate; actualRate: string }[];
}

export interface GatePassageFacts {
  id: string;
  phaseStartedOn: CalendarDate;
  artefacts: readonly { required?: unknown; complete?: unknown }[];
  decision: { decidedOn: CalendarDate; outcome: string; mandateOk: boolean; rationale: string | null } | null;
}

export interface InitiativeFacts {
  id: string;
  unitId: string;
  affectedUnitIds: readonly string[];
  phase: string;
  closedOn: CalendarDate | null;
  ownerId: string | null;
  managerId: string | null;
  primaryGoalId: string | null;
  goLivePlanned: CalendarDate | null;
  goLiveActual: CalendarDate | null;
  affectedStaff: number | null;
  dependenciesAnswered: boolean | null;
  changesCitizenService: boolean | null;
  hasItDelivery: boolean | null;
  benefitExempt: boolean;
  benefitExemptReason: string | null;
  /** The latest confirmation; `statusConfirmations` holds the earlier ones, too. */
  statusConfirmedOn: CalendarDate | null;
  statusConfirmations: readonly CalendarDate[];
  /** Planned costs per line in minor units; null = the line has no plan. */
  plannedCosts: readonly (bigint | null)[];
  passages: readonly GatePassageFacts[];
  adoption: readonly AdoptionSeriesFacts[];
  benefits: readonly BenefitFacts[];
}

export interface BenefitFacts {
  id: string;
  state: string;
  beneficiary: string;
  polarity: number;
  monetised: boolean;
  ownerId: string | null;
  ownerUnitId: string | null;
  goalId: string | null;
  confirmedOn: CalendarDate | null;
  measures: readonly MeasureFacts[];
  planVersions: readonly PlanVersionFacts[];
  /** Money per month (F22 with F14) as the benefits lib computes it for the as-of date. */
  months: readonly BenefitMonthFacts[];
}

export interface MeasureFacts {
  id: string;
  position: number;
  baselines: readonly {
    id: string;
    value: string | null;
    measuredOn: CalendarDate | null;
    plannedOn: CalendarDate | null;
    evidenceKind: string | null;
    recordedAt: Date;
  }[];
  /** Number of points of the target path as it stands now. */
  targetPoints: number;
  obligations: readonly {
    id: string;
    periodStart: CalendarDate;
    periodEnd: CalendarDate;
    graceUntil: CalendarDate;
    waivedReason: string | null;
  }[];
  measurements: readonly {
    id: string;
    obligationId: string | null;
    measuredOn: CalendarDate;
    value: string;
    supersedesId: string | null;
    /** Day it was recorded, Copenhagen time. */
    recordedOn: CalendarDate;
  }[];
}

export interface PlanVersionFacts {
  kind: string;
  number: number;
  decidedOn: CalendarDate;
  fullYearValueMinor: bigint | null;
  measures: readonly {
    measureId: string;
    baselineValue: string | null;
    points: readonly { dueOn: CalendarDate; value: string }[];
  }[];
}

export interface BenefitMonthFacts {
  month: CalendarDate;
  plannedMinor: bigint;
  realisedMinor: bigint;
  status: 'measured' | 'not_measured' | 'not_due';
}

/** Everything of one organisation that the indicators read, as plain objects. Lists in any order. */
export interface OracleFacts {
  units: readonly UnitFacts[];
  persons: readonly PersonFacts[];
  roles: readonly RoleFacts[];
  strategies: readonly StrategyFacts[];
  goals: readonly GoalFacts[];
  initiatives: readonly InitiativeFacts[];
}

/** One member as the oracle finds it; compared with the stored row field by field. */
export interface OracleMember {
  indicatorId: string;
  scopeKind: 'initiative' | 'strategy' | 'person_register';
  /** Null = the one scope of the person register. */
  scopeId: string | null;
  objectId: string;
  unitId: string;
  memberGroup: string | null;
  /** Plain decimals without trailing zeros. */
  numerator: string;
  denominator: string;
  status: 'counted' | 'missing' | 'exempt';
  reason: string;
  fresh: boolean | null;
}

/** Finds the members of one indicator in the whole organisation on a day. */
export type OracleIndicator = (facts: OracleFacts, asOf: CalendarDate) => OracleMember[];
