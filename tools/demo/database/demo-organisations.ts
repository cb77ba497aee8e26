import type { ClientBase } from 'pg';

export interface DemoOrganisation {
  id: number;
  name: string;
  /** Whether it holds anything; a load that was killed half-way leaves only the organisation's own row. */
  isFilled: boolean;
  /**
   * Whether its history is told to the end, or somebody has begun to use it. False = a run was killed while it told the
   * past; nobody has touched the data since, so it may be thrown away and told again.
   */
  isTold: boolean;
}

/** What a load that told the whole history leaves. */
const FACTS = `
  select o.organisation_id as id, o.name,
    exists (select from unit u where u.organisation_id = o.organisation_id) as "isFilled",
    exists (select from audit_event e where e.organisation_id = o.organisation_id and e.request_id <> 'demo')
      or (exists (select from maturity_snapshot s where s.organisation_id = o.organisation_id)
        and not exists (select from initiative i join status_confirmation c on c.organisation_id = i.organisation_id and c.initiative_id = i.id
          where i.organisation_id = o.organisation_id and (i.status_confirmed_on is null or c.confirmed_on > i.status_confirmed_on))) as "isTold"
  from organisation o where o.organisation_id = $1 and o.is_demo`;

/** Organisations that hold demo data. Row-level security binds the owner, too, so each is looked at in its turn. */
export async function demoOrganisations(owner: ClientBase): Promise<DemoOrganisation[]> {
  const all = await owner.query<{ id: number }>(`select organisation_id as id from every_organisation()`);
  const found: DemoOrganisation[] = [];
  await owner.query('begin read only');
  try {
    for (const { id } of all.rows) {
      await owner.query(`select set_config('app.organisation_id', $1, true)`, [String(id)]);
      found.push(...(await owner.query<DemoOrganisation>(FACTS, [id])).rows);
    }
  } finally {
    await owner.query('rollback');
  }
  return found;
}
