import type { Transaction } from '../../database/transaction';

export interface RecentEvent {
  at: Date;
  /** Null when the product itself did it, or the person was erased. */
  actorName: string | null;
  action: string;
  objectKind: string;
  initiativeId: string;
  code: string;
  title: string;
  changes: Record<string, { from: unknown; to: unknown }>;
}

const MOST_EVENTS = 10;
/** How far back the trail is read; a day of busy editing must not make the page slow. */
const MOST_READ = 500;

/**
 * Latest events about initiatives of the scope, newest first. Saving ten fields one by one is one event: of each
 * initiative, kind of object, person and kind of action the latest is shown.
 */
export function listRecentEvents(tx: Transaction, unitId: string): Promise<RecentEvent[]> {
  return tx.query<RecentEvent>(
    `with latest as (select e.sequence, e.occurred_at, e.actor_id, e.action, e.object_kind, e.changes, i.id, i.code, i.title
         from audit_event e
           join initiative i on i.organisation_id = e.organisation_id and i.id = case when e.parent_kind = 'initiative' then e.parent_id
             when e.object_kind = 'initiative' then e.object_id end
           join unit u on u.organisation_id = i.organisation_id and u.id = i.unit_id
         where e.organisation_id = $1 and u.ancestor_ids @> array[$2::uuid]
         order by e.sequence desc limit ${MOST_READ}),
       told as (select distinct on (id, object_kind, actor_id, action) * from latest order by id, object_kind, actor_id, action, sequence desc)
     select t.occurred_at as at, p.name as "actorName", t.action, t.object_kind as "objectKind", t.id as "initiativeId", t.code, t.title, t.changes
     from told t left join person p on p.organisation_id = $1 and p.pseudonym_id = t.actor_id
     order by t.sequence desc limit ${MOST_EVENTS}`,
    [tx.organisationId, unitId],
  );
}
