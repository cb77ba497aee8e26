import type { AccessGrant } from '@hoest/organisation';
import {
  type ListPage,
  listPage,
  type ListPlan,
  type ListRequest,
  RowNotFound,
  type Transaction,
} from '@hoest/persistence';

export interface AccountRow {
  id: string;
  personId: string;
  personName: string;
  email: string;
  active: boolean;
  locale: string;
  isDemo: boolean;
  hasPassword: boolean;
  grants: AccessGrant[];
  lastSeenAt: Date | null;
  version: number;
}

const SELECT = `a.id, a.person_id as "personId", p.name as "personName", a.email, a.active, a.locale, a.is_demo as "isDemo",
  a.password_hash is not null as "hasPassword", a.version,
  coalesce((select json_agg(json_build_object('role', g.access_role, 'unitId', g.unit_id) order by g.access_role, g.unit_id)
    from access_grant g where g.organisation_id = a.organisation_id and g.account_id = a.id), '[]') as grants,
  (select max(s.last_seen_at) from session s where s.organisation_id = a.organisation_id and s.account_id = a.id) as "lastSeenAt"`;
const FROM = 'account a join person p on p.organisation_id = a.organisation_id and p.id = a.person_id';

export function listAccounts(tx: Transaction, query: ListRequest): Promise<ListPage<AccountRow>> {
  const plan: ListPlan = {
    select: SELECT,
    from: FROM,
    id: 'a.id',
    where: (bind) => [`a.organisation_id = ${bind(tx.organisationId)}`],
    sorts: { personName: { sql: 'p.name', kind: 'text' }, email: { sql: 'a.email', kind: 'text' } },
    filters: {
      role: ({ in: roles = [] }, bind) =>
        `exists (select from access_grant g where g.organisation_id = a.organisation_id and g.account_id = a.id
           and g.access_role = any(${bind(roles)}::text[]))`,
      active: { sql: 'a.active', kind: 'boolean' },
      personId: { sql: 'a.person_id', kind: 'uuid' },
    },
    search: ['p.name', 'a.email'],
  };
  return listPage(tx, plan, query);
}

/** One account as the list shows it. @throws RowNotFound */
export async function readAccount(tx: Transaction, id: string): Promise<AccountRow> {
  const [row] = await tx.query<AccountRow>(`select ${SELECT} from ${FROM} where a.organisation_id = $1 and a.id = $2`, [
    tx.organisationId,
    id,
  ]);
  if (!row) throw new RowNotFound('account');
  return row;
}
