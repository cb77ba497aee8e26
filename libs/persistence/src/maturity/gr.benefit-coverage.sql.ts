import { type MemberSql, reasonOf } from './member-sql';

/** Of the approved benefits, the one whose profile lacks least speaks for the initiative (then the lower id). */
export const benefitCoverageSql: MemberSql = {
  indicatorId: 'gr.benefit-coverage',
  scopeKind: 'initiative',
  sql: `
    select _i.id, _i.unit_id, null::text,
      case when not _i.benefit_exempt and c.reason = 'met' then 1 else 0 end, case when _i.benefit_exempt then 0 else 1 end,
      case when _i.benefit_exempt then 'exempt' else 'counted' end,
      case when _i.benefit_exempt then 'exempt-' || _i.benefit_exempt_reason else c.reason end,
      _status_fresh, least(_status_next, case when _i.go_live_actual > _t then _i.go_live_actual end)
    from (
      select coalesce(
        (select p.reason from (
          select b.id, ${reasonOf([
            ['profile-owner', 'b.owner_id is null'],
            ['profile-goal', 'b.goal_id is null'],
            ['profile-measure', 'b.measure_id is null'],
            [
              'profile-baseline',
              'b.measure_id is not null and b.baseline_value is null and (_live or b.baseline_planned_on is null)',
            ],
            [
              'profile-target-path',
              `b.measure_id is not null and (select count(*) from target_point t where t.organisation_id = _org and t.measure_id = b.measure_id) < 2`,
            ],
          ])} as reason
          from owned b where b.approved offset 0
        ) p order by case when p.reason = 'met' then 0 else 1 + length(p.reason) - length(replace(p.reason, ' ', '')) end, p.id limit 1),
        case when exists (select from owned b where b.state not in ('rejected', 'written_off', 'transferred')) then 'not-approved' else 'no-benefit' end
      ) as reason offset 0
    ) c
    where _active`,
};
