import { leaves, type MemberSql, nextAfter } from './member-sql';

/**
 * First realised = the first measurement at or after the final target point with an achievement of at least 0.9. Achievements
 * are compared as signed distances from the baseline, which needs no division: `way` = target − baseline.
 */
export const persistenceSql: MemberSql = {
  indicatorId: 'gr.persistence',
  scopeKind: 'initiative',
  sql: `
    select f.id, f.unit_id, null::text, case when f.kept then 1 else 0 end, 1,
      case when f.first_on is null or f.first_on > _w12 or f.first_on <= _w36 then 'absent' when f.last_on is null or f.last_on <= _w12 then 'missing' else 'counted' end,
      case when f.kept then 'met' when f.last_on is null or f.last_on <= _w12 then 'not-measured' else 'fell-back' end,
      f.fresh, least(f.fresh_next, f.plan_next, f.next_on, ${nextAfter(leaves('f.first_on', 12), leaves('f.first_on', 36), leaves('f.last_on', 12))})
    from (
      select b.id, b.unit_id, b.fresh, b.fresh_next, b.plan_next, first.measured_on as first_on, last.measured_on as last_on, later.next_on,
        coalesce(last.measured_on > _w12 and sign(b.way) * (last.value - b.plan_baseline) >= 0.9 * sign(b.way) * (first.value - b.plan_baseline), false) as kept
      from (
        select o.*, t.due_on as target_on, t.value - o.plan_baseline as way from owned o
          left join lateral (select p.due_on, p.value from plan_point p where p.organisation_id = _org and p.plan_version_id = o.plan_id
            and p.measure_id = o.measure_id order by p.due_on desc limit 1) t on true
        where o.approved and o.polarity = 1
      ) b
        left join lateral (select r.measured_on, r.value from readings r where r.measure_id = b.measure_id and r.measured_on <= _t
          and r.measured_on >= b.target_on and sign(b.way) * (r.value - b.plan_baseline) >= 0.9 * abs(b.way) and b.way <> 0
          order by r.measured_on, r.id limit 1) first on true
        left join lateral (select r.measured_on, r.value from readings r where r.measure_id = b.measure_id and r.measured_on <= _t
          order by r.measured_on desc, r.id desc limit 1) last on true
        cross join lateral (select min(r.measured_on) as next_on from readings r where r.measure_id = b.measure_id and r.measured_on > _t) later
    ) f
    where f.first_on is not null or f.next_on is not null or f.plan_next is not null`,
};
