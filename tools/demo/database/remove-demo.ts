import type { ClientBase } from 'pg';

/**
 * Removes organisations with everything they hold, in one transaction. Append-only tables refuse deletion by trigger; the
 * owner switches the triggers off for this transaction, which keeps all other writers of those tables waiting, so that no
 * row of theirs can slip through meanwhile. Foreign keys stay on.
 * @param organisationIds organisations whose `is_demo` is true; others are refused.
 * @returns rows removed
 */
export async function removeDemoOrganisations(owner: ClientBase, organisationIds: readonly number[]): Promise<number> {
  const tables = await tenantTables(owner);
  let removed = 0;
  await owner.query('begin');
  try {
    for (const table of tables) await owner.query(`alter table ${table} disable trigger user`);
    for (const id of organisationIds) {
      await owner.query(`select set_config('app.organisation_id', $1, true)`, [String(id)]);
      const { rows } = await owner.query(`select from organisation where organisation_id = $1 and is_demo`, [id]);
      if (rows.length === 0) throw new Error(`Organisation ${id} holds no demo data`);
      for (const table of tables) {
        const result = await owner.query(`delete from ${table} where organisation_id = $1`, [id]);
        removed += result.rowCount ?? 0;
      }
    }
    for (const table of tables) await owner.query(`alter table ${table} enable trigger user`);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
  return removed;
}

/** Every table of an organisation, those that name others before those they name; `organisation` itself last. */
async function tenantTables(owner: ClientBase): Promise<string[]> {
  const tables = await owner.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id'
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`,
  );
  const keys = await owner.query<{ from: string; to: string }>(
    `select distinct f.relname as "from", t.relname as "to" from pg_constraint k join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
     where k.contype = 'f' and k.connamespace = 'public'::regnamespace and k.conrelid <> k.confrelid`,
  );
  const left = new Set(tables.rows.map(({ name }) => name));
  const ordered: string[] = [];
  while (left.size > 0) {
    const free = [...left].filter((name) => !keys.rows.some((key) => key.to === name && left.has(key.from)));
    if (free.length === 0) throw new Error(`Foreign keys go round in a circle among ${[...left].join(', ')}`);
    for (const name of free) left.delete(name);
    ordered.push(...free);
  }
  return ordered;
}
