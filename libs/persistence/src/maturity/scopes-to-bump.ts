/**
 * Which maturity scopes a change of a row touches. One entry per table that an indicator reads; the migration turns each
 * entry into statement triggers, so that no way of writing (form, import, undo, generator, SQL by hand) can forget it.
 *
 * `always` and `whenChanged.scopes` are SELECTs of (organisation_id, scope_kind, scope_id) over the relation `changed`, which
 * holds the inserted, deleted, or old and new rows. `whenChanged` limits rows of an UPDATE to those where one of the
 * columns differs: the scopes it names are few and hot (one person register per organisation), and bumping them on
 * every edit would make all writers of an organisation wait for each other.
 */
export interface ScopesToBump {
  always?: string;
  whenChanged?: { columns: string[]; scopes: string };
}

/** The one scope of an organisation's people and roles. */
export const PERSON_REGISTER_SCOPE = '00000000-0000-0000-0000-000000000001';

const register = `select organisation_id, 'person_register', '${PERSON_REGISTER_SCOPE}'::uuid from changed`;
const initiativeOf = (column: string) => `select organisation_id, 'initiative', ${column} from changed`;

/** Initiatives of the named benefits, and of every benefit that shares a pool with one of them. */
const initiativesOfBenefits = (benefits: string) => `
  select b.organisation_id, 'initiative', b.initiative_id from benefit b join (${benefits}) c
    on b.organisation_id = c.organisation_id and b.id = c.benefit_id
  union
  select o.organisation_id, 'initiative', o.initiative_id from benefit b join (${benefits}) c
    on b.organisation_id = c.organisation_id and b.id = c.benefit_id
    join benefit o on o.organisation_id = b.organisation_id and o.pool_id = b.pool_id`;

const ofMeasures = (column = 'measure_id') =>
  initiativesOfBenefits(
    `select m.organisation_id, m.benefit_id from measure m join changed on m.organisation_id = changed.organisation_id and m.id = changed.${column}`,
  );

const strategyOfGoals = (goals: string) => `
  select g.organisation_id, 'strategy', g.strategy_id from goal g join (${goals}) c on g.organisation_id = c.organisation_id and g.id = c.goal_id`;

const strategyOfInitiatives = (column: string) =>
  strategyOfGoals(
    `select i.organisation_id, i.primary_goal_id as goal_id from initiative i join changed on i.organisation_id = changed.organisation_id and i.id = changed.${column}`,
  );

const initiativesOfPersons = (column: string) => `
  select i.organisation_id, 'initiative', i.id from initiative i join changed on i.organisation_id = changed.organisation_id
    and changed.${column} in (i.owner_id, i.manager_id)
  union
  select b.organisation_id, 'initiative', b.initiative_id from benefit b join changed on b.organisation_id = changed.organisation_id
    and b.owner_id = changed.${column}`;

export const SCOPES_TO_BUMP: Record<string, ScopesToBump> = {
  initiative: {
    always: initiativeOf('id'),
    whenChanged: {
      columns: ['phase', 'unit_id', 'owner_id', 'manager_id', 'primary_goal_id', 'closed_on'],
      scopes: `${register} union ${strategyOfGoals('select organisation_id, primary_goal_id as goal_id from changed')}`,
    },
  },
  initiative_affected_unit: { always: `${initiativeOf('initiative_id')} union ${register}` },
  initiative_secondary_goal: { always: initiativeOf('initiative_id') },
  phase_plan: { always: initiativeOf('initiative_id') },
  cost_line: {
    always: initiativeOf('initiative_id'),
    whenChanged: { columns: ['plan_minor', 'initiative_id'], scopes: strategyOfInitiatives('initiative_id') },
  },
  status_confirmation: { always: initiativeOf('initiative_id') },
  decision: {
    always: `select organisation_id, 'initiative', initiative_id from changed where initiative_id is not null
      union select g.organisation_id, 'initiative', g.initiative_id from gate_passage g join changed on g.organisation_id = changed.organisation_id and g.decision_id = changed.id`,
  },
  gate_passage: { always: initiativeOf('initiative_id') },
  adoption_series: { always: initiativeOf('initiative_id') },
  adoption_point: {
    always: `select s.organisation_id, 'initiative', s.initiative_id from adoption_series s join changed on s.organisation_id = changed.organisation_id and s.id = changed.series_id`,
  },
  benefit: {
    always: `${initiativeOf('initiative_id')}
      union select o.organisation_id, 'initiative', o.initiative_id from benefit o join changed on o.organisation_id = changed.organisation_id and o.pool_id = changed.pool_id`,
    whenChanged: {
      columns: ['state', 'owner_id', 'goal_id', 'initiative_id'],
      scopes: `${register} union ${strategyOfGoals('select organisation_id, goal_id from changed')} union ${strategyOfInitiatives('initiative_id')}`,
    },
  },
  benefit_pool: {
    always: `select b.organisation_id, 'initiative', b.initiative_id from benefit b join changed on b.organisation_id = changed.organisation_id and b.pool_id = changed.id`,
  },
  pool_share: {
    always: `select b.organisation_id, 'initiative', b.initiative_id from benefit b join changed on b.organisation_id = changed.organisation_id and b.pool_id = changed.pool_id`,
  },
  measure: { always: initiativesOfBenefits('select organisation_id, benefit_id from changed') },
  baseline: { always: ofMeasures() },
  target_point: { always: ofMeasures() },
  plan_version: { always: initiativesOfBenefits('select organisation_id, benefit_id from changed') },
  plan_measure: { always: ofMeasures() },
  plan_point: { always: ofMeasures() },
  obligation: { always: ofMeasures() },
  measurement: { always: ofMeasures() },
  strategy: { always: `select organisation_id, 'strategy', id from changed` },
  political_followup: { always: `select organisation_id, 'strategy', strategy_id from changed` },
  goal: {
    always: `select organisation_id, 'strategy', strategy_id from changed
      union select i.organisation_id, 'initiative', i.id from initiative i join changed on i.organisation_id = changed.organisation_id and i.primary_goal_id = changed.id`,
  },
  goal_target: { always: strategyOfGoals('select organisation_id, goal_id from changed') },
  unit: {
    always: `${register}
      union select i.organisation_id, 'initiative', i.id from initiative i join changed on i.organisation_id = changed.organisation_id and i.unit_id = changed.id
      union select a.organisation_id, 'initiative', a.initiative_id from initiative_affected_unit a join changed on a.organisation_id = changed.organisation_id and a.unit_id = changed.id
      union select i.organisation_id, 'initiative', i.id from initiative i join person p on p.organisation_id = i.organisation_id and p.id = i.owner_id
        join changed on p.organisation_id = changed.organisation_id and p.unit_id = changed.id
      union select b.organisation_id, 'initiative', b.initiative_id from benefit b join changed on b.organisation_id = changed.organisation_id and b.owner_unit_id = changed.id`,
  },
  person: { always: `${register} union ${initiativesOfPersons('id')}` },
  role_assignment: {
    always: `${register}
      union select organisation_id, 'initiative', object_id from changed where object_kind = 'initiative'
      union select b.organisation_id, 'initiative', b.initiative_id from benefit b join changed on b.organisation_id = changed.organisation_id
        and changed.object_kind = 'benefit' and b.id = changed.object_id
      union ${initiativesOfPersons('person_id')}`,
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
  'attachment',
  'import',
  'import_row',
  'import_change',
  'import_profile',
  'maturity_wanted',
  'maturity_done',
  'maturity_member',
  'maturity_member_change',
  'maturity_snapshot',
  'maturity_snapshot_member',
  'benefit_month',
] as const;

/** The SQL that creates the three statement triggers of one table; `whenChanged` needs a table with an `id`. */
export function bumpTriggersSql(table: string, entry: ScopesToBump): string {
  const body = (changed: string, differing: string) => `
    create or replace function bump_${table}_OP() returns trigger language plpgsql as $$
    begin
      ${entry.always ? `perform touch_scopes(array(select (s.o, s.k, s.i)::scope_key from (with changed as (${changed}) select * from (${entry.always}) x) s(o, k, i) where s.i is not null));` : ''}
      ${entry.whenChanged ? `perform touch_scopes(array(select (s.o, s.k, s.i)::scope_key from (with changed as (${differing}) select * from (${entry.whenChanged.scopes}) x) s(o, k, i) where s.i is not null));` : ''}
      return null;
    end $$;`;
  const differs = entry.whenChanged
    ? `select r.* from (select * from old_rows union all select * from new_rows) r where exists (
        select from old_rows o join new_rows n on o.organisation_id = n.organisation_id and o.id = n.id
        where r.organisation_id = o.organisation_id and r.id = o.id and (${entry.whenChanged.columns.map((c) => `o.${c} is distinct from n.${c}`).join(' or ')}))`
    : '';
  return [
    body('select * from new_rows', 'select * from new_rows').replace('_OP', '_insert'),
    body('select * from old_rows', 'select * from old_rows').replace('_OP', '_delete'),
    body('select * from old_rows union all select * from new_rows', differs).replace('_OP', '_update'),
    `create or replace trigger bump_insert after insert on ${table} referencing new table as new_rows for each statement execute function bump_${table}_insert();`,
    `create or replace trigger bump_delete after delete on ${table} referencing old table as old_rows for each statement execute function bump_${table}_delete();`,
    `create or replace trigger bump_update after update on ${table} referencing old table as old_rows new table as new_rows for each statement execute function bump_${table}_update();`,
  ].join('\n');
}
