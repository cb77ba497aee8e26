import { leaves, type MemberSql, nextAfter } from './member-sql';

/** Mean over the series with intended users or volume; of each series the latest month that has begun. */
export const adoptionSql: MemberSql = {
  indicatorId: 'oi.adoption',
  scopeKind: 'initiative',
  sql: `
    select _i.id, _i.unit_id, null::text, round(coalesce(a.used, 0), 6), 1,
      case when not (_i.go_live_actual <= _w3 and _i.go_live_actual > _w36) then 'absent' when a.measured = 0 then 'missing' else 'counted' end,
      case when a.measured = 0 then 'not-measured' when a.measured < a.series then 'partly-measured' when a.used < 1 then 'below-target' else 'met' end,
      _status_fresh,
      ${nextAfter(leaves('_i.go_live_actual', 3), leaves('_i.go_live_actual', 36), '_status_next', 'a.next_month')}
    from (
      select count(*) as series, count(p.actual_rate) as measured, min(f.month) as next_month,
        sum(least(1, coalesce(p.actual_rate, 0)::numeric(40, 20) / s.target_rate)) / count(*) as used
      from adoption_series s
        left join lateral (select x.actual_rate from adoption_point x where x.organisation_id = _org and x.series_id = s.id and x.month <= _t
          order by x.month desc limit 1) p on true
        left join lateral (select min(x.month) as month from adoption_point x where x.organisation_id = _org and x.series_id = s.id and x.month > _t) f on true
      where s.organisation_id = _org and s.initiative_id = _scope and s.intended is not null
    ) a
    where a.series > 0 and _i.go_live_actual > _w36`,
};
