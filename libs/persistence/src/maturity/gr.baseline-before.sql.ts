import { leaves, type MemberSql, nextAfter } from './member-sql';

/** Any baseline ever recorded proves what it was measured to be: a later one takes nothing from it. */
export const baselineBeforeSql: MemberSql = {
  indicatorId: 'gr.baseline-before',
  scopeKind: 'initiative',
  sql: `
    select m.id, b.unit_id, null::text, case when z.firm then 1 else 0 end, 1,
      case when _live then 'counted' else 'absent' end,
      case when z.firm then 'met' when z.measured = 0 then 'no-baseline' when z.in_time then 'baseline-estimated' else 'baseline-late' end,
      b.fresh, least(b.fresh_next, ${nextAfter('_i.go_live_actual', leaves('_i.go_live_actual', 36))})
    from owned b
      cross join lateral (select x.id from measure x where x.organisation_id = _org and x.benefit_id = b.id offset 0) m
      cross join lateral (
        select count(*) as measured, coalesce(bool_or(x.measured_on <= _i.go_live_actual), false) as in_time,
          coalesce(bool_or(x.measured_on <= _i.go_live_actual and coalesce(x.evidence_kind, 'estimate') <> 'estimate'), false) as firm
        from baseline x where x.organisation_id = _org and x.measure_id = m.id and x.value is not null
      ) z
    where b.approved and _i.go_live_actual > _w36`,
};
