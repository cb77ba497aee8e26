import type { Transaction } from '../database/transaction';

export interface GoalRow {
  id: string;
  strategyId: string;
  parentId: string | null;
  code: string;
  title: string;
  ownerId: string | null;
  ownerName: string | null;
  kpi: string | null;
  kpiUnit: string | null;
  direction: string | null;
  baselineValue: string | null;
  baselineOn: string | null;
  validFrom: string;
  validTo: string | null;
  /** Earliest first. */
  targets: { dueOn: string; value: string }[];
  /** Latest first. */
  measurements: { measuredOn: string; value: string; comment: string | null }[];
  activeInitiatives: number;
  version: number;
}

/** Goals in the order of their codes; limited to a strategy or to one goal where given. */
export function listGoals(tx: Transaction, only: { strategyId?: string; id?: string } = {}): Promise<GoalRow[]> {
  return tx.query<GoalRow>(
    `select g.id, g.strategy_id as "strategyId", g.parent_id as "parentId", g.code, g.title, g.owner_id as "ownerId", p.name as "ownerName",
       g.kpi, g.kpi_unit as "kpiUnit", g.direction, trim_scale(g.baseline_value)::text as "baselineValue", g.baseline_on as "baselineOn",
       g.valid_from as "validFrom", g.valid_to as "validTo", g.version,
       coalesce((select jsonb_agg(jsonb_build_object('dueOn', t.due_on, 'value', trim_scale(t.value)::text) order by t.due_on)
         from goal_target t where t.organisation_id = g.organisation_id and t.goal_id = g.id), '[]') as targets,
       coalesce((select jsonb_agg(jsonb_build_object('measuredOn', m.measured_on, 'value', trim_scale(m.value)::text, 'comment', m.comment)
           order by m.measured_on desc, m.recorded_at desc)
         from goal_measurement m where m.organisation_id = g.organisation_id and m.goal_id = g.id), '[]') as measurements,
       (select count(*)::int from initiative i where i.organisation_id = g.organisation_id and i.primary_goal_id = g.id
         and i.phase in ('approved', 'executing', 'realising')) as "activeInitiatives"
     from goal g left join person p on p.organisation_id = g.organisation_id and p.id = g.owner_id
     where g.organisation_id = $1 and ($2::uuid is null or g.strategy_id = $2) and ($3::uuid is null or g.id = $3)
     order by g.code collate "da-x-icu", g.id`,
    [tx.organisationId, only.strategyId ?? null, only.id ?? null],
  );
}
