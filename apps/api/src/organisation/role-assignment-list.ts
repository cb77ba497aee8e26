import {
  type ListPage,
  listPage,
  type ListPlan,
  type ListRequest,
  RowNotFound,
  type Transaction,
} from '@hoest/persistence';

export interface RoleAssignmentRow {
  id: string;
  personId: string;
  personName: string;
  objectKind: string;
  objectId: string;
  objectTitle: string | null;
  role: string;
  validFrom: string;
  validTo: string | null;
  confirmedOn: string | null;
  version: number;
}

/** What the object is called; null for kinds without rows of their own. */
const OBJECT_TITLE = `case r.object_kind
    when 'organisation' then (select x.name from organisation x where x.organisation_id = r.organisation_id)
    when 'unit' then (select x.name from unit x where x.organisation_id = r.organisation_id and x.id = r.object_id)
    when 'strategy' then (select x.title from strategy x where x.organisation_id = r.organisation_id and x.id = r.object_id)
    when 'goal' then (select x.title from goal x where x.organisation_id = r.organisation_id and x.id = r.object_id)
    when 'initiative' then (select x.title from initiative x where x.organisation_id = r.organisation_id and x.id = r.object_id)
    when 'benefit' then (select x.title from benefit x where x.organisation_id = r.organisation_id and x.id = r.object_id)
  end`;
const SELECT = `r.id, r.person_id as "personId", p.name as "personName", r.object_kind as "objectKind", r.object_id as "objectId",
  ${OBJECT_TITLE} as "objectTitle", r.role,
  r.valid_from as "validFrom", r.valid_to as "validTo", r.confirmed_on as "confirmedOn", r.version`;
const FROM = 'role_assignment r join person p on p.organisation_id = r.organisation_id and p.id = r.person_id';

export function listRoleAssignments(tx: Transaction, query: ListRequest): Promise<ListPage<RoleAssignmentRow>> {
  const plan: ListPlan = {
    select: SELECT,
    from: FROM,
    id: 'r.id',
    where: (bind) => [`r.organisation_id = ${bind(tx.organisationId)}`],
    sorts: { personName: { sql: 'p.name', kind: 'text' }, validFrom: { sql: 'r.valid_from', kind: 'date' } },
    filters: {
      personId: { sql: 'r.person_id', kind: 'uuid' },
      objectKind: { sql: 'r.object_kind', kind: 'text' },
      objectId: { sql: 'r.object_id', kind: 'uuid' },
      role: { sql: 'r.role', kind: 'text' },
      validTo: { sql: 'r.valid_to', kind: 'date' },
    },
    search: ['p.name'],
  };
  return listPage(tx, plan, query);
}

/** One assignment as the list shows it. @throws RowNotFound */
export async function readRoleAssignment(tx: Transaction, id: string): Promise<RoleAssignmentRow> {
  const [row] = await tx.query<RoleAssignmentRow>(
    `select ${SELECT} from ${FROM} where r.organisation_id = $1 and r.id = $2`,
    [tx.organisationId, id],
  );
  if (!row) throw new RowNotFound('role_assignment');
  return row;
}
