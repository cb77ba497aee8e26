import { type MemberSql, reasonOf } from './member-sql';

/** Each step builds on the one before: adopted and in force, politically, followed up, measurable. */
export const strategyAnchoredSql: MemberSql = {
  indicatorId: 'dl.strategy-anchored',
  scopeKind: 'strategy',
  sql: `
    select _s.id, _root, null::text,
      case when not _in_force then 0 when not _political then 25 when not _followed_up then 50 when not _measurable then 75 else 100 end, 100,
      'counted',
      case
        when not _in_force then ${reasonOf([
          ['not-adopted', 'not _adopted'],
          ['not-valid', 'not _valid'],
        ])}
        when not _political then 'not-political'
        when not _followed_up then 'no-follow-up'
        when _goals = 0 then 'no-goals'
        when not _measurable then 'goals-not-measurable'
        else 'met'
      end,
      _strategy_fresh, _strategy_next
    where _root is not null`,
};
