import { ACTIVE } from './member-sql';

/**
 * Which maturity scopes a change of a row touches. One entry per table that an indicator reads; the migration turns each
 * entry into statement triggers, so that no way of writing (form, import, undo, generator, SQL by hand) can forget it.
 * What is touched is noted first and wished when the transaction commits (`flush_touched_scopes`): once per scope however
 * often it was touched, in sorted order, and with the row locks of the wishes held for the moment of the commit only.
 *
 * `always` and `scopes` are SELECTs of (organisation_id, scope_kind, scope_id) over the relation `changed`, which holds the
 * inserted, deleted, or old and new rows. `whenChanged` looks only at updated rows of which one of the columns differs (and
 * at every inserted or deleted row): the scopes it names are few and hot – one person register per organisation – and
 * recomputing them for every edit would be work for nothing.
 */
export interface ScopesToBump {
  always?: string;
  whenChanged?: { columns: string[]; scopes: string }[];
}

/** The one scope of an organisation's people and roles. */
export const PERSON_REGISTER_SCOPE = '00000000-0000-0000-0000-000000000001';

const register = (condition: string) =>
  `select c.organisation_id, 'person_register', '${PERSON_REGISTER_SCOPE}'::uuid from changed c where ${condition}`;

const initiativeOf = (column: string) => `select organisation_id, 'initiative', ${column} from changed`;

/** Whether the initiative named by a column is, or was until this change, active. */
const activeInitiative = (column: string) =>
  `exists (select from initiative i where i.organisation_id = c.organisation_id and i.id = ${column} and i.phase in ${ACTIVE})`;

/** Initiatives of the named benefits, and of every benefit that shares a pool with one of them. */
const initiativesOfBenefits = (benefits: string) => `
  select b.organisation_id, 'initiative', b.initiative_id from benefit b join (${benefits}) c
    on b.organisation_id = c.organisation_id and b.id = c.benefit_id
  union
  select o.organisation_id, 'initiative', o.initiative_id from benefit b join (${benefits}) c
    on b.organisation_id = c.organisation_id and b.id = c.benefit_id
    join benefit o on o.organisation_id = b.organisation_id and o.pool_id = b.pool_id`;

const ofMeasures = initiativesOfBenefits(
  `select m.organisation_id, m.benefit_id from measure m join changed on m.organisation_id = changed.organisation_id and m.id = changed.measure_id`,
);

const initiativesOfPools = (column: string) => `
  select b.organisation_id, 'initiative', b.initiative_id from benefit b join changed on b.organisation_id = changed.organisation_id and b.pool_id = changed.${column}`;

const strategyOfGoals = (goals: string) => `
  select g.organisation_id, 'strategy', g.strategy_id from goal g join (${goals}) c on g.organisation_id = c.organisation_id and g.id = c.goal_id`;

const strategyOfInitiatives = (column: string) =>
  strategyOfGoals(
    `select i.organisation_id, i.primary_goal_id as goal_id from initiative i join changed on i.organisation_id = changed.organisation_id and i.id = changed.${column}`,
  );

/** Initiatives that a person owns or owned, by the assignments: they hold the history, the columns only the present. */
const initiativesOfPersons = `
  select r.organisation_id, 'initiative', r.object_id from role_assignment r join changed on r.organisation_id = changed.organisation_id
    and r.person_id = changed.id and r.object_kind = 'initiative' and r.role = 'project_owner'`;

export const SCOPES_TO_BUMP: Record<string, ScopesToBump> = {
  initiative: {
    always: initiativeOf('id'),
    whenChanged: [
      { columns: ['phase', 'unit_id'], scopes: register(`c.phase in ${ACTIVE}`) },
      {
        columns: ['phase', 'owner_id', 'primary_goal_id', 'closed_on'],
        scopes: strategyOfGoals('select organisation_id, primary_goal_id as goal_id from changed'),
      },
    ],
  },
  initiative_affected_unit: {
    always: `${initiativeOf('initiative_id')} union ${register(activeInitiative('c.initiative_id'))}`,
  },
  cost_line: {
    always: initiativeOf('initiative_id'),
    whenChanged: [{ columns: ['plan_minor', 'initiative_id'], scopes: strategyOfInitiatives('initiative_id') }],
  },
  status_confirmation: { always: initiativeOf('initiative_id') },
  decision: {
    always: `select g.organisation_id, 'initiative', g.initiative_id from gate_passage g join changed
      on g.organisation_id = changed.organisation_id and g.decision_id = changed.id`,
  },
  gate_passage: { always: initiativeOf('initiative_id') },
  adoption_series: { always: initiativeOf('initiative_id') },
  adoption_point: {
    always: `select s.organisation_id, 'initiative', s.initiative_id from adoption_series s join changed
      on s.organisation_id = changed.organisation_id and s.id = changed.series_id`,
  },
  benefit: {
    always: `${initiativeOf('initiative_id')} union ${initiativesOfPools('pool_id')}`,
    whenChanged: [
      { columns: ['state'], scopes: register(`c.state = 'in_realisation'`) },
      {
        columns: ['state', 'goal_id', 'initiative_id'],
        scopes: strategyOfGoals('select organisation_id, goal_id from changed'),
      },
    ],
  },
  benefit_pool: { always: initiativesOfPools('id') },
  pool_share: { always: initiativesOfPools('pool_id') },
  measure: { always: initiativesOfBenefits('select organisation_id, benefit_id from changed') },
  baseline: { always: ofMeasures },
  target_point: { always: ofMeasures },
  plan_version: { always: initiativesOfBenefits('select organisation_id, benefit_id from changed') },
  plan_measure: { always: ofMeasures },
  plan_point: { always: ofMeasures },
  obligation: { always: ofMeasures },
  measurement: { always: ofMeasures },
  strategy: { always: `select organisation_id, 'strategy', id from changed` },
  political_followup: { always: `select organisation_id, 'strategy', strategy_id from changed` },
  goal: { always: `select organisation_id, 'strategy', strategy_id from changed` },
  goal_target: { always: strategyOfGoals('select organisation_id, goal_id from changed') },
  unit: {
    whenChanged: [
      { columns: ['valid_from', 'valid_to', 'ancestor_ids'], scopes: register('true') },
      {
        columns: ['ancestor_ids'],
        scopes: `
          select i.organisation_id, 'initiative', i.id from initiative i join changed on i.organisation_id = changed.organisation_id and i.unit_id = changed.id
          union
          select a.organisation_id, 'initiative', a.initiative_id from initiative_affected_unit a join changed on a.organisation_id = changed.organisation_id and a.unit_id = changed.id`,
      },
      {
        // Strategies belong to the root unit, which may become another one.
        columns: ['parent_id', 'level', 'code'],
        scopes: `select s.organisation_id, 'strategy', s.id from strategy s join changed on s.organisation_id = changed.organisation_id and changed.parent_id is null`,
      },
    ],
  },
  person: {
    whenChanged: [
      {
        columns: ['unit_id', 'manager_level', 'active', 'valid_from', 'valid_to'],
        scopes: `${register(`c.manager_level in ('head', 'director', 'chief')`)} union ${initiativesOfPersons}`,
      },
    ],
  },
  role_assignment: {
    always: `
      select organisation_id, 'initiative', object_id from changed where object_kind = 'initiative' and role in ('project_owner', 'project_manager')
      union ${register(`c.role in ('project_owner', 'benefit_owner', 'change_lead', 'steering_chair') and (
        (c.object_kind = 'initiative' and ${activeInitiative('c.object_id')}) or (c.object_kind = 'benefit' and exists (
          select from benefit b where b.organisation_id = c.organisation_id and b.id = c.object_id and b.state = 'in_realisation')))`)}`,
  },
};

/** Tables of an organisation that no indicator reads; a check refuses a table that stands in neither list. */
export const TABLES_NO_INDICATOR_READS = [
  'organisation',
  'account',
  'access_grant',
  'session',
  'access_token',
  'setting',
  'idempotency_key',
  'audit_event',
  'audit_head',
  'outbox',
  'job',
  'failed_job',
  'goal_measurement',
  'initiative_secondary_goal',
  'phase_plan',
  'attachment',
  'enabler',
  'change_activity',
  'map_link',
  'assumption',
  'import',
  'import_row',
  'import_change',
  'import_profile',
  'maturity_touched',
  'maturity_wanted',
  'maturity_done',
  'maturity_member',
  'maturity_member_change',
  'maturity_snapshot',
  'maturity_snapshot_member',
  'benefit_month',
  'budget_version',
  'finance_claim',
  'finance_entry',
  'finance_balance',
  'finance_period',
  'finance_period_figure',
  'finance_actual',
  'finance_matching_rule',
] as const;

/** The SQL that creates the three statement triggers of one table; `whenChanged` needs a table with an `id`. */
export function bumpTriggersSql(table: string, entry: ScopesToBump): string {
  const touch = (changed: string, scopes: string) =>
    `perform touch_scopes(array(select (s.o, s.k, s.i)::scope_key from (with changed as (${changed}) select * from (${scopes}) x) s(o, k, i) where s.i is not null));`;
  const differing = (columns: readonly string[]) => `
    select r.* from (select * from old_rows union all select * from new_rows) r where exists (
      select from old_rows o join new_rows n on o.organisation_id = n.organisation_id and o.id = n.id
      where r.organisation_id = o.organisation_id and r.id = o.id and (${columns.map((c) => `o.${c} is distinct from n.${c}`).join(' or ')}))`;
  const { always, whenChanged = [] } = entry;
  const body = (name: string, rows: string, few: (columns: readonly string[]) => string) => `
    create or replace function bump_${table}_${name}() returns trigger language plpgsql as $$
    begin
      ${always ? touch(rows, always) : ''}
      ${whenChanged.map(({ columns, scopes }) => touch(few(columns), scopes)).join('\n      ')}
      return null;
    end $$;`;
  const [inserted, deleted] = ['select * from new_rows', 'select * from old_rows'];
  return [
    body('insert', inserted, () => inserted),
    body('delete', deleted, () => deleted),
    body('update', `${deleted} union all ${inserted}`, differing),
    `create or replace trigger bump_insert after insert on ${table} referencing new table as new_rows for each statement execute function bump_${table}_insert();`,
    `create or replace trigger bump_delete after delete on ${table} referencing old table as old_rows for each statement execute function bump_${table}_delete();`,
    `create or replace trigger bump_update after update on ${table} referencing old table as old_rows new table as new_rows for each statement execute function bump_${table}_update();`,
  ].join('\n');
}
