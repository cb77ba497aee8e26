import type { CalendarDate } from '@hoest/quantities';
import type { Transaction } from '../database/transaction';

/** A unit with everything below it, as the figures are asked for. */
export interface MaturityUnitScope {
  unitId: string;
  unitName: string;
  /** Whether it is the root: then every record counts, wherever it is placed. */
  whole: boolean;
  /** Place of the unit in the ancestors of what lies below it, from 1. */
  depth: number;
  /** Today where the organisation is. */
  today: CalendarDate;
}

/**
 * @param unitId null = the whole organisation
 * @returns undefined when the organisation has no such unit (or no unit at all)
 */
export async function readMaturityScope(
  tx: Transaction,
  unitId: string | null = null,
): Promise<MaturityUnitScope | undefined> {
  const [scope] = await tx.query<MaturityUnitScope>(
    `with root as (select u.id from unit u where u.organisation_id = $1 and u.parent_id is null order by u.level, u.code collate "C", u.id limit 1)
     select u.id as "unitId", u.name as "unitName", u.id = r.id as whole, cardinality(u.ancestor_ids) as depth,
       (clock_timestamp() at time zone o.time_zone)::date as today
     from unit u join organisation o on o.organisation_id = u.organisation_id cross join root r
     where u.organisation_id = $1 and u.id = coalesce($2::uuid, r.id)`,
    [tx.organisationId, unitId],
  );
  return scope;
}

/** SQL condition: the row's unit lies in the scope. `unitColumn` is trusted SQL, `parameter` the placeholder of `scopeFilter`. */
export function inScope(unitColumn: string, parameter: string): string {
  return `(${parameter}::uuid is null or ${unitColumn} in (
    select s.id from unit s where s.organisation_id = $1 and s.ancestor_ids @> array[${parameter}::uuid]))`;
}

/** Value of the placeholder of `inScope`: null = no limit. */
export function scopeFilter(scope: MaturityUnitScope): string | null {
  return scope.whole ? null : scope.unitId;
}
