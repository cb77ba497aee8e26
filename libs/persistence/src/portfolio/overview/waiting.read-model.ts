import type { Transaction } from '../../database/transaction';
import { GATE_FACTS, type GateFactsRow } from '../gate-facts';
import { PROMISED_BENEFIT } from '../initiative-columns';

export interface WaitingQuestion {
  unitId: string;
  currency: string;
  today: string;
  /** Who asks. */
  personId: string | null;
  /** Units whose decisions and benefits the person may decide on; null = everywhere, empty = nowhere. */
  decides: string[] | null;
  approves: string[] | null;
}

interface WaitingInitiative {
  initiativeId: string;
  code: string;
  title: string;
  unitName: string;
}

/** An initiative on its way, with what the next gate is judged by. */
export interface WaitingGate extends WaitingInitiative {
  phase: string;
  phaseBeforeHold: string | null;
  goLivePlanned: string | null;
  goLiveActual: string | null;
  closedOn: string | null;
  sizeClass: string | null;
  ownerId: string | null;
  problem: string | null;
  primaryGoalId: string | null;
  mandatory: boolean;
  legalRef: string | null;
  affectedStaff: number | null;
  dependenciesAnswered: boolean | null;
  changesCitizenService: boolean | null;
  citizenFacing: boolean | null;
  hasItDelivery: boolean | null;
  replacesOldWay: boolean | null;
  benefitExempt: boolean;
  facts: GateFactsRow;
  passedGates: string[];
  /** Planned start of each phase that has one. */
  plannedStarts: Record<string, string>;
  /** Full-year value of its benefits; null without one. */
  amount: string | null;
}

export interface WaitingApproval extends WaitingInitiative {
  benefitId: string;
  benefitTitle: string;
  amount: string | null;
  due: string | null;
}

export interface WaitingCondition extends WaitingInitiative {
  decisionId: string;
  text: string;
  due: string | null;
}

export interface Waiting {
  gates: WaitingGate[];
  approvals: WaitingApproval[];
  conditions: WaitingCondition[];
  /** Measurements that are due from the person, in the whole organisation. */
  dueFromMe: number;
}

/** Which initiatives the person decides on. */
const within = (units: string) => `(${units}::uuid[] is null or u.ancestor_ids && ${units}::uuid[])`;
const INITIATIVE = `'initiativeId', i.id, 'code', i.code, 'title', i.title, 'unitName', u.name`;
const IN_SCOPE = `i.organisation_id = $1 and u.ancestor_ids @> array[$2::uuid]`;

/**
 * Everything that may wait for a person, to be judged by the rules of the portfolio: initiatives before a gate (closed ones
 * in the year around their benefit report), benefits profiled but not approved, open conditions – of decisions nobody
 * reversed – that are the person's own or lie where the person decides.
 */
export async function readWaiting(tx: Transaction, question: WaitingQuestion): Promise<Waiting> {
  const [row] = await tx.query<Waiting>(
    `select
       coalesce((select jsonb_agg(jsonb_build_object(${INITIATIVE}, 'phase', i.phase, 'phaseBeforeHold', i.phase_before_hold,
           'goLivePlanned', i.go_live_planned, 'goLiveActual', i.go_live_actual, 'closedOn', i.closed_on, 'sizeClass', i.size_class,
           'ownerId', i.owner_id, 'problem', left(i.problem, 1), 'primaryGoalId', i.primary_goal_id, 'mandatory', i.mandatory, 'legalRef', i.legal_ref, 'affectedStaff', i.affected_staff,
           'dependenciesAnswered', i.dependencies_answered, 'changesCitizenService', i.changes_citizen_service,
           'citizenFacing', i.citizen_facing, 'hasItDelivery', i.has_it_delivery, 'replacesOldWay', i.replaces_old_way,
           'benefitExempt', i.benefit_exempt, 'facts', ${GATE_FACTS},
           'passedGates', array(select g.gate from gate_passage g where g.organisation_id = i.organisation_id and g.initiative_id = i.id),
           'plannedStarts', (select coalesce(jsonb_object_agg(p.phase, p.planned_start), '{}') from phase_plan p
             where p.organisation_id = i.organisation_id and p.initiative_id = i.id and p.planned_start is not null),
           'amount', (select sum(b.polarity * b.full_year_value_minor)::text from benefit b where b.organisation_id = i.organisation_id
             and b.initiative_id = i.id and ${PROMISED_BENEFIT} and b.currency = $3)))
         from initiative i join unit u on u.organisation_id = i.organisation_id and u.id = i.unit_id
         where ${IN_SCOPE} and ${within('$5')} and (i.phase in ('idea', 'analysis', 'proposed', 'approved', 'executing', 'realising')
           or i.phase = 'closed' and i.closed_on between $4::date - interval '18 months' and $4::date - interval '11 months')), '[]') as gates,
       coalesce((select jsonb_agg(jsonb_build_object(${INITIATIVE}, 'benefitId', b.id, 'benefitTitle', b.title, 'due', i.go_live_planned,
           'amount', case when b.currency = $3 then (b.polarity * b.full_year_value_minor)::text end))
         from benefit b join initiative i on i.organisation_id = b.organisation_id and i.id = b.initiative_id
           join unit u on u.organisation_id = i.organisation_id and u.id = i.unit_id
         where ${IN_SCOPE} and ${within('$6')} and b.state = 'profiled'
           and i.phase not in ('closed', 'stopped', 'rejected', 'on_hold')), '[]') as approvals,
       coalesce((select jsonb_agg(jsonb_build_object(${INITIATIVE}, 'decisionId', d.id, 'text', c ->> 'text', 'due', c ->> 'due'))
         from decision d join initiative i on i.organisation_id = d.organisation_id and i.id = d.initiative_id
           join unit u on u.organisation_id = i.organisation_id and u.id = i.unit_id
           cross join lateral jsonb_array_elements(d.conditions) c
         where ${IN_SCOPE} and c ->> 'closedOn' is null and ((c ->> 'ownerId')::uuid = $7::uuid or ${within('$5')})
           and i.phase not in ('stopped', 'rejected')
           and not exists (select 1 from decision r where r.organisation_id = d.organisation_id and r.reverses_id = d.id)), '[]') as conditions,
       (select count(*)::int from benefit b join measure m on m.organisation_id = b.organisation_id and m.benefit_id = b.id
           join obligation x on x.organisation_id = m.organisation_id and x.measure_id = m.id
         where b.organisation_id = $1 and b.measurer_id = $7::uuid and b.state not in ('rejected', 'written_off', 'closed')
           and x.due_on <= $4::date and x.waived_reason is null and not exists (select 1 from measurement a
             where a.organisation_id = x.organisation_id and a.obligation_id = x.id)) as "dueFromMe"`,
    [
      tx.organisationId,
      question.unitId,
      question.currency,
      question.today,
      question.decides,
      question.approves,
      question.personId,
    ],
  );
  if (!row) throw new Error('A select without a table has one row');
  return row;
}
