import type { Transaction } from '../database/transaction';
import type { Absence } from '../portfolio/json-columns';

/** Amounts (minor units) and quantities are exact decimals as text; dates are calendar dates. */
export interface BaselineRecord {
  id: string;
  value: string | null;
  measuredOn: string | null;
  plannedOn: string | null;
  evidenceKind: string | null;
  comment: string | null;
  recordedAt: string;
  recordedByName: string | null;
}

export interface MeasurementRecord {
  id: string;
  measureId: string;
  obligationId: string | null;
  date: string;
  value: string;
  volume: string | null;
  evidenceKind: string;
  comment: string | null;
  supersedesId: string | null;
  /** Whether no later entry replaces it. */
  current: boolean;
  recordedAt: string;
  recordedByName: string | null;
}

export interface ObligationRecord {
  id: string;
  measureId: string;
  periodStart: string;
  periodEnd: string;
  dueOn: string;
  graceUntil: string;
  waivedReason: string | null;
}

export interface PointRecord {
  dueOn: string;
  value: string;
}

export interface MeasureRecord {
  id: string;
  benefitId: string;
  position: number;
  name: string;
  unit: string;
  direction: 'up' | 'down';
  method: string | null;
  source: string | null;
  frequency: string;
  firstDue: string | null;
  trackUntil: string | null;
  interpolation: 'linear' | 'step';
  moneyBasis: string;
  unitBefore: string | null;
  rateMinor: string | null;
  version: number;
  /** Latest recorded first; the first is in force. */
  baselines: BaselineRecord[];
  /** The draft path, by date. */
  targetPoints: PointRecord[];
  /** By date, superseded ones included. */
  measurements: MeasurementRecord[];
  obligations: ObligationRecord[];
}

export interface PlanVersionRecord {
  id: string;
  number: number;
  kind: string;
  decidedOn: string;
  decisionId: string | null;
  reason: string | null;
  fullYearValueMinor: string | null;
  attribution: string;
  startsOn: string | null;
  endsOn: string | null;
  /** The go-live the version was made for; null = as the benefit's. */
  goLiveAssumed: string | null;
  recordedAt: string;
  recordedByName: string | null;
  measures: {
    measureId: string;
    baselineValue: string | null;
    interpolation: 'linear' | 'step';
    points: PointRecord[];
  }[];
}

/** One benefit with everything it owns, and the names its page shows. */
export interface BenefitRecord {
  id: string;
  version: number;
  initiativeId: string;
  initiativeCode: string;
  initiativeTitle: string;
  initiativePhase: string;
  initiativeUnitAncestorIds: string[];
  initiativeOwnerId: string | null;
  initiativeManagerId: string | null;
  goLiveFirstPlanned: string | null;
  goLivePlanned: string | null;
  goLiveActual: string | null;
  title: string;
  description: string | null;
  state: string;
  stateSince: string;
  stateReason: string | null;
  class: string;
  beneficiary: string;
  polarity: 1 | -1;
  monetised: boolean;
  fullYearValueMinor: string | null;
  wholeLifeValueMinor: string | null;
  currency: string;
  priceYear: number | null;
  startsOn: string | null;
  endsOn: string | null;
  ownerId: string | null;
  ownerName: string | null;
  ownerUnitId: string | null;
  measurerId: string | null;
  measurerName: string | null;
  goalId: string | null;
  contributesToId: string | null;
  contributesToTitle: string | null;
  contributors: { benefitId: string; title: string; initiativeTitle: string }[];
  attribution: string;
  attributionNote: string | null;
  poolId: string | null;
  estimateBasis: string | null;
  confidence: string | null;
  estimateLowMinor: string | null;
  estimateLikelyMinor: string | null;
  estimateHighMinor: string | null;
  costOfMeasuringMinor: string | null;
  testDescription: boolean | null;
  testObservation: boolean | null;
  testAttribution: boolean | null;
  testMeasurement: boolean | null;
  calculation: unknown;
  account: string | null;
  costCentre: string | null;
  scopeReduction: boolean;
  hoursUsedFor: string | null;
  /** The go-live the draft plan was made for; null = none was planned then. */
  goLiveAssumed: string | null;
  ownerHandedOverFrom: string | null;
  ownerHandedOverFromName: string | null;
  ownerHandedOverOn: string | null;
  measurerHandedOverFrom: string | null;
  measurerHandedOverFromName: string | null;
  measurerHandedOverOn: string | null;
  approvedOn: string | null;
  frozenOn: string | null;
  firstRealisedOn: string | null;
  confirmedOn: string | null;
  absences: Record<string, Absence>;
  createdAt: Date;
  updatedAt: Date;
  measures: MeasureRecord[];
  planVersions: PlanVersionRecord[];
}

const list = (select: string) => `coalesce((${select}), '[]'::jsonb)`;

const BASELINES =
  list(`select jsonb_agg(jsonb_build_object('id', x.id, 'value', x.value::text, 'measuredOn', x.measured_on, 'plannedOn', x.planned_on,
    'evidenceKind', x.evidence_kind, 'comment', x.comment, 'recordedAt', x.recorded_at, 'recordedByName', p.name) order by x.recorded_at desc, x.id desc)
  from baseline x left join person p on p.organisation_id = x.organisation_id and p.id = x.recorded_by
  where x.organisation_id = m.organisation_id and x.measure_id = m.id`);

const POINTS = list(`select jsonb_agg(jsonb_build_object('dueOn', x.due_on, 'value', x.value::text) order by x.due_on)
  from target_point x where x.organisation_id = m.organisation_id and x.measure_id = m.id`);

const MEASUREMENTS =
  list(`select jsonb_agg(jsonb_build_object('id', x.id, 'measureId', x.measure_id, 'obligationId', x.obligation_id, 'date', x.measured_on,
    'value', x.value::text, 'volume', x.volume::text, 'evidenceKind', x.evidence_kind, 'comment', x.comment, 'supersedesId', x.supersedes_id,
    'current', not exists (select from measurement s where s.organisation_id = x.organisation_id and s.supersedes_id = x.id),
    'recordedAt', x.recorded_at, 'recordedByName', p.name) order by x.measured_on, x.recorded_at, x.id)
  from measurement x left join person p on p.organisation_id = x.organisation_id and p.id = x.recorded_by
  where x.organisation_id = m.organisation_id and x.measure_id = m.id`);

const OBLIGATIONS =
  list(`select jsonb_agg(jsonb_build_object('id', x.id, 'measureId', x.measure_id, 'periodStart', x.period_start, 'periodEnd', x.period_end,
    'dueOn', x.due_on, 'graceUntil', x.grace_until, 'waivedReason', x.waived_reason) order by x.period_end)
  from obligation x where x.organisation_id = m.organisation_id and x.measure_id = m.id`);

const MEASURES =
  list(`select jsonb_agg(jsonb_build_object('id', m.id, 'benefitId', m.benefit_id, 'position', m.position, 'name', m.name, 'unit', m.unit,
    'direction', m.direction, 'method', m.method, 'source', m.source, 'frequency', m.frequency, 'firstDue', m.first_due, 'trackUntil', m.track_until,
    'interpolation', m.interpolation, 'moneyBasis', m.money_basis, 'unitBefore', m.unit_before::text, 'rateMinor', m.rate_minor::text, 'version', m.version,
    'baselines', ${BASELINES}, 'targetPoints', ${POINTS}, 'measurements', ${MEASUREMENTS}, 'obligations', ${OBLIGATIONS}) order by m.position, m.created_at, m.id)
  from measure m where m.organisation_id = b.organisation_id and m.benefit_id = b.id`);

const PLAN_VERSIONS =
  list(`select jsonb_agg(jsonb_build_object('id', v.id, 'number', v.number, 'kind', v.kind, 'decidedOn', v.decided_on, 'decisionId', v.decision_id,
    'reason', v.reason, 'fullYearValueMinor', v.full_year_value_minor::text, 'attribution', v.attribution::text, 'startsOn', v.starts_on, 'endsOn', v.ends_on,
    'goLiveAssumed', v.go_live_assumed, 'recordedAt', v.recorded_at, 'recordedByName', p.name,
    'measures', ${list(`select jsonb_agg(jsonb_build_object('measureId', pm.measure_id, 'baselineValue', pm.baseline_value::text, 'interpolation', pm.interpolation,
        'points', ${list(`select jsonb_agg(jsonb_build_object('dueOn', pp.due_on, 'value', pp.value::text) order by pp.due_on) from plan_point pp
          where pp.organisation_id = pm.organisation_id and pp.plan_version_id = pm.plan_version_id and pp.measure_id = pm.measure_id`)}))
      from plan_measure pm where pm.organisation_id = v.organisation_id and pm.plan_version_id = v.id`)}) order by v.number)
  from plan_version v left join person p on p.organisation_id = v.organisation_id and p.id = v.recorded_by
  where v.organisation_id = b.organisation_id and v.benefit_id = b.id`);

const CONTRIBUTORS =
  list(`select jsonb_agg(jsonb_build_object('benefitId', c.id, 'title', c.title, 'initiativeTitle', ci.title) order by c.title, c.id)
  from benefit c join initiative ci on ci.organisation_id = c.organisation_id and ci.id = c.initiative_id
  where c.organisation_id = b.organisation_id and c.contributes_to_id = b.id`);

const COLUMNS = `b.id, b.version, b.initiative_id as "initiativeId", i.code as "initiativeCode", i.title as "initiativeTitle", i.phase as "initiativePhase",
  u.ancestor_ids as "initiativeUnitAncestorIds", i.owner_id as "initiativeOwnerId", i.manager_id as "initiativeManagerId", i.go_live_first_planned as "goLiveFirstPlanned", i.go_live_planned as "goLivePlanned", i.go_live_actual as "goLiveActual",
  b.title, b.description, b.state, b.state_since as "stateSince", b.state_reason as "stateReason", b.class, b.beneficiary, b.polarity, b.monetised,
  b.full_year_value_minor::text as "fullYearValueMinor", b.whole_life_value_minor::text as "wholeLifeValueMinor", b.currency, b.price_year as "priceYear",
  b.starts_on as "startsOn", b.ends_on as "endsOn", b.owner_id as "ownerId", o.name as "ownerName", b.owner_unit_id as "ownerUnitId",
  b.measurer_id as "measurerId", r.name as "measurerName", b.goal_id as "goalId", b.contributes_to_id as "contributesToId", aim.title as "contributesToTitle",
  ${CONTRIBUTORS} as contributors,
  b.attribution::text as attribution, b.attribution_note as "attributionNote", b.pool_id as "poolId", b.estimate_basis as "estimateBasis",
  b.confidence::text as confidence, b.estimate_low_minor::text as "estimateLowMinor", b.estimate_likely_minor::text as "estimateLikelyMinor",
  b.estimate_high_minor::text as "estimateHighMinor", b.cost_of_measuring_minor::text as "costOfMeasuringMinor",
  b.test_description as "testDescription", b.test_observation as "testObservation", b.test_attribution as "testAttribution", b.test_measurement as "testMeasurement",
  b.go_live_assumed as "goLiveAssumed", b.owner_handed_over_from as "ownerHandedOverFrom", former_owner.name as "ownerHandedOverFromName",
  b.owner_handed_over_on as "ownerHandedOverOn", b.measurer_handed_over_from as "measurerHandedOverFrom",
  former_measurer.name as "measurerHandedOverFromName", b.measurer_handed_over_on as "measurerHandedOverOn",
  b.calculation, b.account, b.cost_centre as "costCentre", b.scope_reduction as "scopeReduction", b.hours_used_for as "hoursUsedFor", b.approved_on as "approvedOn", b.frozen_on as "frozenOn", b.first_realised_on as "firstRealisedOn", b.confirmed_on as "confirmedOn",
  b.absences, b.created_at as "createdAt", b.updated_at as "updatedAt"`;

/**
 * Benefits with everything they own, in one statement, in the order of the ids; ids of other organisations or of nothing
 * are left out.
 */
export async function readBenefitRecords(tx: Transaction, ids: readonly string[]): Promise<BenefitRecord[]> {
  if (ids.length === 0) return [];
  return tx.query<BenefitRecord>(
    `select ${COLUMNS}, ${MEASURES} as measures, ${PLAN_VERSIONS} as "planVersions"
     from unnest($2::uuid[]) with ordinality as wanted(id, place)
     join benefit b on b.organisation_id = $1 and b.id = wanted.id
     join initiative i on i.organisation_id = b.organisation_id and i.id = b.initiative_id
     join unit u on u.organisation_id = i.organisation_id and u.id = i.unit_id
     left join person o on o.organisation_id = b.organisation_id and o.id = b.owner_id
     left join person r on r.organisation_id = b.organisation_id and r.id = b.measurer_id
     left join person former_owner on former_owner.organisation_id = b.organisation_id and former_owner.id = b.owner_handed_over_from
     left join person former_measurer on former_measurer.organisation_id = b.organisation_id and former_measurer.id = b.measurer_handed_over_from
     left join benefit aim on aim.organisation_id = b.organisation_id and aim.id = b.contributes_to_id
     order by wanted.place`,
    [tx.organisationId, [...ids]],
  );
}
