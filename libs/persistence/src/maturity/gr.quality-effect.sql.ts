import { leaves, type MemberSql, nextAfter } from './member-sql';

/** Achievement of the lead measure against the latest target point due, by its latest measurement in W24. */
export const qualityEffectSql: MemberSql = {
  indicatorId: 'gr.quality-effect',
  scopeKind: 'initiative',
  sql: `
    select q.id, q.unit_id, q.beneficiary, round(coalesce(q.reached, 0), 6), 1,
      case when q.target is null then 'absent' when q.reached is null then 'missing' else 'counted' end,
      case when q.baseline is null then 'no-baseline' when q.target = q.baseline then 'target-equals-baseline'
        when q.value is null then 'not-measured' when q.reached < 1 then 'below-target' else 'met' end,
      q.fresh, q.next
    from (
      select b.id, b.unit_id, b.beneficiary, b.fresh, b.plan_baseline as baseline, due.value as target, last.value,
        case when last.value is not null and b.plan_baseline is not null and due.value <> b.plan_baseline then
          least(1, greatest(0, (last.value - b.plan_baseline)::numeric(60, 30) / (due.value - b.plan_baseline))) end as reached,
        least(b.fresh_next, points.next, readings.next, b.plan_next) as next
      from owned b
        cross join lateral (select min(${nextAfter('p.due_on', leaves('p.due_on', 24))}) as next from plan_point p
          where p.organisation_id = _org and p.plan_version_id = b.plan_id and p.measure_id = b.measure_id and p.due_on > _w24) points
        cross join lateral (select min(${nextAfter('r.measured_on', leaves('r.measured_on', 24))}) as next from readings r
          where r.measure_id = b.measure_id and r.measured_on > _w24) readings
        left join lateral (select p.value from plan_point p where p.organisation_id = _org and p.plan_version_id = b.plan_id
          and p.measure_id = b.measure_id and p.due_on > _w24 and p.due_on <= _t order by p.due_on desc limit 1) due on true
        left join lateral (select r.value from readings r where r.measure_id = b.measure_id and r.measured_on > _w24 and r.measured_on <= _t
          order by r.measured_on desc, r.id desc limit 1) last on true
      where b.approved and not b.monetised and b.polarity = 1
    ) q
    where q.target is not null or q.next is not null`,
};
