import { ACTIVE, holds, leaves, type MemberSql, nextAfter, reasonOf } from './member-sql';

/** Of the initiatives with the goal as primary goal, the one that meets most conditions speaks for it (then the lower id). */
export const strategyToActionSql: MemberSql = {
  indicatorId: 'dl.strategy-to-action',
  scopeKind: 'strategy',
  sql: `
    select g.id, _root, null::text, case when c.reason = 'met' then 1 else 0 end, 1,
      case when _in_force and ${holds('g.valid_from', 'g.valid_to')} then 'counted' else 'absent' end,
      coalesce(c.reason, 'no-initiative'), _strategy_fresh,
      least(_strategy_next, (
        select min(${nextAfter('i.closed_on', leaves('i.closed_on', 24))}) from initiative i
        where i.organisation_id = _org and i.primary_goal_id = g.id and i.phase = 'closed'))
    from goal g left join lateral (
      select ${reasonOf([
        ['no-owner', 'i.owner_id is null'],
        ['no-cost-plan', 'not k.cost_plan'],
        ['no-benefit', 'not k.benefit'],
      ])} as reason
      from initiative i cross join lateral (
        select exists (select from cost_line l where l.organisation_id = _org and l.initiative_id = i.id and l.plan_minor > 0) as cost_plan,
          exists (select from benefit b where b.organisation_id = _org and b.initiative_id = i.id and b.goal_id = g.id
            and b.state not in ('rejected', 'written_off', 'transferred')) as benefit
      ) k
      where i.organisation_id = _org and i.primary_goal_id = g.id
        and (i.phase in ${ACTIVE} or (i.phase = 'closed' and i.closed_on > _w24 and i.closed_on <= _t))
      order by (i.owner_id is not null)::int + k.cost_plan::int + k.benefit::int desc, i.id limit 1
    ) c on true
    where g.organisation_id = _org and g.strategy_id = _scope and _root is not null`,
};
