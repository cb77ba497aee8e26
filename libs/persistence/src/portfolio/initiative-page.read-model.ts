import type { Transaction } from '../database/transaction';
import { RowNotFound } from '../database/versioned-update';
import { GATE_FACTS, type GateFactsRow } from './gate-facts';
import { type InitiativeSummaryRow, SUMMARY_COLUMNS, SUMMARY_TABLES } from './initiative-columns';
import type { Absence } from './json-columns';

/** Everything the page of one initiative shows, its cost lines, benefits, decisions and history aside. */
export interface InitiativePageRow extends InitiativeSummaryRow {
  problem: string | null;
  description: string | null;
  expectedGain: string | null;
  roughCost: string | null;
  phaseSince: string;
  phaseBeforeHold: string | null;
  legalRef: string | null;
  jointWith: string[];
  affectedStaff: number | null;
  sizeClass: string | null;
  projectModel: string | null;
  startActual: string | null;
  goLiveFirstPlanned: string | null;
  closedOn: string | null;
  changesCitizenService: boolean | null;
  citizenFacing: boolean | null;
  hasItDelivery: boolean | null;
  processChangeExpected: boolean | null;
  replacesOldWay: boolean | null;
  dependenciesAnswered: boolean | null;
  benefitExempt: boolean;
  benefitExemptReason: string | null;
  statusRag: string | null;
  statusConfirmedByName: string | null;
  externalKey: string | null;
  absences: Record<string, Absence>;
  createdAt: Date;
  affectedUnits: { unitId: string; unitName: string; share: string | null }[];
  secondaryGoalIds: string[];
  phasePlan: {
    phase: string;
    plannedStart: string | null;
    plannedEnd: string | null;
    actualStart: string | null;
    actualEnd: string | null;
  }[];
  /** Gates passed so far, in order of passing. */
  passedGates: string[];
  unitAncestorIds: string[];
  facts: GateFactsRow;
  today: string;
}

/** @throws RowNotFound */
export async function readInitiativePage(tx: Transaction, id: string): Promise<InitiativePageRow> {
  const [row] = await tx.query<InitiativePageRow>(
    `select ${SUMMARY_COLUMNS},
       i.problem, i.description, i.expected_gain as "expectedGain", i.rough_cost_minor::text as "roughCost",
       i.phase_since as "phaseSince", i.phase_before_hold as "phaseBeforeHold", i.legal_ref as "legalRef", i.joint_with as "jointWith",
       i.affected_staff as "affectedStaff", i.size_class as "sizeClass", i.project_model as "projectModel",
       i.start_actual as "startActual", i.go_live_first_planned as "goLiveFirstPlanned", i.closed_on as "closedOn",
       i.changes_citizen_service as "changesCitizenService", i.citizen_facing as "citizenFacing", i.has_it_delivery as "hasItDelivery",
       i.process_change_expected as "processChangeExpected", i.replaces_old_way as "replacesOldWay",
       i.dependencies_answered as "dependenciesAnswered", i.benefit_exempt as "benefitExempt",
       i.benefit_exempt_reason as "benefitExemptReason", i.status_rag as "statusRag", c.name as "statusConfirmedByName",
       i.external_key as "externalKey", i.absences, i.created_at as "createdAt", u.ancestor_ids as "unitAncestorIds",
       (now() at time zone n.time_zone)::date as today,
       coalesce((select jsonb_agg(jsonb_build_object('unitId', x.unit_id, 'unitName', v.name, 'share', trim_scale(x.share)::text) order by v.name, v.id)
         from initiative_affected_unit x join unit v on v.organisation_id = x.organisation_id and v.id = x.unit_id
         where x.organisation_id = i.organisation_id and x.initiative_id = i.id), '[]') as "affectedUnits",
       array(select x.goal_id from initiative_secondary_goal x join goal y on y.organisation_id = x.organisation_id and y.id = x.goal_id
         where x.organisation_id = i.organisation_id and x.initiative_id = i.id order by y.code, y.id) as "secondaryGoalIds",
       coalesce((select jsonb_agg(jsonb_build_object('phase', x.phase, 'plannedStart', x.planned_start, 'plannedEnd', x.planned_end,
           'actualStart', x.actual_start, 'actualEnd', x.actual_end)
           order by array_position(array['idea','analysis','proposed','approved','executing','realising'], x.phase))
         from phase_plan x where x.organisation_id = i.organisation_id and x.initiative_id = i.id), '[]') as "phasePlan",
       array(select x.gate from gate_passage x where x.organisation_id = i.organisation_id and x.initiative_id = i.id
         order by x.phase_started_on, x.created_at) as "passedGates",
       ${GATE_FACTS} as facts
     from ${SUMMARY_TABLES}
       join organisation n on n.organisation_id = i.organisation_id
       left join person c on c.organisation_id = i.organisation_id and c.id = i.status_confirmed_by
     where i.organisation_id = $1 and i.id = $2`,
    [tx.organisationId, id],
  );
  if (!row) throw new RowNotFound('initiative');
  return row;
}
