import { ACTIVE, holds, leaves, type MemberSql, nextAfter } from './member-sql';

/**
 * Leaders are placed by their unit: affected means that the unit, or one above it, leads or is affected by an active
 * initiative. A role counts when it was held on at least one day of the last twelve months.
 */
export const leaderSpreadSql: MemberSql = {
  indicatorId: 'dl.leader-spread',
  scopeKind: 'person_register',
  sql: `
    with active as materialized (
      select i.id, i.unit_id from initiative i where i.organisation_id = _org and i.phase in ${ACTIVE}
    ), touched as materialized (
      select a.unit_id from active a
      union
      select x.unit_id from active a join initiative_affected_unit x on x.organisation_id = _org and x.initiative_id = a.id
    ), affected as materialized (
      select u.id from unit u where u.organisation_id = _org and exists (select from touched x where x.unit_id = any (u.ancestor_ids))
    ), held as materialized (
      select r.person_id, bool_or(r.valid_from <= _t and (r.valid_to is null or r.valid_to - 1 > _w12)) as recent,
        min(${nextAfter('r.valid_from', leaves('r.valid_to - 1', 12))}) as next
      from role_assignment r
      where r.organisation_id = _org and r.role in ('project_owner', 'benefit_owner', 'change_lead', 'steering_chair')
        and (r.valid_to is null or r.valid_to > r.valid_from) and (
          (r.object_kind = 'initiative' and exists (select from active a where a.id = r.object_id))
          or (r.object_kind = 'benefit' and exists (
            select from benefit b where b.organisation_id = _org and b.id = r.object_id and b.state = 'in_realisation')))
      group by r.person_id
    )
    select p.id, p.unit_id, null::text,
      case when a.id is not null and coalesce(h.recent, false) then 1 else 0 end, case when a.id is null then 0 else 1 end,
      case when not (${holds('p.valid_from', 'p.valid_to')} and ${holds('u.valid_from', 'u.valid_to')}) then 'absent'
        when a.id is null then 'exempt' else 'counted' end,
      case when a.id is null then 'outside-affected-units' when coalesce(h.recent, false) then 'met' else 'no-role' end,
      null::boolean,
      least(${nextAfter('p.valid_from', 'p.valid_to', 'u.valid_from', 'u.valid_to')}, h.next)
    from person p join unit u on u.organisation_id = p.organisation_id and u.id = p.unit_id
      left join affected a on a.id = p.unit_id
      left join held h on h.person_id = p.id
    where p.organisation_id = _org and p.active and p.manager_level in ('head', 'director', 'chief')`,
};
