import {
  type Bind,
  type FilterValue,
  type ListPage,
  listPage,
  type ListPlan,
  type ListRequest,
} from '../database/list-page';
import type { Transaction } from '../database/transaction';
import { RowNotFound } from '../database/versioned-update';
import type { DecisionCondition, GateArtefact } from './json-columns';

export interface DecisionRow {
  id: string;
  initiativeId: string | null;
  initiativeCode: string | null;
  initiativeTitle: string | null;
  kind: string;
  body: string;
  deciderId: string | null;
  deciderName: string | null;
  mandateOk: boolean;
  askedOn: string | null;
  decidedOn: string;
  outcome: string;
  rationale: string | null;
  conditions: DecisionCondition[];
  followUpDue: string | null;
  executedOn: string | null;
  political: boolean;
  reversesId: string | null;
  recordedAt: Date;
  version: number;
  /** Unit of the initiative and those above it; null for a decision on no single initiative. */
  unitAncestorIds: string[] | null;
}

const COLUMNS = `d.id, d.initiative_id as "initiativeId", i.code as "initiativeCode", i.title as "initiativeTitle", d.kind, d.body,
  d.decider_id as "deciderId", p.name as "deciderName", d.mandate_ok as "mandateOk", d.asked_on as "askedOn", d.decided_on as "decidedOn",
  d.outcome, d.rationale, d.conditions, d.follow_up_due as "followUpDue", d.executed_on as "executedOn", d.political,
  d.reverses_id as "reversesId", d.recorded_at as "recordedAt", d.version, u.ancestor_ids as "unitAncestorIds"`;
const TABLES = `decision d
  left join initiative i on i.organisation_id = d.organisation_id and i.id = d.initiative_id
  left join unit u on u.organisation_id = i.organisation_id and u.id = i.unit_id
  left join person p on p.organisation_id = d.organisation_id and p.id = d.decider_id`;

/** One page of the decision log. A unit stands for itself and everything below it. */
export function listDecisions(tx: Transaction, request: ListRequest): Promise<ListPage<DecisionRow>> {
  const plan: ListPlan = {
    select: COLUMNS,
    from: TABLES,
    id: 'd.id',
    where: (bind) => [`d.organisation_id = ${bind(tx.organisationId)}`],
    sorts: { decidedOn: { sql: 'd.decided_on', kind: 'date', required: true } },
    filters: {
      initiativeId: { sql: 'd.initiative_id', kind: 'uuid' },
      kind: { sql: 'd.kind', kind: 'text' },
      outcome: { sql: 'd.outcome', kind: 'text' },
      unitId: ({ in: ids = [] }: FilterValue, bind: Bind) => `u.ancestor_ids && ${bind(ids)}::uuid[]`,
      decidedOn: { sql: 'd.decided_on', kind: 'date' },
    },
    search: [
      `coalesce(i.title, '')`,
      `coalesce(i.code, '')`,
      'd.body',
      `coalesce(d.rationale, '')`,
      `coalesce(p.name, '')`,
    ],
  };
  return listPage(tx, plan, request);
}

/** @throws RowNotFound */
export async function readDecision(tx: Transaction, id: string): Promise<DecisionRow> {
  const [row] = await tx.query<DecisionRow>(
    `select ${COLUMNS} from ${TABLES} where d.organisation_id = $1 and d.id = $2`,
    [tx.organisationId, id],
  );
  if (!row) throw new RowNotFound('decision');
  return row;
}

export interface GatePassageRow {
  id: string;
  initiativeId: string;
  gate: string;
  fromPhase: string;
  toPhase: string;
  phaseStartedOn: string;
  artefacts: GateArtefact[];
  decisionId: string | null;
  version: number;
}

/** Gates an initiative has passed, earliest first. */
export function listGatePassages(tx: Transaction, initiativeId: string): Promise<GatePassageRow[]> {
  return tx.query<GatePassageRow>(
    `select g.id, g.initiative_id as "initiativeId", g.gate, g.from_phase as "fromPhase", g.to_phase as "toPhase",
       g.phase_started_on as "phaseStartedOn", g.artefacts, g.decision_id as "decisionId", g.version
     from gate_passage g where g.organisation_id = $1 and g.initiative_id = $2
     order by g.phase_started_on, g.created_at, g.id`,
    [tx.organisationId, initiativeId],
  );
}
