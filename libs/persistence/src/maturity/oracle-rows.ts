import type { Interpolation, MeasureDirection, MoneyBasis, PlanVersionKind, Polarity } from '@hoest/benefits';
import type { CalendarDate } from '@hoest/quantities';
import type { Transaction } from '../database/transaction';

type Day = CalendarDate;
type MaybeDay = CalendarDate | null;
interface Valid {
  validFrom: Day;
  validTo: MaybeDay;
}

/** Columns of one table by the name each has in code; numeric and bigint come as text. */
interface Tables {
  units: Valid & { id: string; parentId: string | null; level: number; code: string; ancestorIds: string[] };
  persons: Valid & { id: string; unitId: string; managerLevel: string; active: boolean };
  roles: Valid & { id: string; personId: string; objectKind: string; objectId: string; role: string };
  strategies: Valid & { id: string; adoptedBy: string | null; adoptedOn: MaybeDay };
  followups: { strategyId: string; heldOn: Day; body: string };
  goals: Valid & { id: string; strategyId: string; kpi: string | null; baselineValue: string | null };
  goalTargets: { goalId: string };
  initiatives: {
    id: string;
    unitId: string;
    phase: string;
    closedOn: MaybeDay;
    ownerId: string | null;
    managerId: string | null;
    primaryGoalId: string | null;
    goLivePlanned: MaybeDay;
    goLiveActual: MaybeDay;
    affectedStaff: number | null;
    dependenciesAnswered: boolean | null;
    changesCitizenService: boolean | null;
    hasItDelivery: boolean | null;
    benefitExempt: boolean;
    benefitExemptReason: string | null;
    statusConfirmedOn: MaybeDay;
  };
  affectedUnits: { initiativeId: string; unitId: string };
  costLines: { initiativeId: string; planMinor: string | null };
  statusConfirmations: { initiativeId: string; confirmedOn: Day };
  gatePassages: {
    id: string;
    initiativeId: string;
    phaseStartedOn: Day;
    artefacts: { required?: unknown; complete?: unknown }[];
    decisionId: string | null;
  };
  decisions: { id: string; decidedOn: Day; outcome: string; mandateOk: boolean; rationale: string | null };
  adoptionSeries: { id: string; initiativeId: string; intended: string | null; targetRate: string };
  adoptionPoints: { seriesId: string; month: Day; actualRate: string };
  benefits: {
    id: string;
    initiativeId: string;
    state: string;
    beneficiary: string;
    polarity: Polarity;
    monetised: boolean;
    currency: string;
    attribution: string;
    startsOn: MaybeDay;
    endsOn: MaybeDay;
    ownerId: string | null;
    ownerUnitId: string | null;
    goalId: string | null;
    poolId: string | null;
    confirmedOn: MaybeDay;
  };
  pools: { id: string; removablePerMonthMinor: string; currency: string; periodFrom: Day; periodTo: MaybeDay };
  poolShares: { poolId: string; benefitId: string; share: string };
  measures: {
    id: string;
    benefitId: string;
    position: number;
    unit: string;
    direction: MeasureDirection;
    trackUntil: MaybeDay;
    moneyBasis: MoneyBasis;
    unitBefore: string | null;
    rateMinor: string | null;
  };
  baselines: {
    id: string;
    measureId: string;
    value: string | null;
    measuredOn: MaybeDay;
    plannedOn: MaybeDay;
    evidenceKind: string | null;
    recordedAt: Date;
  };
  targetPoints: { measureId: string };
  planVersions: {
    id: string;
    benefitId: string;
    kind: PlanVersionKind;
    number: number;
    decidedOn: Day;
    fullYearValueMinor: string | null;
    attribution: string;
    startsOn: MaybeDay;
    endsOn: MaybeDay;
  };
  planMeasures: {
    planVersionId: string;
    measureId: string;
    baselineValue: string | null;
    interpolation: Interpolation;
  };
  planPoints: { planVersionId: string; measureId: string; dueOn: Day; value: string };
  obligations: {
    id: string;
    measureId: string;
    periodStart: Day;
    periodEnd: Day;
    graceUntil: Day;
    waivedReason: string | null;
  };
  measurements: {
    id: string;
    measureId: string;
    obligationId: string | null;
    measuredOn: Day;
    value: string;
    volume: string | null;
    supersedesId: string | null;
    recordedOn: Day;
  };
}

const VALID = 'valid_from valid_to';

/** Table and columns behind each list; the names in code are the camel-case forms. */
const SOURCES: Record<keyof Tables, [table: string, columns: string]> = {
  units: ['unit', `id parent_id level code ancestor_ids ${VALID}`],
  persons: ['person', `id unit_id manager_level active ${VALID}`],
  roles: ['role_assignment', `id person_id object_kind object_id role ${VALID}`],
  strategies: ['strategy', `id adopted_by adopted_on ${VALID}`],
  followups: ['political_followup', 'strategy_id held_on body'],
  goals: ['goal', `id strategy_id kpi baseline_value ${VALID}`],
  goalTargets: ['goal_target', 'goal_id'],
  initiatives: [
    'initiative',
    'id unit_id phase closed_on owner_id manager_id primary_goal_id go_live_planned go_live_actual affected_staff dependencies_answered ' +
      'changes_citizen_service has_it_delivery benefit_exempt benefit_exempt_reason status_confirmed_on',
  ],
  affectedUnits: ['initiative_affected_unit', 'initiative_id unit_id'],
  costLines: ['cost_line', 'initiative_id plan_minor'],
  statusConfirmations: ['status_confirmation', 'initiative_id confirmed_on'],
  gatePassages: ['gate_passage', 'id initiative_id phase_started_on artefacts decision_id'],
  decisions: ['decision', 'id decided_on outcome mandate_ok rationale'],
  adoptionSeries: ['adoption_series', 'id initiative_id intended target_rate'],
  adoptionPoints: ['adoption_point', 'series_id month actual_rate'],
  benefits: [
    'benefit',
    'id initiative_id state beneficiary polarity monetised currency attribution starts_on ends_on owner_id owner_unit_id goal_id pool_id confirmed_on',
  ],
  pools: ['benefit_pool', 'id removable_per_month_minor currency period_from period_to'],
  poolShares: ['pool_share', 'pool_id benefit_id share'],
  measures: ['measure', 'id benefit_id position unit direction track_until money_basis unit_before rate_minor'],
  baselines: ['baseline', 'id measure_id value measured_on planned_on evidence_kind recorded_at'],
  targetPoints: ['target_point', 'measure_id'],
  planVersions: [
    'plan_version',
    'id benefit_id kind number decided_on full_year_value_minor attribution starts_on ends_on',
  ],
  planMeasures: ['plan_measure', 'plan_version_id measure_id baseline_value interpolation'],
  planPoints: ['plan_point', 'plan_version_id measure_id due_on value'],
  obligations: ['obligation', 'id measure_id period_start period_end grace_until waived_reason'],
  measurements: ['measurement', 'id measure_id obligation_id measured_on value volume supersedes_id recorded_on'],
};

type Lists = { [Name in keyof Tables]: Tables[Name][] };

/** All rows, and those the money per month is looked up by. */
export interface OracleRows extends Lists {
  measuresByBenefit: Map<string, Tables['measures'][]>;
  versionsByBenefit: Map<string, Tables['planVersions'][]>;
  baselinesByMeasure: Map<string, Tables['baselines'][]>;
  obligationsByMeasure: Map<string, Tables['obligations'][]>;
  measurementsByMeasure: Map<string, Tables['measurements'][]>;
  /** Keys: plan version id, space, measure id. */
  planMeasureByKey: Map<string, Tables['planMeasures']>;
  planPointsByKey: Map<string, Tables['planPoints'][]>;
}

const camelCase = (column: string) => column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

function columnSql(column: string): string {
  const source = column === 'recorded_on' ? `(recorded_at at time zone 'Europe/Copenhagen')::date` : column;
  return `${source} as "${camelCase(column)}"`;
}

/** Reads every source table of the organisation; nothing is filtered or joined in SQL. */
export async function readOracleRows(tx: Transaction): Promise<OracleRows> {
  const lists: Record<string, unknown[]> = {};
  for (const [name, [table, columns]] of Object.entries(SOURCES)) {
    const selected = columns.split(' ').map(columnSql).join(', ');
    lists[name] = await tx.query(`select ${selected} from ${table} where organisation_id = $1`, [tx.organisationId]);
  }
  const rows = lists as unknown as Lists;
  const keyOf = (row: { planVersionId: string; measureId: string }) => `${row.planVersionId} ${row.measureId}`;
  return {
    ...rows,
    measuresByBenefit: Map.groupBy(rows.measures, (row) => row.benefitId),
    versionsByBenefit: Map.groupBy(rows.planVersions, (row) => row.benefitId),
    baselinesByMeasure: Map.groupBy(rows.baselines, (row) => row.measureId),
    obligationsByMeasure: Map.groupBy(rows.obligations, (row) => row.measureId),
    measurementsByMeasure: Map.groupBy(rows.measurements, (row) => row.measureId),
    planMeasureByKey: new Map(rows.planMeasures.map((row) => [keyOf(row), row])),
    planPointsByKey: Map.groupBy(rows.planPoints, keyOf),
  };
}
