import type { ClientBase } from 'pg';

export interface DemoOrganisation {
  id: number;
  name: string;
  /** Whether it holds anything; a load that was killed half-way leaves only the organisation's own row. */
  isFilled: boolean;
}

/** Organisations that hold demo data. Row-level security binds the owner, too, so each is looked at in its turn. */
export async function demoOrganisations(owner: ClientBase): Promise<DemoOrganisation[]> {
  const all = await owner.query<{ id: number }>(`select organisation_id as id from every_organisation()`);
  const found: DemoOrganisation[] = [];
  await owner.query('begin read only');
  try {
    for (const { id } of all.rows) {
      await owner.query(`select set_config('app.organisation_id', $1, true)`, [String(id)]);
      const { rows } = await owner.query<DemoOrganisation>(
        `select o.organisation_id as id, o.name, exists (select from unit u where u.organisation_id = o.organisation_id) as "isFilled"
         from organisation o where o.organisation_id = $1 and o.is_demo`,
        [id],
      );
      found.push(...rows);
    }
  } finally {
    await owner.query('rollback');
  }
  return found;
}
