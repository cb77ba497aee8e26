import { leaves, type MemberSql, nextAfter } from './member-sql';

/**
 * Months whose end lies in W24, from the money per month (F22, F14). Months whose measurement is not due yet, or was waived,
 * count on neither side; months nobody owes a measurement for count as not measured once they are over, or a plan
 * without obligations would escape. Money measured without a promise is nothing realised against a plan; of disbenefits it
 * counts all the same. Written-off benefits stay: their promise was made.
 */
export const realisationRateSql: MemberSql = {
  indicatorId: 'gr.realisation-rate',
  scopeKind: 'initiative',
  sql: `
    select b.id, b.unit_id, null::text, b.polarity * coalesce(w.realised, 0), case when b.polarity = 1 then coalesce(w.planned, 0) else 0 end,
      case when w.months is null then 'absent' when w.measured = 0 then 'missing' else 'counted' end,
      case when w.measured = 0 then 'not-measured' when b.polarity = -1 then 'disbenefit' when w.measured < w.months then 'partly-measured'
        when w.realised < w.planned then 'below-plan' else 'met' end,
      b.fresh, least(b.fresh_next, w.next)
    from owned b cross join lateral (
      select sum(m.planned_minor) filter (where m.counts) as planned, sum(m.realised_minor) filter (where m.counts) as realised,
        nullif(count(*) filter (where m.counts), 0) as months, count(*) filter (where m.counts and m.status = 'measured') as measured,
        min(m.next) as next
      from (
        select x.planned_minor, x.realised_minor, x.status,
          e.month_end > _w24 and e.month_end <= _t and (x.planned_minor <> 0 or x.realised_minor <> 0)
            and (x.promised or b.polarity = -1) and (x.status <> 'not_due' or not x.owed) as counts,
          ${nextAfter('e.month_end', leaves('e.month_end', 24), 'x.grace_until')} as next
        from unnest(_months) x cross join lateral (select (x.month + interval '1 month')::date - 1 as month_end) e
        where x.benefit_id = b.id and e.month_end > _w24
      ) m
    ) w
    where b.monetised and (b.approved or b.state = 'written_off') and (w.months is not null or w.next is not null)`,
};
