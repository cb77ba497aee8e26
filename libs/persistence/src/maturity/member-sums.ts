import type { MemberSums } from '@hoest/maturity';
import type { Transaction } from '../database/transaction';
import { inScope, type MaturityUnitScope, scopeFilter } from './maturity-scope';

/** Sums of one indicator, of the whole scope, of one unit right below it, or of one group. */
export interface GroupedSums extends MemberSums {
  /** Unit right below the scope; null = the whole scope. */
  unitId: string | null;
  /** `member_group`; null = all. */
  group: string | null;
}

/** Sums over members `m`, as columns of a SELECT. */
export const SUMS = `
  count(*) filter (where m.status <> 'exempt' and m.denominator > 0)::int as n,
  trim_scale(coalesce(sum(m.numerator) filter (where m.status <> 'exempt'), 0)) as numerator,
  trim_scale(coalesce(sum(m.denominator) filter (where m.status <> 'exempt'), 0)) as denominator,
  count(*) filter (where m.status = 'missing')::int as missing,
  count(*) filter (where m.status = 'exempt')::int as exempt,
  max(m.numerator / nullif(m.denominator, 0)) filter (where m.status <> 'exempt') as best,
  count(m.fresh) filter (where m.status <> 'exempt')::int as dated,
  count(*) filter (where m.fresh and m.status <> 'exempt')::int as fresh`;

/** Sums of every indicator in a scope, of each unit right below it, and of each group; one pass over the members. */
export function readMemberSums(tx: Transaction, scope: MaturityUnitScope): Promise<GroupedSums[]> {
  return tx.query<GroupedSums>(
    `select m.indicator_id as "indicatorId", m.child as "unitId", m.member_group as "group", ${SUMS}
     from (select x.*, u.ancestor_ids[$3::int + 1] as child from maturity_member x
         left join unit u on u.organisation_id = x.organisation_id and u.id = x.unit_id
       where x.organisation_id = $1 and ${inScope('x.unit_id', '$2')}) m
     group by grouping sets ((m.indicator_id), (m.indicator_id, m.child), (m.indicator_id, m.member_group))
     having grouping(m.child, m.member_group) = 3 or (grouping(m.child) = 0 and m.child is not null) or (grouping(m.member_group) = 0 and m.member_group is not null)`,
    [tx.organisationId, scopeFilter(scope), scope.depth],
  );
}
