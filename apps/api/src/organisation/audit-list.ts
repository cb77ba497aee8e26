import {
  type Bind,
  type ListPage,
  listPage,
  type ListPlan,
  type ListRequest,
  type Transaction,
} from '@hoest/persistence';

export interface AuditRow {
  id: string;
  sequence: string;
  occurredAt: Date;
  actorName: string | null;
  actorKind: string;
  action: string;
  objectKind: string;
  objectId: string | null;
  objectTitle: string | null;
  parent: { kind: string; id: string; title: string | null } | null;
  changes: Record<string, { from: unknown; to: unknown }>;
  reason: string | null;
  requestId: string;
}

/** What an object is called now; null when it is gone, or has no name. Written per kind, so that no table is searched in vain. */
function titleOf(kind: string, id: string): string {
  const row = (table: string, column: string) =>
    `when '${table}' then (select x.${column} from ${table} x where x.organisation_id = e.organisation_id and x.id = ${id})`;
  return `case ${kind}
    ${Object.entries(TITLES)
      .map(([table, column]) => row(table, column))
      .join('\n    ')}
    when 'account' then (select p.name from account x join person p on p.organisation_id = x.organisation_id and p.id = x.person_id
      where x.organisation_id = e.organisation_id and x.id = ${id})
    when 'role_assignment' then (select p.name from role_assignment x join person p on p.organisation_id = x.organisation_id and p.id = x.person_id
      where x.organisation_id = e.organisation_id and x.id = ${id})
  end`;
}

/** Tables whose rows have a name of their own, with its column. */
const TITLES = {
  unit: 'name',
  person: 'name',
  access_token: 'name',
  strategy: 'title',
  goal: 'title',
  initiative: 'title',
  cost_line: 'name',
  adoption_series: 'name',
  benefit: 'title',
  benefit_pool: 'name',
  measure: 'name',
  enabler: 'title',
  change_activity: 'title',
  assumption: 'text',
  import: 'file_name',
} as const;

/** Events of the trail with the names people have now; an erased person has none. */
function auditPlan(where: (bind: Bind) => string[]): ListPlan {
  return {
    select: `e.id, e.sequence, e.occurred_at as "occurredAt", p.name as "actorName", e.actor_kind as "actorKind", e.action,
      e.object_kind as "objectKind", e.object_id as "objectId", ${titleOf('e.object_kind', 'e.object_id')} as "objectTitle",
      case when e.parent_id is not null then json_build_object('kind', e.parent_kind, 'id', e.parent_id,
        'title', ${titleOf('e.parent_kind', 'e.parent_id')}) end as parent, e.changes, e.reason,
      e.request_id as "requestId"`,
    from: `audit_event e
      join organisation o on o.organisation_id = e.organisation_id
      left join person p on p.organisation_id = e.organisation_id and p.pseudonym_id = e.actor_id`,
    id: 'e.id',
    where,
    // The chain's number instead of the time: entries of one transaction share a time, and keep their order this way.
    sorts: { occurredAt: { sql: 'e.sequence', kind: 'number' } },
    filters: {
      objectId: ({ in: ids = [] }, bind) => {
        const list = `${bind(ids)}::uuid[]`;
        return `e.object_id = any(${list}) or e.parent_id = any(${list})`;
      },
      objectKind: { sql: 'e.object_kind', kind: 'text' },
      occurredOn: { sql: '(e.occurred_at at time zone o.time_zone)::date', kind: 'date' },
    },
    search: ['e.action', `coalesce(e.reason, '')`, `coalesce(p.name, '')`, 'e.request_id'],
  };
}

/** The organisation's trail. */
export function listAuditEvents(tx: Transaction, query: ListRequest): Promise<ListPage<AuditRow>> {
  return listPage(
    tx,
    auditPlan((bind) => [`e.organisation_id = ${bind(tx.organisationId)}`]),
    query,
  );
}

/** What happened to one object and to everything it owns. */
export function listHistory(
  tx: Transaction,
  object: { objectKind: string; objectId: string },
  query: ListRequest,
): Promise<ListPage<AuditRow>> {
  const plan = auditPlan((bind) => {
    const kind = bind(object.objectKind);
    const id = bind(object.objectId);
    return [
      `e.organisation_id = ${bind(tx.organisationId)}`,
      `(e.object_kind = ${kind} and e.object_id = ${id}) or (e.parent_kind = ${kind} and e.parent_id = ${id})`,
    ];
  });
  return listPage(tx, plan, query);
}
