import type { Transaction } from '../../database/transaction';

/** What the overview is about: a unit with everything below it. */
export interface OverviewScope {
  unitId: string;
  unitName: string;
  /** The organisation's currency. */
  currency: string;
  /** Today where the organisation is. */
  today: string;
  /** Initiatives of the scope that are neither closed, stopped nor rejected. */
  initiativeCount: number;
  /** Per unit right below the scope – and the scope itself, when initiatives lie in it directly – how many stand in each phase. */
  running: { unitId: string; unitName: string; counts: Record<string, number> }[];
}

/**
 * @param unitId null = the top unit
 * @returns undefined when the organisation has no such unit
 */
export async function readOverviewScope(tx: Transaction, unitId: string | null): Promise<OverviewScope | undefined> {
  const [scope] = await tx.query<OverviewScope>(
    `with scope as (select s.id, s.name, s.ancestor_ids, o.currency, (now() at time zone o.time_zone)::date as today
         from unit s join organisation o on o.organisation_id = s.organisation_id
         where s.organisation_id = $1 and case when $2::uuid is null then s.parent_id is null else s.id = $2 end),
       placed as (select coalesce(u.ancestor_ids[cardinality(s.ancestor_ids) + 1], s.id) as unit_id, i.phase, count(*)::int as n
         from scope s join unit u on u.organisation_id = $1 and u.ancestor_ids @> array[s.id]
           join initiative i on i.organisation_id = u.organisation_id and i.unit_id = u.id
         group by 1, 2),
       counted as (select unit_id, jsonb_object_agg(phase, n) as counts from placed group by unit_id),
       shown as (select c.id, c.name, c.code from scope s join unit c on c.organisation_id = $1 and c.parent_id = s.id
           and (c.valid_to is null or c.valid_to >= s.today or exists (select 1 from counted x where x.unit_id = c.id))
         union all select u.id, u.name, u.code from scope s join counted x on x.unit_id = s.id
           join unit u on u.organisation_id = $1 and u.id = s.id)
     select s.id as "unitId", s.name as "unitName", s.currency, s.today,
       (select coalesce(sum(n), 0)::int from placed where phase not in ('closed', 'stopped', 'rejected')) as "initiativeCount",
       coalesce((select jsonb_agg(jsonb_build_object('unitId', v.id, 'unitName', v.name, 'counts', coalesce(x.counts, '{}')) order by v.code, v.id)
         from shown v left join counted x on x.unit_id = v.id), '[]') as running
     from scope s`,
    [tx.organisationId, unitId],
  );
  return scope;
}
