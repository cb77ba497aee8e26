import type { MemberStatus } from '@hoest/maturity';
import type { CalendarDate } from '@hoest/quantities';
import type { Transaction } from '../database/transaction';
import { inScope, type MaturityUnitScope, scopeFilter } from './maturity-scope';

/** A member as it was at the end of a day; decimals as text. */
export interface MemberState {
  numerator: string;
  denominator: string;
  status: MemberStatus;
  reason: string;
}

/** A member that changed at least once after `from`; a state is null when it was no member of the scope then. */
export interface ChangedMember {
  indicatorId: string;
  objectId: string;
  before: MemberState | null;
  after: MemberState | null;
  /** Of its last change in the period; null when it changed only after the period. */
  cause: 'write' | 'time' | 'definition' | 'rebuild' | null;
  changedAt: Date | null;
  changedBy: string | null;
}

/** Members that did not change since `from`, added up by whether they count. */
export interface UnchangedMembers extends Omit<MemberState, 'reason' | 'status'> {
  indicatorId: string;
  status: MemberStatus;
  count: number;
  /** The only one of its kind, by itself: steps cannot be added up. */
  objectId: string | null;
}

/**
 * States of the changed members of a scope at the end of two days, from the history of differences: what a member was on a day is
 * what the first later difference says it was before.
 */
export function readChangedMembers(
  tx: Transaction,
  scope: MaturityUnitScope,
  from: CalendarDate,
  to: CalendarDate,
): Promise<ChangedMember[]> {
  const state = (expression: string) =>
    `case when ${inScope(`(${expression} ->> 'unit_id')::uuid`, '$4')} then ${expression} end`;
  return tx.query<ChangedMember>(
    `with log as (
       select c.* from maturity_member_change c where c.organisation_id = $1 and c.as_of > $2
     ), ends as (
       select l.indicator_id, l.object_id,
         (array_agg(l.before order by l.as_of, l.v, l.changed_at, l.id))[1] as state_from,
         (array_agg(l.after order by l.as_of desc, l.v desc, l.changed_at desc, l.id desc) filter (where l.as_of <= $3))[1] as state_to,
         (array_agg(row_to_json(l) order by l.as_of desc, l.v desc, l.changed_at desc, l.id desc) filter (where l.as_of <= $3))[1] as last
       from log l group by l.indicator_id, l.object_id
     ), placed as (
       select e.indicator_id, e.object_id, e.last, ${state('e.state_from')} as before,
         case when e.last is null then ${state('e.state_from')} else ${state('e.state_to')} end as after
       from ends e
     )
     select p.indicator_id as "indicatorId", p.object_id as "objectId", p.before, p.after,
       p.last ->> 'cause' as cause, (p.last ->> 'changed_at')::timestamptz as "changedAt", p.last ->> 'changed_by' as "changedBy"
     from placed p where p.before is not null or p.after is not null`,
    [tx.organisationId, from, to, scopeFilter(scope)],
  );
}

/** Members of the scope that have not changed since `from`. */
export function readUnchangedMembers(
  tx: Transaction,
  scope: MaturityUnitScope,
  from: CalendarDate,
): Promise<UnchangedMembers[]> {
  return tx.query<UnchangedMembers>(
    `select m.indicator_id as "indicatorId", case when m.status = 'exempt' then 'exempt' when m.status = 'missing' then 'missing' else 'counted' end as status,
       count(*)::int as count, trim_scale(sum(m.numerator)) as numerator, trim_scale(sum(m.denominator)) as denominator,
       case when m.scope_kind = 'strategy' then m.object_id end as "objectId"
     from maturity_member m
     where m.organisation_id = $1 and ${inScope('m.unit_id', '$2')} and not exists (
       select from maturity_member_change c where c.organisation_id = $1 and c.as_of > $3 and c.indicator_id = m.indicator_id and c.object_id = m.object_id)
     group by m.indicator_id, m.status, m.denominator > 0, case when m.scope_kind = 'strategy' then m.object_id end`,
    [tx.organisationId, scopeFilter(scope), from],
  );
}
