import { leaves, type MemberSql, nextAfter } from './member-sql';

/**
 * On time is when the measurement was recorded, not the day it speaks of; the first one for the obligation decides, so that a
 * correction does not make it late. An obligation that was answered is never waived.
 */
export const measuredOnTimeSql: MemberSql = {
  indicatorId: 'gr.measured-on-time',
  scopeKind: 'initiative',
  sql: `
    select o.id, b.unit_id, null::text, case when a.recorded_on <= o.grace_until then 1 else 0 end,
      case when a.recorded_on is null and o.waived_reason is not null then 0 else 1 end,
      case when o.grace_until > _t then 'absent' when a.recorded_on is not null then 'counted'
        when o.waived_reason is not null then 'exempt' else 'missing' end,
      case when a.recorded_on <= o.grace_until then 'met' when a.recorded_on is not null then 'measured-late'
        when o.waived_reason is not null then 'waived' else 'not-measured' end,
      b.fresh, least(b.fresh_next, ${nextAfter('o.grace_until', leaves('o.grace_until', 12), 'a.next_on')})
    from owned b
      cross join lateral (select x.id from measure x where x.organisation_id = _org and x.benefit_id = b.id offset 0) m
      cross join lateral (select x.* from obligation x where x.organisation_id = _org and x.measure_id = m.id offset 0) o
      left join lateral (
        select min(r.day) filter (where r.day <= _t) as recorded_on, min(r.day) filter (where r.day > _t) as next_on
        from (select (x.recorded_at at time zone 'Europe/Copenhagen')::date as day from measurement x
          where x.organisation_id = _org and x.obligation_id = o.id and x.measure_id = o.measure_id) r
      ) a on true
    where b.approved and o.grace_until > _w12`,
};
