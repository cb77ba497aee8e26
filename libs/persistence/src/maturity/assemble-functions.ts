import { createHash } from 'node:crypto';
import { DEFINITION_VERSION } from '@hoest/maturity';
import { BENEFIT_MONTHS_FUNCTION, BENEFIT_MONTHS_NEXT } from './benefit-months.sql';
import { MEMBER_SQL } from './member-sql-files';
import { APPROVED, ACTIVE, holds, leaves, nextAfter, type ScopeKind } from './member-sql';
import { RECALCULATE_SCOPE_FUNCTION } from './recalculate-scope.sql';

/** Types and helpers that the pieces stand on. */
const GROUND = `
create type maturity_member_row as (indicator_id text, object_id uuid, unit_id uuid, member_group text, numerator numeric, denominator numeric,
  status text, reason text, fresh boolean, next_change_at date);
create type benefit_month_row as (benefit_id uuid, month date, planned_minor bigint, realised_minor bigint, status text, owed boolean,
  promised boolean, grace_until date);

-- First day T on which T minus so many months has reached the date. Months are clamped (31 March − 1 month = 28 February), so
-- adding them to the date can fall one day short.
create function maturity_window_exit(date, int) returns date language sql immutable parallel safe as $$
  select case when ((($1 + make_interval(months => $2))::date - make_interval(months => $2))::date) < $1
    then ($1 + make_interval(months => $2))::date + 1 else ($1 + make_interval(months => $2))::date end
$$;
`;

const WINDOWS = [3, 6, 12, 24, 36]
  .map((months) => `_w${months} date := (_t - interval '${months} months')::date;`)
  .join(' ');

/** All pieces of a scope kind, one after the other; an indicator without rows costs next to nothing. */
function union(scopeKind: ScopeKind): string {
  return MEMBER_SQL.filter((piece) => piece.scopeKind === scopeKind)
    .map(
      ({ indicatorId, sql }) => `
    select '${indicatorId}'::text, m.object_id, m.unit_id, m.member_group, trim_scale(m.numerator::numeric), trim_scale(m.denominator::numeric),
      m.status, m.reason, m.fresh, m.next_change_at
    from (${sql}
    ) m(object_id, unit_id, member_group, numerator, denominator, status, reason, fresh, next_change_at)`,
    )
    .join('\n    union all');
}

const HEADER = `returns setof maturity_member_row language plpgsql stable set plan_cache_mode = force_generic_plan set jit = off as $$`;

/**
 * Prepares for initiatives: `_i` (the row), `_active`, `_live` (gone live), `_line` (lead and affected units and all above
 * them), `_status_fresh`, `_status_next`; `owned` (its benefits with lead measure and plan in force), `readings` (measurements
 * of their measures that nothing supersedes, also those dated ahead), `_months` (money per month).
 */
const OF_INITIATIVE = `
create function maturity_members_of_initiative(_org int, _scope uuid, _t date, _months benefit_month_row[]) ${HEADER}
declare
  ${WINDOWS}
  _i initiative; _active boolean; _live boolean; _line uuid[]; _status_fresh boolean; _status_next date;
begin
  select * into _i from initiative i where i.organisation_id = _org and i.id = _scope;
  if _i.id is null then return; end if;
  _active := _i.phase in ${ACTIVE};
  _live := coalesce(_i.go_live_actual <= _t, false);
  -- The column holds the latest confirmation, the table all of them: a day in the past had its own.
  select max(d.day) filter (where d.day <= _t) >= _t - 35, least(min(d.day) filter (where d.day > _t), max(d.day) filter (where d.day <= _t and d.day >= _t - 35) + 36)
    into _status_fresh, _status_next
    from (select _i.status_confirmed_on as day union all
      select c.confirmed_on from status_confirmation c where c.organisation_id = _org and c.initiative_id = _scope) d;
  _status_fresh := coalesce(_status_fresh, false);
  select array_agg(distinct x.id) into _line from unit u cross join lateral unnest(u.ancestor_ids) x(id)
    where u.organisation_id = _org and u.id = any (_i.unit_id || array(
      select a.unit_id from initiative_affected_unit a where a.organisation_id = _org and a.initiative_id = _scope));
  return query
  with held as materialized (
    select b.* from benefit b where b.organisation_id = _org and b.initiative_id = _scope
  ), readings as materialized (
    select r.id, m.benefit_id, r.measure_id, r.measured_on, r.value
    from held b
      cross join lateral (select x.id, x.benefit_id from measure x where x.organisation_id = _org and x.benefit_id = b.id offset 0) m
      cross join lateral (select x.* from measurement x where x.organisation_id = _org and x.measure_id = m.id offset 0) r
    where not exists (select from measurement s where s.organisation_id = _org and s.supersedes_id = r.id offset 0)
  ), owned as materialized (
    select b.id, b.state, b.state in ${APPROVED} as approved, b.beneficiary, b.polarity, b.monetised, b.owner_id, b.goal_id,
      coalesce(b.owner_unit_id, _i.unit_id) as unit_id, m.id as measure_id, z.value as baseline_value, z.planned_on as baseline_planned_on,
      v.id as plan_id, coalesce(pm.baseline_value, w.value) as plan_baseline, n.plan_next,
      coalesce(seen.last_on > _w6, false) as fresh, least(seen.next_on, ${nextAfter(leaves('seen.last_on', 6))}) as fresh_next
    from held b
      left join lateral (select x.id from measure x where x.organisation_id = _org and x.benefit_id = b.id order by x.position, x.id limit 1) m on true
      left join lateral (select x.value, x.planned_on from baseline x where x.organisation_id = _org and x.measure_id = m.id
        order by date_trunc('milliseconds', x.recorded_at) desc, x.id desc limit 1) z on true
      left join lateral (select x.value from baseline x where x.organisation_id = _org and x.measure_id = m.id and x.value is not null
        order by date_trunc('milliseconds', x.recorded_at) desc, x.id desc limit 1) w on true
      left join lateral (select x.id from plan_version x where x.organisation_id = _org and x.benefit_id = b.id
        and x.kind in ('approved', 'frozen_at_go_live') and x.decided_on <= _t order by x.kind = 'frozen_at_go_live' desc, x.number desc limit 1) v on true
      left join lateral (select x.baseline_value from plan_measure x
        where x.organisation_id = _org and x.plan_version_id = v.id and x.measure_id = m.id limit 1) pm on true
      cross join lateral (select min(x.decided_on) as plan_next from plan_version x where x.organisation_id = _org and x.benefit_id = b.id and x.decided_on > _t) n
      cross join lateral (
        select max(d.day) filter (where d.day <= _t) as last_on, min(d.day) filter (where d.day > _t) as next_on
        from (select b.confirmed_on as day union all select r.measured_on from readings r where r.benefit_id = b.id) d
      ) seen
  )${union('initiative')}
    union all
    select 'benefit_month', _i.id, _i.unit_id, null, 0, 0, 'absent', '', null, (${BENEFIT_MONTHS_NEXT});
end $$;`;

/**
 * Prepares for strategies: `_root` (the organisation's root unit), `_adopted`, `_valid`, `_in_force` (both), `_political` (by council
 * or committee), `_followed_up` (adopted or followed up by one of them in W24), `_goals` (goals in force), `_measurable` (each
 * with key figure, baseline and target, and at least one), `_strategy_fresh`, `_strategy_next`.
 */
const OF_STRATEGY = `
create function maturity_members_of_strategy(_org int, _scope uuid, _t date) ${HEADER}
declare
  ${WINDOWS}
  _s strategy; _root uuid; _adopted boolean; _valid boolean; _in_force boolean; _political boolean; _followed_up boolean; _goals int;
  _measurable boolean; _strategy_fresh boolean; _strategy_next date;
begin
  select * into _s from strategy s where s.organisation_id = _org and s.id = _scope;
  if _s.id is null then return; end if;
  select u.id into _root from unit u where u.organisation_id = _org and u.parent_id is null order by u.level, u.code collate "C", u.id limit 1;
  _adopted := _s.adopted_by is not null and coalesce(_s.adopted_on <= _t, false);
  _valid := ${holds('_s.valid_from', '_s.valid_to')};
  _in_force := _adopted and _valid;
  _political := _adopted and _s.adopted_by in ('council', 'committee');
  select _political and _s.adopted_on > _w24 or coalesce(bool_or(f.body in ('council', 'committee') and f.held_on <= _t and f.held_on > _w24), false),
      _adopted and _s.adopted_on > _w24 or coalesce(bool_or(f.held_on <= _t and f.held_on > _w24), false),
      min(${nextAfter('f.held_on', leaves('f.held_on', 24))})
    into _followed_up, _strategy_fresh, _strategy_next
    from political_followup f where f.organisation_id = _org and f.strategy_id = _scope;
  _strategy_next := least(_strategy_next, ${nextAfter('_s.valid_from', '_s.valid_to', '_s.adopted_on', leaves('_s.adopted_on', 24))},
    (select min(${nextAfter('g.valid_from', 'g.valid_to')}) from goal g where g.organisation_id = _org and g.strategy_id = _scope));
  select count(*), coalesce(bool_and(g.kpi is not null and g.baseline_value is not null
      and exists (select from goal_target t where t.organisation_id = _org and t.goal_id = g.id)), false)
    into _goals, _measurable
    from goal g where g.organisation_id = _org and g.strategy_id = _scope and ${holds('g.valid_from', 'g.valid_to')};
  return query${union('strategy')};
end $$;`;

const OF_PERSON_REGISTER = `
create function maturity_members_of_person_register(_org int, _t date) ${HEADER}
declare
  ${WINDOWS}
begin
  return query${union('person_register')};
end $$;`;

/** Members of every scope of an organisation on any day, as known now: for month-end snapshots and for verification. */
const AT = `
create function maturity_members_at(_org int, _t date) returns table (scope_kind text, scope_id uuid, member maturity_member_row) language sql stable as $$
  select 'initiative', i.id, m from initiative i cross join lateral maturity_members_of_initiative(_org, i.id, _t,
    array(select x from maturity_benefit_months(_org, i.id, _t) x)) m where i.organisation_id = _org and m.status <> 'absent'
  union all
  select 'strategy', s.id, m from strategy s cross join lateral maturity_members_of_strategy(_org, s.id, _t) m
    where s.organisation_id = _org and m.status <> 'absent'
  union all
  select 'person_register', '00000000-0000-0000-0000-000000000001'::uuid, m from maturity_members_of_person_register(_org, _t) m where m.status <> 'absent'
$$;`;

/** Everything but the version, in the order it is created. */
const FUNCTIONS = [
  GROUND,
  BENEFIT_MONTHS_FUNCTION,
  OF_INITIATIVE,
  OF_STRATEGY,
  OF_PERSON_REGISTER,
  AT,
  RECALCULATE_SCOPE_FUNCTION,
];

/**
 * Names the formulas that stored results were computed with: the definitions' version and a mark of the SQL itself, so that a
 * corrected statement recomputes everything, too.
 */
export const FORMULA_VERSION = `${DEFINITION_VERSION}-${createHash('sha256').update(FUNCTIONS.join('\n')).digest('hex').slice(0, 12)}`;

/** Removes what an earlier version installed; safe when nothing is there. */
export const DROP_FUNCTIONS = [
  'recalculate_scope(int, text, uuid, date)',
  'maturity_members_at(int, date)',
  'maturity_members_of_initiative(int, uuid, date, benefit_month_row[])',
  'maturity_members_of_strategy(int, uuid, date)',
  'maturity_members_of_person_register(int, date)',
  'maturity_benefit_months(int, uuid, date)',
  'maturity_window_exit(date, int)',
  'maturity_formula_version()',
];

/** Statements that install the functions, oldest dependency first. */
export function installStatements(): string[] {
  return [
    ...DROP_FUNCTIONS.map((signature) => `drop function if exists ${signature}`),
    `drop type if exists maturity_member_row`,
    `drop type if exists benefit_month_row`,
    `create function maturity_formula_version() returns text language sql immutable parallel safe as $$ select '${FORMULA_VERSION}' $$`,
    ...FUNCTIONS,
  ];
}
