import { type MemberSql, reasonOf } from './member-sql';

/** Unit and phase, two of the twelve core fields, cannot be empty. */
export const registerSql: MemberSql = {
  indicatorId: 'op.register',
  scopeKind: 'initiative',
  sql: `
    select _i.id, _i.unit_id, null::text, case when r.reason = 'met' then 1 else 0 end, 1, 'counted', r.reason, _status_fresh, _status_next
    from (select ${reasonOf([
      ['owner', '_i.owner_id is null'],
      ['manager', '_i.manager_id is null'],
      ['goal', '_i.primary_goal_id is null'],
      ['go-live', '_i.go_live_planned is null and _i.go_live_actual is null'],
      [
        'cost-plan',
        `not exists (select from cost_line c where c.organisation_id = _org and c.initiative_id = _scope and c.plan_minor is not null)`,
      ],
      [
        'benefits',
        `not _i.benefit_exempt and not exists (select from owned b where b.state not in ('rejected', 'written_off', 'transferred'))`,
      ],
      ['affected-staff', '_i.affected_staff is null'],
      ['dependencies', '_i.dependencies_answered is not true'],
      ['service-change', '_i.changes_citizen_service is null'],
      ['it-delivery', '_i.has_it_delivery is null'],
      ['status-not-confirmed', 'not _status_fresh'],
    ])} as reason) r
    where _i.phase = 'proposed' or _active`,
};
