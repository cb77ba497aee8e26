import { PHASES } from '@hoest/portfolio';
import {
  type Bind,
  type FilterValue,
  type ListPage,
  listPage,
  type ListPlan,
  type ListRequest,
  listWhere,
} from '../database/list-page';
import type { Transaction } from '../database/transaction';
import {
  BENEFIT_VALUE,
  COST,
  type InitiativeSummaryRow,
  IS_LATE,
  PROMISED_BENEFIT,
  SHOWN_STATUS,
  STATUS_RANK,
  SUMMARY_COLUMNS,
  SUMMARY_TABLES,
} from './initiative-columns';

const ids = ({ in: list = [] }: FilterValue, bind: Bind) => `${bind(list)}::uuid[]`;

function plan(tx: Transaction): ListPlan {
  return {
    select: SUMMARY_COLUMNS,
    from: SUMMARY_TABLES,
    id: 'i.id',
    where: (bind) => [`i.organisation_id = ${bind(tx.organisationId)}`],
    sorts: {
      updatedAt: { sql: 'i.updated_at', kind: 'instant', required: true },
      title: { sql: 'i.title', kind: 'text', required: true },
      code: { sql: 'i.code', kind: 'text', required: true },
      phase: {
        sql: `array_position(array[${PHASES.map((phase) => `'${phase}'`).join(',')}], i.phase)`,
        kind: 'number',
        required: true,
      },
      unitName: { sql: 'u.name', kind: 'text', required: true },
      administrationName: { sql: 'coalesce(a.name, u.name)', kind: 'text', required: true },
      goLivePlanned: { sql: 'i.go_live_planned', kind: 'date' },
      cost: { sql: COST, kind: 'number' },
      benefit: { sql: BENEFIT_VALUE, kind: 'number' },
      status: { sql: STATUS_RANK, kind: 'number', required: true },
      ownerName: { sql: 'o.name', kind: 'text' },
    },
    filters: {
      phase: { sql: 'i.phase', kind: 'text' },
      kind: { sql: 'i.kind', kind: 'text' },
      status: { sql: SHOWN_STATUS, kind: 'text' },
      late: { sql: IS_LATE, kind: 'boolean' },
      mandatory: { sql: 'i.mandatory', kind: 'boolean' },
      unitId: (filter, bind) => `u.ancestor_ids && ${ids(filter, bind)}`,
      ownerId: { sql: 'i.owner_id', kind: 'uuid' },
      managerId: { sql: 'i.manager_id', kind: 'uuid' },
      goalId: { sql: 'i.primary_goal_id', kind: 'uuid' },
      importId: (filter, bind) => `i.id in (select r.object_id from import_row r
        where r.organisation_id = ${bind(tx.organisationId)} and r.import_id = any(${ids(filter, bind)}) and r.outcome in ('create', 'update'))`,
      cost: { sql: COST, kind: 'number' },
      goLivePlanned: { sql: 'i.go_live_planned', kind: 'date' },
      updatedAt: {
        sql: `(i.updated_at at time zone (select d.time_zone from organisation d where d.organisation_id = i.organisation_id))::date`,
        kind: 'date',
      },
    },
    search: [`i.title || ' ' || coalesce(i.problem, '')`, 'i.code', `coalesce(i.external_key, '')`],
  };
}

/** One page of the portfolio. */
export function listInitiatives(tx: Transaction, request: ListRequest): Promise<ListPage<InitiativeSummaryRow>> {
  return listPage(tx, plan(tx), request);
}

/** Money of one currency, minor units as strings of digits. */
export interface PortfolioSum {
  currency: string;
  costMinor: string;
  benefitMinor: string;
  wholeLifeMinor: string;
}

/**
 * Money of every initiative the filter finds, paging aside, by the currency each cost line and benefit is in: an amount in
 * another currency than its initiative's stands in a sum of its own instead of nowhere. Without money no sums.
 */
export function sumInitiatives(tx: Transaction, request: ListRequest): Promise<PortfolioSum[]> {
  const parameters: unknown[] = [];
  const bind: Bind = (value) => `$${parameters.push(value)}`;
  const organisation = bind(tx.organisationId);
  const list = plan(tx);
  return tx.query<PortfolioSum>(
    `with found as materialized (select i.id from ${list.from} where ${listWhere(list, request, bind)})
     select currency, sum(cost)::text as "costMinor", sum(benefit)::text as "benefitMinor", sum(whole_life)::text as "wholeLifeMinor" from (
       select c.currency, c.plan_minor as cost, 0 as benefit, 0 as whole_life
         from cost_line c join found f on f.id = c.initiative_id
         where c.organisation_id = ${organisation} and c.kind <> 'internal_hours' and c.plan_minor is not null
       union all
       select b.currency, 0, b.polarity * coalesce(b.full_year_value_minor, 0), b.polarity * coalesce(b.whole_life_value_minor, 0)
         from benefit b join found f on f.id = b.initiative_id
         where b.organisation_id = ${organisation} and ${PROMISED_BENEFIT}
           and coalesce(b.full_year_value_minor, b.whole_life_value_minor) is not null
     ) money group by currency order by currency`,
    parameters,
  );
}
