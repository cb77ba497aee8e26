/** Columns whose change is a change of the member; `fresh` and `next_change_at` are kept up to date without a trace. */
const TOLD = ['unit_id', 'member_group', 'numerator', 'denominator', 'status', 'reason'];
const EXACT = ['numerator', 'denominator'];
const ALL = [...TOLD, 'fresh', 'next_change_at'];

const row = (alias: string, columns: readonly string[]) =>
  `(${columns.map((column) => `${alias}.${column}`).join(', ')})`;
/** Decimals as text: a reader of JSON would make binary fractions of them. */
const json = (alias: string) => {
  const fields = TOLD.map((column) => `'${column}', ${alias}.${column}${EXACT.includes(column) ? '::text' : ''}`);
  return `case when ${alias}.object_id is not null then jsonb_build_object(${fields.join(', ')}) end`;
};
const ours = (alias: string) =>
  `${alias}.organisation_id = _org and ${alias}.scope_kind = _kind and ${alias}.scope_id = _scope`;

/**
 * Recomputes one scope from its source rows and replaces what is stored of it. Locks the scope's row of `maturity_done` first and
 * reads the wish and the sources in later statements, whose snapshots are newer than the lock: so an older result can never
 * overwrite a newer one, and running it 0, 1 or 10 times, late, shuffled or twice at once gives the same rows. The wish
 * is read before the sources: what is written between the two bumps it again.
 * Returns how many member rows changed; 0 also when there was nothing to do.
 * Source: reliability rules, R10
 */
export const RECALCULATE_SCOPE_FUNCTION = `
create function recalculate_scope(organisation_id int, scope_kind text, scope_id uuid, as_of date) returns int language plpgsql
  set plan_cache_mode = force_generic_plan set jit = off as $$
#variable_conflict use_column
declare
  _org int := $1; _kind text := $2; _scope uuid := $3; _t date := $4;
  _done maturity_done; _v bigint; _by uuid; _cause text; _months benefit_month_row[]; _members maturity_member_row[]; _changed int;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'recalculate_scope needs snapshots newer than its lock: run it READ COMMITTED';
  end if;
  insert into maturity_done (organisation_id, scope_kind, scope_id) values (_org, _kind, _scope) on conflict do nothing;
  select * into _done from maturity_done d where ${ours('d')} for update;
  select coalesce(max(w.v), 0), (array_agg(w.changed_by))[1] into _v, _by from maturity_wanted w where ${ours('w')};
  _v := greatest(_v, _done.v);
  _t := greatest(_t, _done.as_of);
  if _done.v = _v and _done.as_of = _t and _done.formula_version = maturity_formula_version() then return 0; end if;
  _cause := case when _done.computed_at is null then 'write' when _done.formula_version = 'rebuild' then 'rebuild'
    when _done.formula_version is distinct from maturity_formula_version() then 'definition' when _done.v < _v then 'write' else 'time' end;

  if _kind = 'initiative' then
    _months := array(select m from maturity_benefit_months(_org, _scope, _t) m);
    delete from benefit_month b where b.organisation_id = _org and b.initiative_id = _scope
      and (b.benefit_id, b.month) not in (select m.benefit_id, m.month from unnest(_months) m);
    insert into benefit_month (organisation_id, benefit_id, month, initiative_id, planned_minor, realised_minor, status)
      select _org, m.benefit_id, m.month, _scope, m.planned_minor, m.realised_minor, m.status
      from unnest(_months) m left join benefit_month b
        on b.organisation_id = _org and b.initiative_id = _scope and b.benefit_id = m.benefit_id and b.month = m.month
      where (b.planned_minor, b.realised_minor, b.status) is distinct from (m.planned_minor, m.realised_minor, m.status)
      order by m.benefit_id, m.month
      on conflict (organisation_id, benefit_id, month) do update
        set initiative_id = excluded.initiative_id, planned_minor = excluded.planned_minor, realised_minor = excluded.realised_minor, status = excluded.status;
    _members := array(select m from maturity_members_of_initiative(_org, _scope, _t, _months) m);
  elsif _kind = 'strategy' then
    _members := array(select m from maturity_members_of_strategy(_org, _scope, _t) m);
  elsif _kind = 'person_register' then
    _members := array(select m from maturity_members_of_person_register(_org, _t) m);
  else
    raise exception 'There is no scope of the kind %', _kind;
  end if;

  with computed as materialized (
    select * from unnest(_members) m where m.status <> 'absent'
  ), stored as materialized (
    select * from maturity_member m where ${ours('m')}
  ), differing as materialized (
    select coalesce(n.indicator_id, o.indicator_id) as indicator_id, coalesce(n.object_id, o.object_id) as object_id, n.object_id is null as gone,
      ${ALL.map((column) => `n.${column}`).join(', ')}, ${row('n', TOLD)} is distinct from ${row('o', TOLD)} as told,
      ${json('o')} as before, ${json('n')} as after,
      -- A pending change of the calendar is not the doing of whoever happened to write before it was worked off; but time moves nothing to another unit.
      case when _cause = 'write' and o.next_change_at <= _t and o.next_change_at > _done.as_of
        and (n.object_id is null or n.unit_id = o.unit_id) then 'time' else _cause end as cause
    from computed n full join stored o on o.indicator_id = n.indicator_id and o.object_id = n.object_id
    where n.object_id is null or o.object_id is null or ${row('n', ALL)} is distinct from ${row('o', ALL)}
  ), removed as (
    delete from maturity_member m using differing d where ${ours('m')} and d.gone and m.indicator_id = d.indicator_id and m.object_id = d.object_id
  ), written as (
    insert into maturity_member (organisation_id, scope_kind, scope_id, indicator_id, object_id, ${ALL.join(', ')})
      select _org, _kind, _scope, d.indicator_id, d.object_id, ${ALL.map((column) => `d.${column}`).join(', ')} from differing d where not d.gone
      on conflict (organisation_id, scope_kind, scope_id, indicator_id, object_id) do update
        set ${ALL.map((column) => `${column} = excluded.${column}`).join(', ')}
  ), told as (
    insert into maturity_member_change (organisation_id, as_of, scope_kind, scope_id, indicator_id, object_id, before, after, cause, v, changed_by)
      select _org, _t, _kind, _scope, d.indicator_id, d.object_id, d.before, d.after, d.cause, _v, case when d.cause = 'write' then _by end
      from differing d where d.told
  )
  select count(*) into _changed from differing d where d.told;

  update maturity_done d set v = _v, formula_version = maturity_formula_version(), as_of = _t, computed_at = clock_timestamp(),
      next_change_at = (select min(m.next_change_at) from unnest(_members) m where m.next_change_at > _t)
    where ${ours('d')};
  return _changed;
end $$;`;
