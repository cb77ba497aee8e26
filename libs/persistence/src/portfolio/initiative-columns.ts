import { RAG_STATUSES } from '@hoest/portfolio';

/**
 * SQL that the portfolio list, the initiative page and the overview have in common, over the aliases `i` (initiative),
 * `u` (its unit), `a` (its administration), `o`, `m` (owner, manager) and `g` (primary goal).
 */

/** Days a confirmed status stays fresh. Source: domain rules, section 7 (update limits) */
export const STATUS_FRESH_DAYS = 35;

/** Today where the organisation is. Without reference to a row: PostgreSQL works it out once per statement. */
export const TODAY = `(select (now() at time zone d.time_zone)::date from organisation d
  where d.organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::int))`;

/** Benefits that are still promised. */
export const PROMISED_BENEFIT = `b.state not in ('rejected', 'written_off')`;

/** The confirmed traffic light while it is fresh, else `unknown`. */
export const SHOWN_STATUS = `case when i.status_confirmed_on >= ${TODAY} - ${STATUS_FRESH_DAYS} then i.status_rag else 'unknown' end`;

/** Whether the planned go-live is past without an actual one; an initiative that has ended is not late. */
export const IS_LATE = `(i.go_live_actual is null and i.go_live_planned is not null and i.go_live_planned < ${TODAY}
  and i.phase not in ('closed', 'stopped', 'rejected'))`;

/** Order of urgency: deviation, watch, unknown, on track. */
export const STATUS_RANK = `case ${SHOWN_STATUS} when '${RAG_STATUSES[2]}' then 0 when '${RAG_STATUSES[1]}' then 1
  when '${RAG_STATUSES[0]}' then 3 else 2 end`;

/** Planned money costs of all years in the initiative's currency; null without a planned line. */
export const COST = `(select sum(c.plan_minor) from cost_line c
  where c.organisation_id = i.organisation_id and c.initiative_id = i.id and c.kind <> 'internal_hours' and c.currency = i.currency)`;

/** Full-year values in the initiative's currency, disbenefits subtracted; null without a value. */
export const BENEFIT_VALUE = `(select sum(b.polarity * b.full_year_value_minor) from benefit b
  where b.organisation_id = i.organisation_id and b.initiative_id = i.id and ${PROMISED_BENEFIT} and b.currency = i.currency)`;

/** Promised benefits as one value: how many, and their money. */
const BENEFITS = `(select jsonb_build_object('count', count(*),
    'fullYear', (sum(b.polarity * b.full_year_value_minor) filter (where b.currency = i.currency))::text,
    'wholeLife', (sum(b.polarity * b.whole_life_value_minor) filter (where b.currency = i.currency))::text)
  from benefit b where b.organisation_id = i.organisation_id and b.initiative_id = i.id and ${PROMISED_BENEFIT})`;

/** Money of the months that are due so far, as one value. */
const MONEY_TO_DATE = `(select jsonb_build_object('planned', sum(b.polarity * t.planned_minor)::text,
    'realised', case when bool_or(t.status = 'measured') then sum(b.polarity * t.realised_minor)::text end)
  from benefit b join benefit_month t on t.organisation_id = b.organisation_id and t.benefit_id = b.id
  where b.organisation_id = i.organisation_id and b.initiative_id = i.id and ${PROMISED_BENEFIT} and b.currency = i.currency
    and t.status <> 'not_due' and t.month <= ${TODAY})`;

/** What one line of the portfolio shows. The sums stand in the select list: PostgreSQL computes them for the rows it returns only. */
export const SUMMARY_COLUMNS = `i.id, i.code, i.title, i.kind, i.phase, i.mandatory, i.unit_id as "unitId", u.name as "unitName",
  coalesce(a.id, u.id) as "administrationId", coalesce(a.name, u.name) as "administrationName",
  i.owner_id as "ownerId", o.name as "ownerName", i.manager_id as "managerId", m.name as "managerName",
  i.primary_goal_id as "primaryGoalId", g.title as "primaryGoalTitle", i.category,
  i.start_planned as "startPlanned", i.go_live_planned as "goLivePlanned", i.go_live_actual as "goLiveActual",
  ${SHOWN_STATUS} as status, i.status_note as "statusNote", i.status_confirmed_on as "statusConfirmedOn",
  ${IS_LATE} as late, i.go_live_planned - i.go_live_first_planned as "slipDays",
  i.currency, i.updated_at as "updatedAt", i.version,
  ${COST}::text as "costMinor", ${BENEFITS} as benefits, ${MONEY_TO_DATE} as "moneyToDate"`;

/** The tables behind `SUMMARY_COLUMNS`. Administrations are the units right below the top one, second in the path. */
export const SUMMARY_TABLES = `initiative i
  join unit u on u.organisation_id = i.organisation_id and u.id = i.unit_id
  left join unit a on a.organisation_id = i.organisation_id and a.id = u.ancestor_ids[2]
  left join person o on o.organisation_id = i.organisation_id and o.id = i.owner_id
  left join person m on m.organisation_id = i.organisation_id and m.id = i.manager_id
  left join goal g on g.organisation_id = i.organisation_id and g.id = i.primary_goal_id`;

/** One row of `SUMMARY_COLUMNS`. Money as strings of digits in minor units of `currency`. */
export interface InitiativeSummaryRow {
  id: string;
  code: string;
  title: string;
  kind: string;
  phase: string;
  mandatory: boolean;
  unitId: string;
  unitName: string;
  administrationId: string;
  administrationName: string;
  ownerId: string | null;
  ownerName: string | null;
  managerId: string | null;
  managerName: string | null;
  primaryGoalId: string | null;
  primaryGoalTitle: string | null;
  category: string | null;
  startPlanned: string | null;
  goLivePlanned: string | null;
  goLiveActual: string | null;
  status: string;
  statusNote: string | null;
  statusConfirmedOn: string | null;
  late: boolean;
  slipDays: number | null;
  currency: string;
  updatedAt: Date;
  version: number;
  costMinor: string | null;
  benefits: { count: number; fullYear: string | null; wholeLife: string | null };
  /** Both null when nothing is due yet; `realised` null when nothing of what is due was measured. */
  moneyToDate: { planned: string | null; realised: string | null };
}
