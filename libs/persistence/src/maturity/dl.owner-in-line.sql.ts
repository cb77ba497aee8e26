import { holds, type MemberSql, nextAfter, reasonOf } from './member-sql';

/** The owner is the one whose assignment is valid on the day and began last. */
export const ownerInLineSql: MemberSql = {
  indicatorId: 'dl.owner-in-line',
  scopeKind: 'initiative',
  sql: `
    select _i.id, _i.unit_id, null::text, case when o.reason = 'met' then 1 else 0 end, 1, 'counted', o.reason, _status_fresh,
      least(_status_next, (
        select min(${nextAfter('r.valid_from', 'r.valid_to', 'p.valid_from', 'p.valid_to')})
        from role_assignment r cross join lateral (select x.* from person x where x.organisation_id = _org and x.id = r.person_id limit 1) p
        where r.organisation_id = _org and r.object_kind = 'initiative' and r.object_id = _scope and r.role in ('project_owner', 'project_manager')))
    from (
      select ${reasonOf([
        ['no-owner', 'owner.person_id is null'],
        ['owner-inactive', 'not owner.employed'],
        ['owner-not-leader', `owner.manager_level not in ('head', 'director', 'chief')`],
        ['owner-outside-line', 'not owner.unit_id = any (_line)'],
        [
          'owner-is-manager',
          `exists (select from role_assignment m where m.organisation_id = _org and m.object_kind = 'initiative' and m.object_id = _scope
             and m.role = 'project_manager' and m.person_id = owner.person_id and ${holds('m.valid_from', 'm.valid_to')})`,
        ],
      ])} as reason
      from (select 1) one left join (
        select r.person_id, p.manager_level, p.unit_id, p.active and ${holds('p.valid_from', 'p.valid_to')} as employed
        from role_assignment r cross join lateral (select x.* from person x where x.organisation_id = _org and x.id = r.person_id limit 1) p
        where r.organisation_id = _org and r.object_kind = 'initiative' and r.object_id = _scope and r.role = 'project_owner'
          and ${holds('r.valid_from', 'r.valid_to')}
        order by r.valid_from desc, r.id desc limit 1
      ) owner on true
    ) o
    where _active`,
};
