import {
  type ListPage,
  listPage,
  type ListPlan,
  type ListRequest,
  type PersonEntity,
  type Transaction,
} from '@hoest/persistence';

export type PersonRow = Pick<
  PersonEntity,
  'id' | 'name' | 'email' | 'title' | 'unitId' | 'managerLevel' | 'active' | 'version'
>;

/** People of the organisation; a unit stands for itself and all units below it. */
export function listPeople(tx: Transaction, query: ListRequest): Promise<ListPage<PersonRow>> {
  const plan: ListPlan = {
    select: `p.id, p.name, p.email, p.title, p.unit_id as "unitId", p.manager_level as "managerLevel", p.active, p.version`,
    from: 'person p join unit u on u.organisation_id = p.organisation_id and u.id = p.unit_id',
    id: 'p.id',
    where: (bind) => [`p.organisation_id = ${bind(tx.organisationId)}`],
    sorts: { name: { sql: 'p.name', kind: 'text' } },
    filters: {
      unitId: ({ in: ids = [] }, bind) => `u.ancestor_ids && ${bind(ids)}::uuid[]`,
      managerLevel: { sql: 'p.manager_level', kind: 'text' },
      active: { sql: 'p.active', kind: 'boolean' },
    },
    search: ['p.name', `coalesce(p.title, '')`, `coalesce(p.email, '')`],
  };
  return listPage(tx, plan, query);
}
